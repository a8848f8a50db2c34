/// The two kinds of motorcycle on a licence, which decide the row of one without displacement.
public enum MotorcycleKind: String, CaseIterable, Sendable {
    case ordinary, moped

    public var title: Sentence {
        switch self {
        case .ordinary: Sentence("普通摩托车", "ordinary motorcycle")
        case .moped: Sentence("轻便摩托车", "moped")
        }
    }
}
