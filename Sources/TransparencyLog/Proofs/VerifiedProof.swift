/// What a proof file has proven: the leaf stands at this index of the tree that this checkpoint states.
package struct VerifiedProof: Equatable, Sendable {
    package let checkpoint: SignedCheckpoint
    package let index: Int64
    /// The known witnesses who saw the checkpoint.
    package let cosignatures: [Cosignature]
}
