/// An accident of the vehicle and, when it has been, its payment.
public struct EarlierClaim: Hashable, Sendable {
    public var accidentAt: Instant?
    /// `nil` while it is not paid.
    public var paidAt: Instant?
    public var isAtFault: Bool
    public var isDeath: Bool
    /// Confirmed by the police.
    public var isWhileStolen: Bool

    public init(
        accidentAt: Instant?, paidAt: Instant? = nil, isAtFault: Bool = false, isDeath: Bool = false,
        isWhileStolen: Bool = false
    ) {
        self.accidentAt = accidentAt
        self.paidAt = paidAt
        self.isAtFault = isAtFault
        self.isDeath = isDeath
        self.isWhileStolen = isWhileStolen
    }

    /// Accidents without fault, and while the vehicle was stolen, move nothing — Floating Rules 8 and 11(4).
    var counts: Bool { isAtFault && !isWhileStolen }
}
