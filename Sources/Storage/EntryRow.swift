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
        let bytes = try sealer.open(row.content, .entries, row: index)
        guard let content = EntryContent(canonicalBytes: bytes), let time = Instant(milliseconds: row.committedAt)
        else {
            throw RegistryFault.entryDamaged(index)
        }
        let entry = Entry(id: EntryID(log: log, index: index), committedAt: time, content: content)
        guard entry.leaf.hash.bytes == row.leaf else { throw RegistryFault.entryDamaged(index) }
        return entry
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
