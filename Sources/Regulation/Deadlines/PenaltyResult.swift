/// The fine an act carries, from and to, and what is done besides.
public struct PenaltyResult<Node: Sendable>: Sendable {
    public let least: Derived<Amount, Node>
    public let most: Derived<Amount, Node>
    public let terms: PenaltyTerms
}
