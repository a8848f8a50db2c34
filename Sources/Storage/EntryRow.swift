import Registry
import Regulation
import TransparencyLog

/// A row of `entries` as read, and what it says once opened.
struct EntryRow {
    let committedAt: Int64
    let leaf: [UInt8]
    let content: [UInt8]

    /// Opens the row and compares its leaf: what is served is what was committed to.
    static func entry(_ row: EntryRow, index: Int64, log: LogName, sealer: RowSealer) throws -> Entry {
        let (bytes, leaf) = try opened(row, index: index, sealer: sealer)
        guard let content = EntryContent(canonicalBytes: bytes) else { throw RegistryFault.entryDamaged(index) }
        return Entry(id: EntryID(log: log, index: index), committedAt: leaf.committedAt, content: content)
    }

    /// The leaf of the row, hashed anew from what it says and compared with the one that was stored.
    static func leaf(_ row: EntryRow, index: Int64, sealer: RowSealer) throws -> Leaf {
        try opened(row, index: index, sealer: sealer).leaf
    }

    private static func opened(_ row: EntryRow, index: Int64, sealer: RowSealer) throws -> (bytes: [UInt8], leaf: Leaf)
    {
        let bytes = try sealer.open(row.content, .entries, row: index)
        guard let root = FieldRoot.of(canonicalBytes: bytes), let time = Instant(milliseconds: row.committedAt) else {
            throw RegistryFault.entryDamaged(index)
        }
        let leaf = Leaf(committedAt: time, fieldRoot: root)
        guard leaf.hash.bytes == row.leaf else { throw RegistryFault.entryDamaged(index) }
        return (bytes, leaf)
    }
}

extension SealedPersonalValues {
    /// Each as key number (8 bytes), length (4 bytes), bytes.
    static func encode(_ values: [SealedPersonalValues]) -> [UInt8] {
        var result: [UInt8] = []
        for value in values {
            withUnsafeBytes(of: value.keyNumber.bigEndian) { result.append(contentsOf: $0) }
            withUnsafeBytes(of: UInt32(value.bytes.count).bigEndian) { result.append(contentsOf: $0) }
            result.append(contentsOf: value.bytes)
        }
        return result
    }
}
