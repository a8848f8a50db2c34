import Registry

/// An entry's row as it lies.
struct StoredEntry: Sendable {
    let position: Int64
    let shard: Int64
    let file: FileID?
    let row: EntryRow
    let personal: [UInt8]?
}

/// A vehicle's file as stored, with everything it is checked against, read in one state of the database.
struct StoredFile: Sendable {
    let id: FileID
    /// The fold as it was opened.
    let bytes: [UInt8]
    /// What it says; of another version's fold only the entries and the merges.
    let fold: VehicleFile
    let entries: [StoredEntry]
    let merges: MergeTable
    let keys: [Int64: StoredKey]
}

/// A row of the key store.
struct StoredKey: Sendable {
    let person: LookupKey
    let wrapped: [UInt8]
}

extension SealedPersonalValues {
    /// Reads what `encode` writes; `nil` for anything else.
    static func decode(_ bytes: [UInt8]) -> [SealedPersonalValues]? {
        var values: [SealedPersonalValues] = []
        var rest = bytes[...]
        func number(_ count: Int) -> UInt64? {
            guard rest.count >= count else { return nil }
            defer { rest = rest.dropFirst(count) }
            return rest.prefix(count).reduce(0) { $0 << 8 | UInt64($1) }
        }
        while !rest.isEmpty {
            guard let key = number(8), let count = number(4), rest.count >= Int(count) else { return nil }
            values.append(
                SealedPersonalValues(keyNumber: Int64(bitPattern: key), bytes: Array(rest.prefix(Int(count)))))
            rest = rest.dropFirst(Int(count))
        }
        return values
    }
}
