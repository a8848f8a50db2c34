/// What is paid back when a contract is cancelled, and what must be shown for it.
public struct RefundResult<Node: Sendable>: Sendable {
    public let refund: Derived<Amount, Node>
    /// Who may end the contract on this ground.
    public let party: CancellationParty
    public let evidence: [CancellationEvidence]
}
