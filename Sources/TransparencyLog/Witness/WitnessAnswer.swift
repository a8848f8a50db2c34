/// What a witness answers to a request, decided from the request, the logs it knows and what it cosigned last.
package enum WitnessAnswer: Equatable, Sendable {
    /// Store the checkpoint as the log's latest — only if the one decided on still is — then sign it and answer with
    /// the cosignature's line.
    case admitted(SignedCheckpoint)
    case malformed
    case unknownLog
    /// No signature of the log's keys, or a wrong one.
    case unsigned
    /// Another size than the request started from was cosigned last; this one.
    case conflict(Int64)
    /// The tree is no continuation. The note is the log's own word and worth keeping as evidence.
    case inconsistent(SignedCheckpoint)

    /// - Parameters:
    ///   - log: the log of an origin, if this witness follows it
    ///   - latest: the checkpoint it cosigned last for an origin
    package init(
        to request: WitnessRequest?, log: (String) throws -> LogIdentity?, latest: (String) throws -> Checkpoint?
    ) rethrows {
        guard let request, let claimed = Checkpoint(text: request.note.text) else {
            self = .malformed
            return
        }
        guard let log = try log(claimed.origin) else {
            self = .unknownLog
            return
        }
        guard let signed = try? SignedCheckpoint(request.note, of: log) else {
            self = .unsigned
            return
        }
        let known = try latest(claimed.origin)
        if request.oldSize > claimed.size {
            self = .malformed
        } else if request.oldSize != known?.size ?? 0 {
            self = .conflict(known?.size ?? 0)
        } else {
            let proof = ConsistencyProof(oldSize: request.oldSize, newSize: claimed.size, path: request.path)
            let oldRoot = known?.root ?? MerkleTree.emptyRoot(by: log.algorithm)
            let isConsistent = proof.proves(oldRoot: oldRoot, newRoot: claimed.root, by: log.algorithm)
            self = isConsistent ? .admitted(signed) : .inconsistent(signed)
        }
    }

    /// The status of the HTTP answer.
    package var status: Int {
        switch self {
        case .admitted: 200
        case .malformed: 400
        case .unsigned: 403
        case .unknownLog: 404
        case .conflict: 409
        case .inconsistent: 422
        }
    }

    /// The body of a 409, of content type `text/x.tlog.size`.
    package static func body(ofConflict size: Int64) -> String { "\(size)\n" }

    /// What the body of a 409 says.
    package static func size(inConflict body: String) -> Int64? {
        guard body.utf8.last == 0x0A else { return nil }
        return Decimal.value(of: body.utf8.dropLast(), atMost: MerkleTree.sizeLimit)
    }
}
