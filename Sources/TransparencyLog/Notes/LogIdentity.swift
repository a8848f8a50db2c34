/// What one has to know of a log beforehand to believe its checkpoints.
package struct LogIdentity: Sendable {
    package let origin: String
    /// The log's keys; several while one is being replaced. Any of them makes a checkpoint the log's.
    package let verifiers: [NoteVerifier]
    package let algorithm: HashAlgorithm

    package init(origin: String, verifiers: [NoteVerifier], algorithm: HashAlgorithm = .sha256) {
        self.origin = origin
        self.verifiers = verifiers
        self.algorithm = algorithm
    }

    /// The name under which witnesses serve the log's checkpoint: `<this>/checkpoint` (C2SP tlog-witness).
    package var originHash: String { HashAlgorithm.sha256.digest(of: Array(origin.utf8)).hex }
}
