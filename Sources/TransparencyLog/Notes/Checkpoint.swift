/// A log's statement of its size and head (C2SP tlog-checkpoint).
package struct Checkpoint: Equatable, Sendable {
    /// Who speaks: the log's name, the same for ever.
    package let origin: String
    package let size: Int64
    package let root: Hash
    /// Further lines, which nobody but the log knows the meaning of.
    package let extensions: [String]

    /// The origin is a line of text that is not empty; the size is within `MerkleTree.sizeLimit`.
    package init(origin: String, size: Int64, root: Hash) {
        precondition(Self.isLine(origin), "an origin is one line")
        precondition((0...MerkleTree.sizeLimit).contains(size), "no log has this size")
        self.origin = origin
        self.size = size
        self.root = root
        extensions = []
    }

    /// What is signed.
    package var text: String {
        ([origin, String(size), Base64.text(of: root.bytes)] + extensions).map { $0 + "\n" }.joined()
    }

    /// `nil` unless this is the text of a checkpoint, in its one spelling.
    package init?(text: String) {
        guard text.utf8.last == 0x0A else { return nil }
        let lines = text.utf8.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
        guard lines.count >= 3, lines.allSatisfy(Self.isLine),
            let size = Decimal.value(of: lines[1].utf8, atMost: MerkleTree.sizeLimit),
            let root = Base64.hash(of: lines[2])
        else { return nil }
        origin = lines[0]
        self.size = size
        self.root = root
        extensions = Array(lines.dropFirst(3))
    }

    private static func isLine(_ text: String) -> Bool { !text.isEmpty && !text.utf8.contains { $0 < 0x20 } }
}
