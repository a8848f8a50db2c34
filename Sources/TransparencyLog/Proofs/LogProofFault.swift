/// Why a proof file proves nothing about a leaf.
package enum LogProofFault: Error, Equatable, Sendable {
    case checkpoint(NoteFault)
    /// The checkpoint's tree does not reach the index.
    case indexBeyondTree
    /// The path does not lead from this leaf to the checkpoint's head.
    case leafNotIncluded
}
