package import Regulation
package import TransparencyLog

/// What the public log holds of an entry: when it was committed and a commitment to its fields. Nothing else.
package struct Leaf: Equatable, Sendable {
    package let committedAt: Instant
    package let fieldRoot: Hash

    package init(committedAt: Instant, fieldRoot: Hash) {
        self.committedAt = committedAt
        self.fieldRoot = fieldRoot
    }

    /// `nil` unless these are the bytes of a leaf.
    package init?(bytes: [UInt8]) {
        var reader = ByteReader(bytes)
        guard let head = reader.bytes(count: Self.firstLine.count), head == Self.firstLine,
            let milliseconds = reader.bigEndian(), let committedAt = Instant(milliseconds: milliseconds),
            let root = reader.bytes(count: Hash.byteCount), let fieldRoot = Hash(bytes: root), reader.isAtEnd
        else { return nil }
        self.init(committedAt: committedAt, fieldRoot: fieldRoot)
    }

    private static let firstLine = Array("xubao-entry/1\n".utf8)

    /// `xubao-entry/1\n`, milliseconds since 1970 as eight big-endian bytes, the field root.
    package var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 56)
        writer.raw(Self.firstLine)
        writer.bigEndian(committedAt.milliseconds)
        fieldRoot.withUnsafeBytes { writer.raw($0) }
        return writer.result
    }

    package var hash: Hash { MerkleTree.leafHash(bytes) }
}
