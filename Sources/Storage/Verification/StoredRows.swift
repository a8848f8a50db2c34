import GRDB
import Registry
import TransparencyLog

/// Reads rows as they lie, for whoever checks them; on one connection, in whatever state it sees.
final class StoredRows {
    let database: Database
    private let sealer: RowSealer
    private let selectEntry, selectFold: SQLiteStatement
    private let selectKey: SQLiteStatement?
    private var prepared: [String: SQLiteStatement] = [:]

    /// `keys` is a connection to the key store; without one no keys are found.
    init(_ database: Database, keys: Database?, sealer: RowSealer) throws {
        self.database = database
        self.sealer = sealer
        selectEntry = try SQLiteStatement(
            database,
            "SELECT shard, file, committed_at, leaf, content, personal FROM entries WHERE position = ?",
            checksTypes: true)
        selectFold = try SQLiteStatement(database, "SELECT fold FROM files WHERE file = ?", checksTypes: true)
        selectKey = try keys.map {
            try SQLiteStatement($0, "SELECT person, wrapped FROM person_keys WHERE number = ?", checksTypes: true)
        }
    }

    /// Whether more files are entered under a key than are looked through.
    func isShared(_ key: LookupKey) throws -> Bool {
        var count = 0
        let select = try statement("SELECT file FROM lookups WHERE lookup = ? LIMIT ?")
        select.bind(1, key.value)
        select.bind(2, Int64(SharedName.most) + 1)
        try select.rows { _ in count += 1 }
        return count > SharedName.most
    }

    /// All such keys.
    func sharedKeys() throws -> Set<LookupKey> {
        var keys: Set<LookupKey> = []
        let select = try SQLiteStatement(
            database, "SELECT lookup FROM lookups GROUP BY lookup HAVING COUNT(*) > ?")
        select.bind(1, Int64(SharedName.most))
        try select.rows { keys.insert(LookupKey($0.int(0))) }
        return keys
    }

    /// A statement that is used again and again, but never while it is being read from.
    func statement(_ sql: String) throws -> SQLiteStatement {
        if let known = prepared[sql] { return known }
        let made = try SQLiteStatement(database, sql, checksTypes: true)
        prepared[sql] = made
        return made
    }

    /// The merges around a file.
    func merges(around id: FileID) throws -> MergeTable { try MergeTable(around: id) { try statement($0) } }

    /// How many entries there are, by the last; whether all of them are there the walk along them tells.
    func entryCount() throws -> Int64 {
        var last: Int64 = -1
        try SQLiteStatement(database, "SELECT position FROM entries ORDER BY position DESC LIMIT 1", checksTypes: true)
            .rows {
                last = $0.int(0)
            }
        return max(0, min(last, MerkleTree.sizeLimit) + 1)
    }

    /// The first entry there is from a place on.
    func entry(from position: Int64) throws -> Int64? {
        var found: Int64?
        let select = try SQLiteStatement(
            database, "SELECT position FROM entries WHERE position >= ? ORDER BY position LIMIT 1", checksTypes: true)
        select.bind(1, position)
        try select.rows { found = $0.int(0) }
        return found
    }

    func entry(_ position: Int64) throws -> StoredEntry? {
        var found: StoredEntry?
        selectEntry.bind(1, position)
        try selectEntry.rows { row in
            found = StoredEntry(
                position: position, shard: row.int(0), file: row.optionalInt(1).map(FileID.init),
                row: EntryRow(committedAt: row.int(2), leaf: row.bytes(3), content: row.bytes(4)),
                personal: row.optionalBytes(5))
        }
        return found
    }

    func key(_ number: Int64) throws -> StoredKey? {
        var found: StoredKey?
        selectKey?.bind(1, number)
        try selectKey?.rows { row in
            let wrapped = row.bytes(1)
            found = StoredKey(
                person: LookupKey(row.int(0)), wrapped: wrapped,
                isAwaitingEntry: try wrapped.isEmpty && isAwaitingEntry(number))
        }
        return found
    }

    /// Whether a key was given up and no entry says so yet.
    func isAwaitingEntry(_ key: Int64) throws -> Bool {
        let select = try statement("SELECT erased_by FROM erasures WHERE key_number = ?")
        var isAwaiting = false
        select.bind(1, key)
        try select.rows { isAwaiting = $0.optionalInt(0) == nil }
        return isAwaiting
    }

    /// The keys that personal values beside these entries were sealed under.
    func keys(of entries: [StoredEntry]) throws -> [Int64: StoredKey] {
        var keys: [Int64: StoredKey] = [:]
        for entry in entries {
            for values in entry.personal.flatMap({ SealedPersonalValues.decode($0) }) ?? [] {
                keys[values.keyNumber] = try key(values.keyNumber)
            }
        }
        return keys
    }

    func sealedFold(_ id: FileID) throws -> [UInt8]? {
        var sealed: [UInt8]?
        selectFold.bind(1, id.number)
        try selectFold.rows { sealed = $0.bytes(0) }
        return sealed
    }

    /// The file under this number with its entries; throws a `Divergence` when there is none.
    func file(_ id: FileID, merges: MergeTable, withKeys: Bool = true) throws -> StoredFile {
        guard let sealed = try sealedFold(id) else { throw Divergence.foldUnreadable(id.number) }
        return try file(id, sealed: sealed, merges: merges, withKeys: withKeys)
    }

    /// Throws a `Divergence` where the fold does not open, or an entry it names is not there.
    func file(_ id: FileID, sealed: [UInt8], merges: MergeTable, withKeys: Bool = true) throws -> StoredFile {
        guard let bytes = try? sealer.open(sealed, .files, row: id.number),
            let (fold, indexes) = Self.fold(bytes)
        else { throw Divergence.foldUnreadable(id.number) }
        let entries = try indexes.map { index in
            guard let entry = try entry(index) else { throw Divergence.entryMissing(index) }
            return entry
        }
        return StoredFile(
            id: id, bytes: bytes, fold: fold, entries: entries, merges: merges,
            keys: withKeys ? try keys(of: entries) : [:])
    }

    /// Of a fold in another version the entries and merges are enough.
    private static func fold(_ bytes: [UInt8]) -> (VehicleFile, [Int64])? {
        if let fold = VehicleFile(bytes: bytes) { return (fold, fold.entries) }
        var indexes: [Int64] = []
        let head = VehicleFile(
            anew: bytes,
            entries: {
                indexes = $0
                return []
            })
        return head.map { ($0, indexes) }
    }
}
