import Regulation

/// One vehicle as far as its life depends on it; what is only printed is worked out in `VehicleDetails`.
struct SampleVehicle {
    let index: Int
    let place: PlatePlace
    let kind: PlateKind
    /// Position among the fleets of its kind.
    private let fleetPosition: Int
    /// The day it was or will be registered, in days since 1970-01-01.
    let registeredDay: Int
    let storyNumber: Int?

    init(_ index: Int, in setting: WorldSetting) {
        self.index = index
        storyNumber = setting.storyNumber(index)
        var draws = setting.draws(.vehicle, index)
        if let storyNumber {
            let kinds = Story(number: storyNumber).kinds
            let kind = kinds[storyNumber / Story.allCases.count % kinds.count]
            let block = setting.vehicles / PlatePlan.block + 1 + storyNumber
            var place = setting.plan.place(of: kind, choice: draws.next(), block: block)
            place.story = storyNumber
            self.place = place
        } else {
            place = setting.plan.place(index)
        }
        kind = setting.plan.cells[place.cell].kind
        fleetPosition = Fleet.weights[Int(kind.rawValue)].draw(&draws)
        let age = Self.age(kind, &draws)
        if let storyNumber {
            let years = Story(number: storyNumber).isNew ? 0 : 4 + draws.below(4)
            registeredDay = years == 0 ? setting.today + 6 : setting.today - years * 365 - draws.below(300)
        } else if kind.isExchanged, place.givesPlateAway {
            registeredDay = min(setting.today - age, Exchange(place, in: setting).day - 400 - draws.below(900))
        } else if kind.isExchanged, place.receivesPlate {
            registeredDay = Exchange(place, in: setting).day + 20 + draws.below(130)
        } else {
            registeredDay = setting.today - age
        }
    }

    var fleet: Fleet { Fleet.byKind[Int(kind.rawValue)][fleetPosition] }

    /// 营业性: only such vehicles may have their cover rest.
    var isCommercial: Bool {
        switch fleet.use {
        case .rental, .cityBus, .highwayCoach, .commercial: true
        default: false
        }
    }

    /// The classes whose premium never floats (facts 2).
    var isFloated: Bool { !kind.isMotorcycle && kind != .tractor && kind != .lowSpeed }

    private static let newEnergyYears = Weights([30, 25, 18, 12, 7, 4, 2, 1])

    /// Days since registration; a few are registered only some days after as-of.
    private static func age(_ kind: PlateKind, _ draws: inout Draws) -> Int {
        switch kind {
        case .temporary: return draws.below(400)
        case .smallElectric, .smallHybrid, .largeElectric:
            // Most of them are young, the more so every year.
            return newEnergyYears.draw(&draws) * 365 + draws.below(365) - 8
        case .motorcycle, .lightMotorcycle, .lowSpeed, .tractor: return draws.below(10 * 365)
        default: return draws.below(14 * 365) - 8
        }
    }
}
