import Registry
import Regulation

/// A vehicle as its owner would call it; each is a class and a use of the tariff.
enum VehicleChoice: String, CaseIterable {
    case family, company, office, taxi, cityBus, coach
    case truck, truckForHire, tractorUnit, tractorUnitForHire, lowSpeedTruck, threeWheeler
    case special, motorcycle, tractor, trailer

    /// What has to be known of it besides; the class of the inputs that ask for it.
    enum Need: String {
        case seats, load, traction, special, motorcycle, tractor
    }

    var need: Need? {
        switch self {
        case .family, .company, .office, .taxi, .cityBus, .coach: .seats
        case .truck, .truckForHire: .load
        case .tractorUnit, .tractorUnitForHire: .traction
        case .special: .special
        case .motorcycle: .motorcycle
        case .tractor: .tractor
        case .lowSpeedTruck, .threeWheeler, .trailer: nil
        }
    }

    var vehicleClass: VehicleClass {
        switch self {
        case .family, .company, .office, .taxi, .cityBus, .coach: .passenger
        case .truck, .truckForHire: .truck
        case .tractorUnit, .tractorUnitForHire: .semiTrailerTractor
        case .lowSpeedTruck: .lowSpeedTruck
        case .threeWheeler: .threeWheeler
        case .special: .special
        case .motorcycle: .motorcycle
        case .tractor: .tractor
        case .trailer: .trailer
        }
    }

    var use: VehicleUse? {
        switch self {
        case .family: .household
        case .company: .enterprise
        case .office: .government
        case .taxi: .rental
        case .cityBus: .cityBus
        case .coach: .highwayCoach
        case .truck, .tractorUnit: .nonCommercial
        case .truckForHire, .tractorUnitForHire: .commercial
        case .lowSpeedTruck, .threeWheeler, .special, .motorcycle, .tractor, .trailer: nil
        }
    }

    var title: Phrase {
        switch self {
        case .family: Phrase("家用小客车", "Family car")
        case .company: Phrase("单位自用客车", "Company car or bus, own use")
        case .office: Phrase("机关、事业单位客车", "Car or bus of a public office")
        case .taxi: Phrase("出租、租赁、网约客车", "Taxi or rental car")
        case .cityBus: Phrase("城市公交车", "City bus")
        case .coach: Phrase("公路客运车", "Highway coach")
        case .truck: Phrase("货车，自用", "Truck, own use")
        case .truckForHire: Phrase("货车，营运", "Truck, for hire")
        case .tractorUnit: Phrase("半挂牵引车，自用", "Semi-trailer tractor, own use")
        case .tractorUnitForHire: Phrase("半挂牵引车，营运", "Semi-trailer tractor, for hire")
        case .lowSpeedTruck: Phrase("低速载货汽车", "Low-speed truck")
        case .threeWheeler: Phrase("三轮汽车", "Three-wheeler")
        case .special: Phrase("特种车", "Special vehicle")
        case .motorcycle: Phrase("摩托车", "Motorcycle")
        case .tractor: Phrase("拖拉机", "Farm tractor")
        case .trailer: Phrase("挂车", "Trailer")
        }
    }

    /// As the list shows them.
    static let groups: [(title: Phrase, choices: [VehicleChoice])] = [
        (Phrase("客车", "Cars and buses"), [.family, .company, .office, .taxi, .cityBus, .coach]),
        (
            Phrase("货车", "Trucks"),
            [.truck, .truckForHire, .tractorUnit, .tractorUnitForHire, .lowSpeedTruck, .threeWheeler]
        ),
        (Phrase("其他", "Others"), [.special, .motorcycle, .tractor, .trailer]),
    ]
}
