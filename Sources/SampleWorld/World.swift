package import Regulation

/// A realistic sample of the country's vehicles and their compulsory insurance, as insurers' upload files.
///
/// The same arguments give the same bytes on every machine. Every vehicle's life follows from the seed and its number
/// alone, so any number of vehicles takes the same memory.
package struct World: Sendable {
    private let setting: WorldSetting

    /// - Parameters:
    ///   - vehicles: 0 to 400 million; what lies outside is brought inside.
    ///   - asOf: the day in whose first moment the files end; nothing reported later is in them.
    package init(vehicles: Int, seed: UInt64, asOf: CivilDate) {
        setting = WorldSetting(vehicles: vehicles, seed: seed, asOf: asOf)
    }

    package var vehicleCount: Int { setting.vehicles }

    /// The files in the order in which they should be uploaded.
    package var files: [WorldFile] {
        SampleInsurer.all.indices.flatMap { position -> [WorldFile] in
            let habits = SampleInsurer.all[position].habits
            let end = setting.midnight - habits.daysBehind * LocalTime.day
            guard habits.splitsByYear, let newYear = CivilDate(year: setting.year, month: 1, day: 1) else {
                return file(position, .min..<end, "\(setting.year)")
            }
            let split = min(end, LocalTime.midnight(newYear.daysSince1970))
            return file(position, .min..<split, "until-\(setting.year - 1)")
                + file(position, split..<end, "\(setting.year)")
        }
    }

    private func file(_ position: Int, _ window: Range<Int>, _ name: String) -> [WorldFile] {
        WorldFile(setting, insurer: position, window: window, name: name).map { [$0] } ?? []
    }

    /// The vehicle with a number from 0; `nil` outside the world.
    package func vehicle(_ index: Int) -> WorldVehicle? {
        index >= 0 && index < setting.vehicles ? WorldVehicle(index, in: setting) : nil
    }

    /// The vehicles made to give one kind of answer each, in the order of the stories.
    package var storytellers: [WorldVehicle] {
        (setting.vehicles - setting.stories..<setting.vehicles).compactMap(vehicle)
    }

    /// One vehicle to ask about for each of the first stories: in force, lapsed, renewed. Fewer in a tiny world.
    package func examples() -> [WorldVehicle] {
        let wanted: [Story] = [.covered, .lapsed, .renewed]
        let tellers = storytellers
        return wanted.compactMap { story in tellers.first { $0.story == story } }
    }
}
