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

    /// As they are stored; without an entry where none says so yet.
    static func stored(_ database: Database) throws -> [(key: Int64, entry: Int64?)] {
        var found: [(Int64, Int64?)] = []
        try SQLiteStatement(
            database, "SELECT key_number, erased_by FROM erasures ORDER BY key_number", checksTypes: true
        )
        .rows { found.append(($0.int(0), $0.optionalInt(1))) }
        return found
    }

    /// Compares the rows with what the entries make, and both with the key store.
    func compare(_ traces: some Sequence<EntryTrace>, keys: Database, _ findings: Findings) throws {
        var derived = try derived(from: traces)
        for (key, entry) in try Self.stored(rows.database) {
            guard derived.removeValue(forKey: key) == entry else {
                findings.add(Divergence.rowDiffers(table: "erasures"))
                continue
            }
            guard
                try Int.fetchOne(
                    keys, sql: "SELECT 1 FROM person_keys WHERE number = ? AND wrapped = x''", arguments: [key]) != nil
            else {
                findings.add(Divergence.personKeyDiffers(key))
                continue
            }
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
        for (key, entry) in try Self.stored(rows.database) {
            if let right = derived[key], right == entry {
                derived[key] = nil
            } else if derived[key] == nil, entry != nil {
                try rows.database.execute(sql: "DELETE FROM erasures WHERE key_number = ?", arguments: [key])
                changed += 1
            }
        }
        for (key, entry) in derived.sorted(by: { $0.key < $1.key }) {
            try rows.database.execute(
                sql: "INSERT INTO erasures (key_number, erased_by) VALUES (?, ?) "
                    + "ON CONFLICT (key_number) DO UPDATE SET erased_by = excluded.erased_by",
                arguments: [key, entry])
            changed += 1
        }
        return changed
    }
}
