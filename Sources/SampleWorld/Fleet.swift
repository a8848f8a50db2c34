import Regulation

/// What bears plates of a kind, and for whom it drives.
struct Fleet: Sendable {
    let weight: Int
    let models: [VehicleModel]
    let use: VehicleUse
    /// The holder of its policies.
    let holder: Holder

    enum Holder: Sendable { case person, company, authority, mission }

    private init(_ weight: Int, _ models: [VehicleModel], _ use: VehicleUse, _ holder: Holder = .person) {
        self.weight = weight
        self.models = models
        self.use = use
        self.holder = holder
    }

    /// By kind of plate, in the order of `PlateKind.allCases`.
    static let byKind: [[Fleet]] = PlateKind.allCases.map(Fleet.fleets)

    static let weights: [Weights] = byKind.map { Weights($0.map(\.weight)) }

    private static func fleets(_ kind: PlateKind) -> [Fleet] {
        switch kind {
        case .smallCar:
            [
                Fleet(860, VehicleModel.cars, .household), Fleet(40, VehicleModel.cars, .enterprise, .company),
                Fleet(12, VehicleModel.cars, .government, .authority), Fleet(18, VehicleModel.cars, .rental, .company),
                Fleet(25, VehicleModel.lightTrucks, .nonCommercial),
                Fleet(35, VehicleModel.lightTrucks, .commercial, .company),
                Fleet(10, VehicleModel.vans, .enterprise, .company),
            ]
        case .smallElectric:
            [
                Fleet(82, VehicleModel.electricCars, .household),
                Fleet(8, VehicleModel.electricCars, .rental, .company),
                Fleet(8, VehicleModel.electricCars, .enterprise, .company),
                Fleet(2, VehicleModel.electricCars, .government, .authority),
            ]
        case .smallHybrid:
            [
                Fleet(92, VehicleModel.hybridCars, .household),
                Fleet(8, VehicleModel.hybridCars, .enterprise, .company),
            ]
        case .large: largeFleets
        case .largeElectric:
            [
                Fleet(4, VehicleModel.electricBuses, .cityBus, .company),
                Fleet(1, VehicleModel.electricTrucks, .commercial, .company),
            ]
        case .motorcycle, .lightMotorcycle, .lowSpeed, .tractor: farmAndCycleFleets(kind)
        case .training: [Fleet(1, VehicleModel.cars, .enterprise, .company)]
        case .trainingMotorcycle: [Fleet(1, VehicleModel.motorcycles, .nonCommercial, .company)]
        case .police: [Fleet(1, VehicleModel.cars, .government, .authority)]
        case .policeMotorcycle: [Fleet(1, VehicleModel.motorcycles, .nonCommercial, .authority)]
        case .rescue: [Fleet(1, VehicleModel.fireEngines, .nonCommercial, .authority)]
        case .temporary: [Fleet(1, VehicleModel.cars, .household)]
        case .test: [Fleet(1, VehicleModel.cars, .enterprise, .company)]
        case .foreign: [Fleet(1, VehicleModel.cars, .enterprise, .company)]
        case .embassy, .consulate: [Fleet(1, VehicleModel.cars, .enterprise, .mission)]
        case .hongKong, .macao: [Fleet(1, VehicleModel.cars, .household)]
        }
    }

    private static let largeFleets = [
        Fleet(40, VehicleModel.heavyTrucks, .commercial, .company), Fleet(8, VehicleModel.heavyTrucks, .nonCommercial),
        Fleet(28, VehicleModel.semiTrailerTractors, .commercial, .company),
        Fleet(6, VehicleModel.buses, .highwayCoach, .company), Fleet(8, VehicleModel.buses, .cityBus, .company),
        Fleet(10, VehicleModel.specials, .nonCommercial, .company),
    ]

    private static func farmAndCycleFleets(_ kind: PlateKind) -> [Fleet] {
        switch kind {
        case .motorcycle: [Fleet(1, VehicleModel.motorcycles, .household)]
        case .lightMotorcycle: [Fleet(1, VehicleModel.mopeds, .household)]
        case .lowSpeed: [Fleet(1, VehicleModel.lowSpeedVehicles, .nonCommercial)]
        default: [Fleet(1, VehicleModel.tractors, .nonCommercial)]
        }
    }
}
