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

    /// `xubao-entry/1\n`, milliseconds since 1970 as eight big-endian bytes, the field root.
    package var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 56)
        writer.raw(Array("xubao-entry/1\n".utf8))
        writer.bigEndian(committedAt.milliseconds)
        fieldRoot.withUnsafeBytes { writer.raw($0) }
        return writer.result
    }

    package var hash: Hash { MerkleTree.leafHash(bytes) }
}
