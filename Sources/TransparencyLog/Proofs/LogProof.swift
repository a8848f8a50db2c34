/// A proof file that anybody can check offline: an index, the path from its leaf to the head, and the checkpoint with
/// its cosignatures (C2SP tlog-proof).
package struct LogProof: Equatable, Sendable {
    package static let firstLine = "c2sp.org/tlog-proof@v1"
    /// 1 MiB; a longer file is none.
    package static let byteLimit = 1_048_576

    /// Whatever the application needs to find the leaf. Not protected by anything in the file.
    package let extra: [UInt8]?
    package let index: Int64
    package let path: [Hash]
    package let note: SignedNote

    /// The proof must be of the checkpoint's tree.
    package init(_ proof: InclusionProof, in checkpoint: SignedCheckpoint, extra: [UInt8]? = nil) {
        precondition(proof.treeSize == checkpoint.checkpoint.size, "proof and checkpoint are of one tree")
        self.extra = extra
        index = proof.index
        path = proof.path
        note = checkpoint.note
    }

    /// The file.
    package var encoded: String {
        var result = Self.firstLine + "\n"
        if let extra { result += "extra \(Base64.text(of: extra))\n" }
        result += "index \(index)\n"
        for hash in path { result += Base64.text(of: hash.bytes) + "\n" }
        return result + "\n" + note.encoded
    }

    /// `nil` unless this is a proof file, in its one spelling.
    package init?(_ encoded: String) {
        guard encoded.utf8.count <= Self.byteLimit, var lines = LeadingLines(encoded),
            lines.head.popFirst()?.utf8.elementsEqual(Self.firstLine.utf8) == true, var line = lines.head.popFirst()
        else { return nil }
        if line.utf8.starts(with: "extra ".utf8) {
            guard let bytes = Base64.bytes(of: line.dropFirst(6)), let next = lines.head.popFirst() else { return nil }
            extra = bytes
            line = next
        } else {
            extra = nil
        }
        guard line.utf8.starts(with: "index ".utf8),
            let index = Decimal.value(of: line.utf8.dropFirst(6), atMost: MerkleTree.sizeLimit),
            lines.head.count <= WitnessRequest.pathLimit, let path = lines.hashes(), let note = SignedNote(lines.rest)
        else { return nil }
        self.index = index
        self.path = path
        self.note = note
    }

    /// Checks everything the file claims of a leaf, whose hash the caller has computed from what it was shown.
    ///
    /// Wrong cosignatures of a known witness are refused; how many right ones suffice is for the caller to say.
    package func verified(
        leaf: Hash, in log: LogIdentity, witnesses: [NoteVerifier] = []
    ) throws(LogProofFault) -> VerifiedProof {
        let checkpoint: SignedCheckpoint
        let cosignatures: [Cosignature]
        do {
            checkpoint = try SignedCheckpoint(note, of: log)
            cosignatures = try checkpoint.cosignatures(by: witnesses)
        } catch { throw .checkpoint(error) }
        let size = checkpoint.checkpoint.size
        guard index < size else { throw .indexBeyondTree }
        let inclusion = InclusionProof(index: index, treeSize: size, path: path)
        guard inclusion.proves(leaf: leaf, in: checkpoint.checkpoint.root, by: log.algorithm) else {
            throw .leafNotIncluded
        }
        return VerifiedProof(checkpoint: checkpoint, index: index, cosignatures: cosignatures)
    }
}
