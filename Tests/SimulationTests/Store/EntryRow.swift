import Regulation
import TransparencyLog

@testable import Registry

/// An entry: its leaf in the open, its content and the persons' values sealed.
struct EntryRow {
    let committedAt: Instant
    let leaf: Hash
    let file: FileID?
    let content: [UInt8]
    let personal: [SealedPersonalValues]
}

extension EntryRow: Row {
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 64)
        writer.bigEndian(committedAt.milliseconds)
        writer.raw(leaf.bytes)
        writer.optional(file?.number)
        writer.sized(content)
        writer.variable(UInt64(personal.count))
        for values in personal { writer.write(values) }
        return writer.result
    }

    init(_ bytes: [UInt8]) throws {
        var reader = ByteReader(bytes)
        guard let committed = reader.bigEndian().flatMap({ Instant(milliseconds: $0) }),
            let leaf = reader.bytes(count: Hash.byteCount).flatMap({ Hash(bytes: $0) }),
            let file = reader.optionalSigned(),
            let content = reader.sized(),
            let persons = reader.count(most: 16)
        else { throw UnreadableRow() }
        committedAt = committed
        self.leaf = leaf
        self.file = file.map(FileID.init)
        self.content = content
        personal = try (0..<persons).map { _ in try reader.personal() }
        guard reader.isAtEnd else { throw UnreadableRow() }
    }
}
