/// What a vehicle is used for, as the tariff divides it (使用性质).
public enum VehicleUse: String, CaseIterable, Sendable {
    case household, enterprise, government, rental, cityBus, highwayCoach, nonCommercial, commercial

    /// The term we write.
    public var chineseTerm: String { terms[0] }

    /// Every term seen in insurers' files; the first is the one we write.
    private var terms: [String] {
        switch self {
        case .household: ["家庭自用"]
        case .enterprise: ["企业非营业", "企业"]
        case .government: ["机关非营业", "机关", "党政机关"]
        case .rental: ["出租租赁", "出租、租赁", "营业出租租赁"]
        case .cityBus: ["城市公交", "营业城市公交"]
        case .highwayCoach: ["公路客运", "营业公路客运"]
        case .nonCommercial: ["非营业"]
        case .commercial: ["营业"]
        }
    }

    /// Reads an English code or a Chinese term.
    public static func read(_ text: String) -> Reading<VehicleUse> { vocabulary.read(text) }

    private static let vocabulary = Vocabulary<VehicleUse>(name: "使用性质", path: "use", terms: \.terms)
}
