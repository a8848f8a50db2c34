import GRDB
import Registry

/// Puts the look-ups right: takes away what no entry makes, enters what is missing.
struct KeyRebuild {
    let database: Database
    let derived: [EnteredKey]
    let noted: [FileID: LookupKey]
    let merges: MergeTable
    private(set) var added: Int64 = 0
    private(set) var removed: Int64 = 0

    init(database: Database, derived: [EnteredKey], noted: [FileID: LookupKey], merges: MergeTable) {
        self.database = database
        self.derived = derived
        self.noted = noted
        self.merges = merges
    }

    mutating func run() throws {
        var comparison = KeyComparison(derived: derived) { [merges] in merges.current($0) }
        var differences: [KeyComparison.Difference] = []
        var strays: [(key: Int64, shard: Int64, file: Int64)] = []
        let select = try SQLiteStatement(
            database, "SELECT lookup, shard, file FROM lookups ORDER BY lookup, shard, file")
        try select.rows { row in
            guard row.int(1) == 0 else {
                strays.append((row.int(0), row.int(1), row.int(2)))
                return
            }
            comparison.take(LookupKey(row.int(0)), FileID(row.int(2))) { differences.append($0) }
        }
        comparison.finish { differences.append($0) }
        let drop = try SQLiteStatement(
            database, "DELETE FROM lookups WHERE lookup = ? AND shard = ? AND file = ?")
        for difference in differences {
            if case .unfounded(let key, let file) = difference { strays.append((key.value, 0, file.number)) }
        }
        for stray in strays {
            drop.bind(1, stray.key)
            drop.bind(2, stray.shard)
            drop.bind(3, stray.file)
            try drop.run()
            removed += 1
        }
        let enter = try SQLiteStatement(
            database,
            "INSERT INTO lookups (lookup, shard, file) VALUES (?, 0, ?) ON CONFLICT (lookup, shard, file) DO NOTHING")
        let missing = differences.compactMap { difference -> (LookupKey, FileID)? in
            if case .missing(let key, let file) = difference { (key, file) } else { nil }
        }
        for (key, file) in missing + vehiclesUnderReview {
            enter.bind(1, key.value)
            enter.bind(2, file.number)
            try enter.run()
            added += Int64(database.changesCount)
        }
    }

    /// A vehicle known by nothing but a record in quarantine is found by all that the record names. A further file of a
    /// vehicle is only a note: it came when the vehicle's own held enough of them.
    private var vehiclesUnderReview: [(LookupKey, FileID)] {
        let vehicles = noted.filter { file, vin in
            derived.firstIndex { $0.key >= vin }.map { derived[$0].key == vin && derived[$0].file == file } ?? false
        }
        guard !vehicles.isEmpty else { return [] }
        return derived.filter { !$0.isCertain && vehicles[$0.file] != nil }.map { ($0.key, $0.file) }
    }
}
