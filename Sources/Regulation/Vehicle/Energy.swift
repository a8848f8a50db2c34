/// What drives a vehicle (能源种类); decides relief from vehicle tax and which plate it bears.
public enum Energy: String, CaseIterable, Sendable {
    case petrol, diesel, gas, batteryElectric, fuelCell, plugInHybrid

    /// The term we write.
    public var chineseTerm: String { terms[0] }

    /// Every term seen in insurers' files; the first is the one we write.
    private var terms: [String] {
        switch self {
        case .petrol: ["汽油"]
        case .diesel: ["柴油"]
        case .gas: ["天然气", "燃气"]
        case .batteryElectric: ["纯电动", "纯电"]
        case .fuelCell: ["燃料电池"]
        case .plugInHybrid: ["插电式混合动力", "插混"]
        }
    }

    /// Reads an English code or a Chinese term.
    public static func read(_ text: String) -> Reading<Energy> { vocabulary.read(text) }

    private static let vocabulary = Vocabulary<Energy>(name: "能源种类", path: "energy", terms: \.terms)
}
