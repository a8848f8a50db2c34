import Regulation
import TransparencyLog

/// The lines of a proof file's extra data. Everything is bounded: by the file's own length, and by what an entry can
/// hold.
extension StatementLines {
    /// More parts than any entry has numbers for.
    private static let partLimit = 255

    /// `committed` and the parts of an entry, up to the next entry or the end.
    mutating func entry(at index: Int64) -> OpenedEntry? {
        guard let text = value("committed"),
            let milliseconds = Decimal.value(of: text.utf8, atMost: Instant.distantFuture.milliseconds),
            let committedAt = Instant(milliseconds: milliseconds)
        else { return nil }
        var parts: [OpenedPart] = []
        var last: UInt8 = 0
        while !isAtEnd, !begins(with: "further") {
            guard parts.count < Self.partLimit, let part = part() else { return nil }
            if let number = part.number {
                // A number twice would be two values of one field.
                guard number > last else { return nil }
                last = number
            }
            parts.append(part)
        }
        return parts.isEmpty ? nil : OpenedEntry(index: index, committedAt: committedAt, parts: parts)
    }

    /// A further entry: its index, its path, and itself.
    mutating func further() -> ProofFile.Further? {
        guard let text = value("further"),
            let index = Decimal.value(of: text.utf8, atMost: MerkleTree.sizeLimit)
        else { return nil }
        var path: [Hash] = []
        while let text = value("path") {
            guard path.count < WitnessRequest.pathLimit, let hash = Base64.hash(of: text) else { return nil }
            path.append(hash)
        }
        return entry(at: index).map { ProofFile.Further(entry: $0, path: path) }
    }

    private mutating func part() -> OpenedPart? {
        if let text = value("hidden") { return Base64.hash(of: text).map { .hidden($0) } }
        if begins(with: "open") {
            guard let words = values("open", count: 3), let number = Self.number(words[0]),
                let salt = Base64.bytes(of: words[1]).flatMap({ Salt(bytes: $0) }),
                let bytes = Base64.bytes(of: words[2]), bytes.count <= EntryContent.longestValue,
                let value = String(validating: bytes, as: UTF8.self)
            else { return nil }
            return .open(number: number, salt: salt, value: value)
        }
        guard let words = values("erased", count: 3), let number = Self.number(words[0]),
            let commitment = Base64.hash(of: words[1]), let entry = EntryID(words[2])
        else { return nil }
        return .erased(number: number, commitment: commitment, by: entry)
    }

    private static func number(_ text: String) -> UInt8? {
        Decimal.value(of: text.utf8, atMost: 255).flatMap { $0 > 0 ? UInt8($0) : nil }
    }
}
