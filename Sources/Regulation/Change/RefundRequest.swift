/// What a refund is asked for with; what is not known is `nil`, and the rule says whether it needs it.
public struct RefundRequest: Hashable, Sendable {
    /// As collected, with its float; vehicle tax is no part of it.
    public var premium: Amount?
    public var start: Instant?
    public var end: Instant?
    public var cancelledAt: Instant?
    public var ground: CancellationGround?
    /// When the other contract of a duplicate starts.
    public var otherStart: Instant?

    public init(
        premium: Amount? = nil, start: Instant? = nil, end: Instant? = nil, cancelledAt: Instant? = nil,
        ground: CancellationGround? = nil, otherStart: Instant? = nil
    ) {
        self.premium = premium
        self.start = start
        self.end = end
        self.cancelledAt = cancelledAt
        self.ground = ground
        self.otherStart = otherStart
    }
}
