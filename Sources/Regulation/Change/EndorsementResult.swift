/// What an endorsement adds to the premium; negative is returned.
public struct EndorsementResult<Node: Sendable>: Sendable {
    public let kind: EndorsementKind
    public let delta: Derived<Amount, Node>
}
