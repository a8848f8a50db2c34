import Regulation

/// What all vehicles of one world share. Told once, never changed.
final class WorldSetting: Sendable {
    let seed: UInt64
    let vehicles: Int
    /// As-of in days since 1970-01-01.
    let today: Int
    let year: Int
    let plan: PlatePlan
    /// How many of the last vehicles tell a story each.
    let stories: Int

    init(vehicles: Int, seed: UInt64, asOf: CivilDate) {
        self.seed = seed
        self.vehicles = min(max(0, vehicles), Self.mostVehicles)
        today = asOf.daysSince1970
        year = asOf.year
        plan = PlatePlan(seed: seed)
        stories = min(240, (self.vehicles + 4) / 5)
    }

    /// Where the plan of plates begins to repeat itself.
    static let mostVehicles = 400_000_000

    /// Midnight of the as-of day, in local seconds: everything reported before it is in the files.
    var midnight: Int { LocalTime.midnight(today) }

    func draws(_ topic: Draws.Topic, _ index: Int) -> Draws { Draws(seed: seed, topic: topic, index: index) }

    /// The story a vehicle tells, counted from 0; `nil` for the many that live an ordinary life.
    func storyNumber(_ index: Int) -> Int? {
        let number = index - (vehicles - stories)
        return number >= 0 ? number : nil
    }
}
