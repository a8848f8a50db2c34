import Registry

/// An entry's row as it lies.
struct StoredEntry: Sendable {
    let position: Int64
    let shard: Int64
    let file: FileID?
    let row: EntryRow
    let personal: [UInt8]?
}
