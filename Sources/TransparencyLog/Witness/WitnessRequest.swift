/// What a log asks of a witness: to cosign a checkpoint that continues the one it cosigned last (C2SP tlog-witness,
/// add-checkpoint).
package struct WitnessRequest: Equatable, Sendable {
    package static let pathLimit = 63
    package static let byteLimit = SignedNote.byteLimit + 4_096

    /// The size the witness is believed to have seen last; 0 when it never saw this log.
    package let oldSize: Int64
    /// A consistency proof from there; empty when there is nothing to prove.
    package let path: [Hash]
    package let note: SignedNote

    package init(proof: ConsistencyProof, checkpoint: SignedCheckpoint) {
        oldSize = proof.oldSize
        path = proof.path
        note = checkpoint.note
    }

    /// The body of the request.
    package var encoded: String {
        "old \(oldSize)\n" + path.map { Base64.text(of: $0.bytes) + "\n" }.joined() + "\n" + note.encoded
    }

    /// `nil` unless this is the body of such a request, in its one spelling.
    package init?(_ encoded: String) {
        guard encoded.utf8.count <= Self.byteLimit, var lines = LeadingLines(encoded) else { return nil }
        guard let first = lines.head.popFirst(), first.utf8.starts(with: "old ".utf8),
            let oldSize = Decimal.value(of: first.utf8.dropFirst(4), atMost: MerkleTree.sizeLimit),
            lines.head.count <= Self.pathLimit, let path = lines.hashes(), let note = SignedNote(lines.rest)
        else { return nil }
        self.oldSize = oldSize
        self.path = path
        self.note = note
    }
}
