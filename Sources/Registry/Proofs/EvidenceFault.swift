import TransparencyLog

/// Why a proof file, an answer card or a receipt proves nothing.
package enum EvidenceFault: Error, Equatable, Sendable {
    /// It begins as one and is none: cut off, changed, or in another spelling.
    case malformed
    /// Not signed with the key it is checked with.
    case unsigned
    /// Signed in the name of the key, and not by it: forged or damaged.
    case wrongSignature
    /// About another log than the one the key is of.
    case otherLog
    /// Not the checkpoint of a log.
    case notACheckpoint
    /// The tree does not reach this entry.
    case indexBeyondTree(Int64)
    /// The entry as it is shown is not the one that stands there.
    case notInTree(Int64)
    /// A value is told to be erased, and no entry that is proven says so.
    case erasureUnproven(Int64)

    init(_ fault: NoteFault) {
        self =
            switch fault {
            case .unsigned: .unsigned
            case .wrongSignature: .wrongSignature
            case .otherOrigin: .otherLog
            case .notACheckpoint, .malformedText: .notACheckpoint
            }
    }

    init(_ fault: LogProofFault, at index: Int64) {
        self =
            switch fault {
            case .checkpoint(let fault): EvidenceFault(fault)
            case .indexBeyondTree: .indexBeyondTree(index)
            case .leafNotIncluded: .notInTree(index)
            }
    }
}
