/// One traffic violation, for regions that link them to the premium.
public struct ViolationRecord: Hashable, Sendable {
    public var happenedAt: Instant
    /// As the region's row names it: `redLight`.
    public var kind: String

    public init(happenedAt: Instant, kind: String) {
        self.happenedAt = happenedAt
        self.kind = kind
    }
}
