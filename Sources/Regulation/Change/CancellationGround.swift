/// Why a contract ends early: the six grounds on which a policyholder may ask (Underwriting Code 5(2)), and the
/// insurer's own, non-disclosure (Underwriting Code 5(1)).
public enum CancellationGround: String, CaseIterable, Codable, Sendable {
    case deregistered, laidUp, stolen, duplicate, movedAway, defective, nonDisclosure

    /// The term we write.
    public var title: Sentence {
        switch self {
        case .deregistered: Sentence("注销登记", "deregistered")
        case .laidUp: Sentence("办理停驶", "laid up")
        case .stolen: Sentence("丢失", "stolen or lost")
        case .duplicate: Sentence("重复投保", "duplicate cover")
        case .movedAway: Sentence("转籍", "moved away")
        case .defective: Sentence("质量问题", "defective new vehicle")
        case .nonDisclosure: Sentence("未如实告知", "non-disclosure")
        }
    }

    public var citation: Citation {
        switch self {
        case .deregistered: Citation(.underwritingCode2020, "第五节二(一)")
        case .laidUp: Citation(.underwritingCode2020, "第五节二(二)")
        case .stolen: Citation(.underwritingCode2020, "第五节二(三)")
        case .duplicate: Citation(.underwritingCode2020, "第五节二(四)")
        case .movedAway: Citation(.underwritingCode2020, "第五节二(五)")
        case .defective: Citation(.underwritingCode2020, "第五节二(六)")
        case .nonDisclosure: Citation(.underwritingCode2020, "第五节一")
        }
    }
}
