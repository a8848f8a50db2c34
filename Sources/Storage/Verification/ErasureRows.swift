import GRDB
import Registry

/// The rows of `erasures` as the entries make them: each key that was given up, with the first entry that says so.
struct ErasureRows {
    let rows: StoredRows
    let check: FileCheck

    /// `traces` are those of erasures; others are passed over.
    func derived(from traces: some Sequence<EntryTrace>) throws -> [Int64: Int64] {
        var derived: [Int64: Int64] = [:]
        for trace in traces where trace.kind == .erasure {
            for key in try keys(of: trace) { derived[key] = min(derived[key] ?? trace.index, trace.index) }
        }
        return derived
    }

    /// The keys that an erasure gave up at its own place.
    func keys(of trace: EntryTrace) throws -> [Int64] {
        guard let target = trace.erases, let stored = try rows.entry(trace.index),
            let place = try StoredPlaces(database: rows.database).beside([target]).first
        else { return [] }
        let erasure = try check.entry(stored).content
        guard erasure.erasesRecord == place.isRecord else { return [] }
        if place.isRecord { return place.keys }
        guard let entry = try rows.entry(target) else { return [] }
        let fields = try check.entry(entry).content.personalFields(sealedIn: place.keys.count)
        let erased = Set(erasure.erasedFields)
        return zip(place.keys, fields).compactMap { key, fields in Set(fields) == erased ? key : nil }
    }

    /// A row as it is stored; without an entry where none says so yet.
    struct Row {
        let key: Int64
        let entry: Int64?
        /// What told the key from others of its number; empty where that is not known any more.
        let was: [UInt8]
        let rowCheck: Int64

        func isRight(_ checks: RowCheck) -> Bool { checks.erasure(of: key, by: entry, was: was) == rowCheck }
    }

    static func stored(_ database: Database) throws -> [Row] {
        var found: [Row] = []
        try SQLiteStatement(
            database, "SELECT key_number, erased_by, was, row_check FROM erasures ORDER BY key_number",
            checksTypes: true
        ).rows { found.append(Row(key: $0.int(0), entry: $0.optionalInt(1), was: $0.bytes(2), rowCheck: $0.int(3))) }
        return found
    }

    /// The keys that were given up. Throws where a row was changed: acting on it could take a key that nobody gave up.
    static func checked(_ database: Database, by checks: RowCheck) throws -> [Int64] {
        try stored(database).map { row in
            guard row.isRight(checks) else { throw StorageFault.damaged(table: "erasures", row: row.key) }
            return row.key
        }
    }

    /// Compares the rows with what the entries make, and both with the key store.
    func compare(_ traces: some Sequence<EntryTrace>, keys: Database, _ findings: Findings) throws {
        var derived = try derived(from: traces)
        let select = try SQLiteStatement(keys, "SELECT 1 FROM person_keys WHERE number = ? AND wrapped = x''")
        for row in try Self.stored(rows.database) {
            guard derived.removeValue(forKey: row.key) == row.entry, row.isRight(check.sealer.checks) else {
                findings.add(Divergence.rowDiffers(table: "erasures"))
                continue
            }
            var isGone = false
            select.bind(1, row.key)
            try select.rows { _ in isGone = true }
            if !isGone { findings.add(Divergence.personKeyDiffers(row.key)) }
        }
        if !derived.isEmpty { findings.add(Divergence.rowDiffers(table: "erasures")) }
    }

    /// Whether a key is noted as given up.
    static func isNoted(_ key: Int64, _ database: Database) throws -> Bool {
        try Int.fetchOne(database, sql: "SELECT 1 FROM erasures WHERE key_number = ?", arguments: [key]) != nil
    }

    /// Makes the rows that the entries tell anew; those that await an entry stay. How many differed.
    func rebuild(_ traces: some Sequence<EntryTrace>) throws -> Int64 {
        var derived = try derived(from: traces)
        var changed: Int64 = 0
        var was: [Int64: [UInt8]] = [:]
        for row in try Self.stored(rows.database) {
            let isRight = row.isRight(check.sealer.checks)
            if isRight { was[row.key] = row.was }
            if isRight, derived[row.key] == row.entry {
                derived[row.key] = nil
            } else if derived[row.key] == nil {
                try rows.database.execute(sql: "DELETE FROM erasures WHERE key_number = ?", arguments: [row.key])
                changed += 1
            }
        }
        let statements = try WriterStatements(rows.database, checks: check.sealer.checks)
        for (key, entry) in derived.sorted(by: { $0.key < $1.key }) {
            try statements.noteErasure(of: key, by: entry, was: was[key] ?? [])
            changed += 1
        }
        return changed
    }
}
