package import TransparencyLog

/// Checkpoints and receipts of a log that somebody kept elsewhere. A history that was written anew does not fit them,
/// whoever signed it.
package struct KnownStatements: Sendable {
    /// By size.
    package private(set) var checkpoints: [SignedCheckpoint] = []
    /// By index.
    package private(set) var receipts: [Receipt] = []

    package init() {}

    package var isEmpty: Bool { checkpoints.isEmpty && receipts.isEmpty }

    /// Takes in every note of a text. Throws a `Divergence` for one that is not this log's or not signed by its key;
    /// the name of its source is told with it. `receipt` reads the text of a receipt.
    package mutating func add(
        _ text: String, named name: String, of log: LogIdentity, receipt: (SignedNote) -> Receipt?
    ) throws(Divergence) {
        let notes = Self.notes(in: text)
        guard !notes.isEmpty else { throw .knownNotSigned(name: name) }
        for encoded in notes {
            guard let note = SignedNote(encoded) else { throw .knownNotSigned(name: name) }
            if let checkpoint = try? SignedCheckpoint(note, of: log) {
                checkpoints.append(checkpoint)
            } else if log.verifiers.contains(where: { note.isSigned(by: $0) }), let receipt = receipt(note),
                receipt.entry.log.origin == log.origin
            {
                receipts.append(receipt)
            } else {
                throw .knownNotSigned(name: name)
            }
        }
        checkpoints.sort { $0.checkpoint.size < $1.checkpoint.size }
        receipts.sort { $0.entry.index < $1.entry.index }
    }

    /// The notes of a text, one after the other: each ends with its signature lines, and blank lines and rules of
    /// dashes between them do not count.
    static func notes(in text: String) -> [String] {
        var notes: [String] = []
        var lines: [Substring] = []
        func isSignature(_ line: Substring) -> Bool { line.hasPrefix("— ") }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if let last = lines.last, isSignature(last), !isSignature(line) {
                notes.append(lines.joined(separator: "\n") + "\n")
                lines = []
            }
            if lines.isEmpty, line.allSatisfy({ $0 == "-" || $0 == " " || $0 == "\r" }) { continue }
            lines.append(line)
        }
        if !lines.isEmpty { notes.append(lines.joined(separator: "\n") + "\n") }
        return notes
    }
}
