/// Which of its two sets of limits a policy pays under: with fault in the accident, or without — Regulation 23.
public enum LiabilityHeading: String, CaseIterable, Sendable {
    case atFault, noFault

    public var title: Sentence {
        switch self {
        case .atFault: Sentence("有责任", "at fault")
        case .noFault: Sentence("无责任", "without fault")
        }
    }
}
