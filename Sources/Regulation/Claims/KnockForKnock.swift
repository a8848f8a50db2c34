/// Whether each insurer may simply pay its own vehicle (互碰自赔), and what that would give — 2009 settlement rules.
public struct KnockForKnock<Node: Sendable>: Sendable {
    public var isEligible: Bool { reasons.isEmpty }
    /// Every condition that is not met.
    public let reasons: [Finding]
    /// From each vehicle to itself; empty unless eligible.
    public let payments: [CompensationPayment<Node>]
}
