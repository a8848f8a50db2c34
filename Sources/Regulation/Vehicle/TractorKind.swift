/// The two kinds of tractor the tariff knows (兼用型, 运输型).
public enum TractorKind: String, CaseIterable, Sendable {
    /// Works fields, and carries loads only by drawing a trailer; harvesters too.
    case multiPurpose
    /// Has a load bed of its own.
    case transport

    public var title: Sentence {
        switch self {
        case .multiPurpose: Sentence("兼用型拖拉机", "multi-purpose tractor")
        case .transport: Sentence("运输型拖拉机", "transport tractor")
        }
    }
}
