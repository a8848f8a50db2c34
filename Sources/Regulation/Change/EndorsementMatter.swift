/// What an endorsement is about, which decides how it is reckoned and whether there may be one (Underwriting
/// Code 5(3), 5(4)).
public enum EndorsementMatter: String, CaseIterable, Codable, Sendable {
    /// Sold, transferred or given within the place of registration.
    case localTransfer
    case useChanged
    case otherChange
    /// What mattered was not told truly when the insurance was taken out.
    case misstatement
    /// Rebuilt, added to, or used otherwise, so that the danger grew, and nobody was told.
    case unreportedAlteration
    /// The period of insurance itself.
    case period

    /// `nil` for what may not be endorsed.
    public var kind: EndorsementKind? {
        switch self {
        case .localTransfer, .useChanged, .otherChange: .dailyRate
        case .misstatement, .unreportedAlteration: .redetermination
        case .period: nil
        }
    }

    public var title: Sentence {
        switch self {
        case .localTransfer: Sentence("本地过户", "transfer within the place of registration")
        case .useChanged: Sentence("变更使用性质", "change of use")
        case .otherChange: Sentence("变更其他事项", "other change")
        case .misstatement: Sentence("未如实告知重要事项", "misstatement of what matters")
        case .unreportedAlteration: Sentence("改装、加装、使用性质改变未通知", "alteration that was not reported")
        case .period: Sentence("变更保险期间", "change of the period of insurance")
        }
    }

    public var citation: Citation {
        switch self {
        case .localTransfer: Citation(.underwritingCode2020, "第五节三(一)")
        case .useChanged: Citation(.underwritingCode2020, "第五节三(二)")
        case .otherChange: Citation(.underwritingCode2020, "第五节三(三)")
        case .misstatement: Citation(.underwritingCode2020, "第五节四(一)")
        case .unreportedAlteration: Citation(.underwritingCode2020, "第五节四(二)")
        case .period: Citation(.underwritingCode2020, "第五节三")
        }
    }
}
