/// What may be done with the contract when the vehicle goes to another (Underwriting Code 5(2)5, 5(3)1).
public struct TransferTreatment: Hashable, Sendable {
    public let reach: TransferReach
    /// The policy goes on under the new owner's name, by an endorsement.
    public let endorsement: EndorsementMatter?
    /// The new owner takes over rights and duties when nothing is cancelled.
    public let succession: Citation?
    /// The contract may be cancelled instead, on this ground.
    public let cancellation: CancellationGround?
    /// Whether a policy taken out anew after the cancellation floats by the vehicle's history; `nil` where nothing is
    /// cancelled.
    public let newPolicyFloats: Bool?
    public let citation: Citation
    public let sentence: Sentence
}
