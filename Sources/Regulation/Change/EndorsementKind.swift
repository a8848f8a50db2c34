/// How an endorsement changes the premium (Underwriting Code 5(3), 5(4)).
public enum EndorsementKind: String, CaseIterable, Codable, Sendable {
    /// By the days that remain (按照日费率).
    case dailyRate
    /// The difference for the whole year (按照保单年度重新核定).
    case redetermination

    public var title: Sentence {
        switch self {
        case .dailyRate: Sentence("按日费率批改", "by daily rate")
        case .redetermination: Sentence("按保单年度重新核定", "redetermined for the year")
        }
    }

    public var citation: Citation {
        switch self {
        case .dailyRate: Citation(.underwritingCode2020, "第五节三")
        case .redetermination: Citation(.underwritingCode2020, "第五节四")
        }
    }
}
