package import TransparencyLog

/// Entries of a log with their proofs in one file, which anybody can check offline: a C2SP tlog-proof of one entry,
/// whose extra data hold that entry opened, and further ones with their paths to the same head. `docs/proofs.md` tells
/// the format byte by byte.
package struct ProofFile: Sendable {
    /// An entry beside the first one, and its path in the same tree.
    package struct Further: Equatable, Sendable {
        package let entry: OpenedEntry
        package let path: [Hash]
    }

    package static let firstLine = "xubao-proof/1"
    /// The first one and what comes with it.
    package static let entryLimit = 64

    package let proof: LogProof
    /// The registry's key as the file itself names it; nobody vouches for it.
    package let key: NoteVerifier
    package let entry: OpenedEntry
    /// By rising index; the first entry is not among them.
    package let further: [Further]

    /// The proofs are of the checkpoint's tree, the first one of `entry`; the further ones rise by index.
    package init(
        _ entry: OpenedEntry, _ proof: InclusionProof, further: [(entry: OpenedEntry, proof: InclusionProof)] = [],
        in checkpoint: SignedCheckpoint, signedWith key: NoteVerifier
    ) {
        precondition(further.count < Self.entryLimit, "a file holds few entries")
        precondition(
            proof.index == entry.index && further.allSatisfy { $0.proof.index == $0.entry.index },
            "each entry comes with its own proof")
        let further = further.map { Further(entry: $0.entry, path: $0.proof.path) }
        self.proof = LogProof(proof, in: checkpoint, extra: Self.extra(key, entry, further))
        self.key = key
        self.entry = entry
        self.further = further
    }

    init(proof: LogProof, key: NoteVerifier, entry: OpenedEntry, further: [Further]) {
        self.proof = proof
        self.key = key
        self.entry = entry
        self.further = further
    }

    /// All entries, by rising index.
    package var entries: [OpenedEntry] { ([entry] + further.map(\.entry)).sorted { $0.index < $1.index } }
}
