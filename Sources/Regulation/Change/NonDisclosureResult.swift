/// Where the procedure stands, and its two clocks.
public struct NonDisclosureResult<Node: Sendable>: Sendable {
    public let stage: Derived<NonDisclosureStage, Node>
    /// The last day on which the policyholder may make it good; `nil` until the notice was received.
    public let disclosureUntil: CivilDate?
    /// The last day on which the insurer may cancel.
    public let cancellationUntil: CivilDate
}
