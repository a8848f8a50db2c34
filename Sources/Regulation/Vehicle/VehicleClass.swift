/// The class of a motor vehicle as the tariff divides them (机动车种类).
public enum VehicleClass: String, CaseIterable, Sendable {
    case passenger, truck, semiTrailerTractor, lowSpeedTruck, threeWheeler, special, motorcycle, tractor, trailer

    /// The term we write.
    public var chineseTerm: String { terms[0] }

    /// Every term seen in insurers' files; the first is the one we write.
    private var terms: [String] {
        switch self {
        case .passenger: ["客车", "载客汽车"]
        case .truck: ["货车", "载货汽车"]
        case .semiTrailerTractor: ["半挂牵引车"]
        case .lowSpeedTruck: ["低速载货汽车", "低速货车"]
        case .threeWheeler: ["三轮汽车"]
        case .special: ["特种车"]
        case .motorcycle: ["摩托车"]
        case .tractor: ["拖拉机"]
        case .trailer: ["挂车"]
        }
    }

    /// Reads an English code or a Chinese term.
    public static func read(_ text: String) -> Reading<VehicleClass> { vocabulary.read(text) }

    private static let vocabulary = Vocabulary<VehicleClass>(name: "机动车种类", path: "vehicleClass", terms: \.terms)
}
