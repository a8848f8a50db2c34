/// What compulsory insurance pays for one accident, everybody in the order of their ids.
public struct Compensation<Node: Sendable>: Sendable {
    /// By the clauses: a policy that does not answer advances rescue costs and pays nothing else.
    public let payments: [CompensationPayment<Node>]
    /// All payments as a court would have them, where that differs; `nil` where it does not.
    public let courtPayments: [CompensationPayment<Node>]?
    /// What `payments` leave open, per loss; nothing that is paid in full stands here.
    public let uncompensated: [UncompensatedLoss]
    /// Beside `payments`, never instead of them.
    public let knockForKnock: KnockForKnock<Node>
    /// The sum of `payments`.
    public let total: Derived<Amount, Node>
}
