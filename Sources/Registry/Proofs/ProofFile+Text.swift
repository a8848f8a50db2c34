import Regulation
import TransparencyLog

extension ProofFile {
    /// The file.
    package var encoded: String { proof.encoded }

    /// What stands in the extra line, in base 64.
    static func extra(_ key: NoteVerifier, _ entry: OpenedEntry, _ further: [Further]) -> [UInt8] {
        var lines = [firstLine, "key \(key.encoded)"] + self.lines(of: entry)
        for more in further {
            lines.append("further \(more.entry.index)")
            lines += more.path.map { "path \(Base64.text(of: $0.bytes))" }
            lines += self.lines(of: more.entry)
        }
        return lines.flatMap { Array($0.utf8) + [0x0A] }
    }

    private static func lines(of entry: OpenedEntry) -> [String] {
        ["committed \(entry.committedAt.milliseconds)"]
            + entry.parts.map { part in
                switch part {
                case .open(let number, let salt, let value):
                    "open \(number) \(Base64.text(of: salt.bytes)) \(Base64.text(of: Array(value.utf8)))"
                case .hidden(let commitment): "hidden \(Base64.text(of: commitment.bytes))"
                case .erased(let number, let commitment, let entry):
                    "erased \(number) \(Base64.text(of: commitment.bytes)) \(entry.text)"
                }
            }
    }

    /// `nil` unless this is a proof file of ours, in its one spelling. It may come from anybody.
    package init?(_ encoded: String) {
        guard let proof = LogProof(encoded), let bytes = proof.extra,
            let extra = String(validating: bytes, as: UTF8.self)
        else { return nil }
        var lines = StatementLines(extra)
        guard lines.take(Self.firstLine), let key = lines.value("key").flatMap({ NoteVerifier($0) }), key.use == .text,
            let entry = lines.entry(at: proof.index)
        else { return nil }
        var further: [Further] = []
        while !lines.isAtEnd {
            guard further.count + 1 < Self.entryLimit, let next = lines.further(),
                next.entry.index > further.last?.entry.index ?? -1, next.entry.index != entry.index
            else { return nil }
            further.append(next)
        }
        // What was read too leniently anywhere above is written otherwise.
        guard Self.extra(key, entry, further) == bytes else { return nil }
        self.init(proof: proof, key: key, entry: entry, further: further)
    }
}
