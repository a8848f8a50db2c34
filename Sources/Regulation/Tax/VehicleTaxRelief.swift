/// Relief from vehicle tax, shown by a catalogue of the ministries or a certificate (Vehicle Tax Law arts. 3 to 5).
public enum VehicleTaxRelief: String, CaseIterable, Codable, Sendable {
    case exempt, half

    public var title: Sentence {
        switch self {
        case .exempt: Sentence("免征", "exempt")
        case .half: Sentence("减半征收", "half")
        }
    }
}
