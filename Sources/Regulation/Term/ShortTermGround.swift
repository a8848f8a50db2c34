/// The four cases in which cover may be shorter than a year — Underwriting Code 2(5).
public enum ShortTermGround: String, CaseIterable, Sendable {
    /// 境外机动车临时入境.
    case temporaryEntry
    /// 距报废期限不足一年.
    case scrapWithinYear
    /// 临时上道路行驶.
    case temporaryRoadUse
    /// 银保监会规定的其他情形.
    case other

    public var title: Sentence {
        switch self {
        case .temporaryEntry: Sentence("境外机动车临时入境", "a foreign vehicle enters for a time")
        case .scrapWithinYear: Sentence("距报废期限不足一年", "less than a year before it must be scrapped")
        case .temporaryRoadUse: Sentence("临时上道路行驶", "on the road for a time only")
        case .other: Sentence("银保监会规定的其他情形", "another case set by the regulator")
        }
    }

    public var citation: Citation {
        switch self {
        case .temporaryEntry: Citation(.underwritingCode2020, "第二节五(一)")
        case .scrapWithinYear: Citation(.underwritingCode2020, "第二节五(二)")
        case .temporaryRoadUse: Citation(.underwritingCode2020, "第二节五(三)")
        case .other: Citation(.underwritingCode2020, "第二节五(四)")
        }
    }

    /// Whether the history moves the premium — Underwriting Code 3(2).
    var floats: Bool { self == .scrapWithinYear || self == .other }
}
