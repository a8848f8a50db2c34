/// A kind of plate as it hangs on vehicles of the sample world: its category, its form, its share of all vehicles.
///
/// Not here: trailers (not insured since 2013, regulation article 42), vehicles of the army and the armed police
/// (article 44 leaves them to their own rules).
enum PlateKind: UInt8, CaseIterable, Sendable {
    case smallCar, smallElectric, smallHybrid, large, largeElectric
    case motorcycle, lightMotorcycle, lowSpeed, tractor
    case training, trainingMotorcycle, police, policeMotorcycle, rescue
    case temporary, test, foreign, embassy, consulate, hongKong, macao

    /// Code of the category (GA/T 16.7); an emergency rescue plate has none of its own there.
    var category: String {
        switch self {
        case .smallCar: "02"
        case .smallElectric, .smallHybrid: "52"
        case .large: "01"
        case .largeElectric: "51"
        case .motorcycle: "07"
        case .lightMotorcycle: "08"
        case .lowSpeed: "13"
        case .tractor: "14"
        case .training: "16"
        case .trainingMotorcycle: "17"
        case .police: "23"
        case .policeMotorcycle: "24"
        case .rescue: "99"
        case .temporary: "22"
        case .test: "18"
        case .foreign: "06"
        case .embassy: "03"
        case .consulate: "04"
        case .hongKong: "26"
        case .macao: "27"
        }
    }

    /// Vehicles of this kind among a hundred thousand.
    var share: Int {
        switch self {
        case .smallCar: 76_500
        case .smallElectric: 5950
        case .smallHybrid: 2550
        case .large: 5500
        case .largeElectric: 500
        case .motorcycle: 5400
        case .lightMotorcycle: 700
        case .lowSpeed: 700
        case .tractor: 700
        case .training: 400
        case .trainingMotorcycle: 30
        case .police: 250
        case .policeMotorcycle: 60
        case .rescue: 50
        case .temporary: 400
        case .test: 30
        case .foreign: 80
        case .embassy: 40
        case .consulate: 30
        case .hongKong: 90
        case .macao: 40
        }
    }

    /// Where plates of this kind are given out.
    enum Spread { case everyOffice, capitalOffices, consulateProvinces, guangdong, beijing }

    var spread: Spread {
        switch self {
        case .smallCar, .smallElectric, .smallHybrid, .large, .motorcycle, .temporary: .everyOffice
        case .embassy: .beijing
        case .consulate: .consulateProvinces
        case .hongKong, .macao: .guangdong
        default: .capitalOffices
        }
    }

    var isMotorcycle: Bool {
        switch self {
        case .motorcycle, .lightMotorcycle, .trainingMotorcycle, .policeMotorcycle: true
        default: false
        }
    }

    /// Whether plates of this kind change hands between vehicles in the sample world.
    var isExchanged: Bool { self == .smallCar || self == .large || self == .motorcycle }
}
