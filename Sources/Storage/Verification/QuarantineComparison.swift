import GRDB
import Registry

/// Compares the notes of records in quarantine with the rows that keep them.
struct QuarantineComparison {
    let rows: StoredRows
    let check: FileCheck

    func run(_ feed: FeedReplay, _ findings: Findings) throws {
        var missing = Set(feed.notes.keys)
        let select = try SQLiteStatement(
            rows.database,
            """
            SELECT quarantine.position, quarantine.insurer, quarantine.digest, key_number, record, settled, row_check,
                quarantine_positions.insurer, quarantine_positions.digest
            FROM quarantine LEFT JOIN quarantine_positions ON quarantine_positions.position = quarantine.position
            ORDER BY quarantine.position
            """, checksTypes: true)
        try findings.collect {
            try select.rows { row in
                let index = row.int(0)
                guard missing.remove(index) != nil, let note = feed.notes[index],
                    try agrees(row, note, index)
                else {
                    findings.add(Divergence.quarantineDiffers(index))
                    return
                }
            }
        }
        for index in missing { findings.add(Divergence.quarantineMissing(index)) }
        let places = try Int64.fetchOne(rows.database, sql: "SELECT COUNT(*) FROM quarantine_positions")
        if places != Int64(feed.notes.count) { findings.add(Divergence.rowDiffers(table: "quarantine_positions")) }
    }

    private func agrees(_ row: borrowing SQLiteStatement.Row, _ note: FeedReplay.Note, _ index: Int64) throws -> Bool {
        let digest = LookupKey(row.int(2))
        let keyNumber = row.optionalInt(3)
        guard row.text(1) == note.insurer.text, row.int(5) == (note.isSettled ? 1 : 0),
            row.int(6) == check.sealer.checks.quarantine(index, digest, keyNumber: keyNumber),
            row.text(7) == row.text(1), row.optionalInt(8) == digest.value
        else { return false }
        guard let keyNumber else { return row.optionalBytes(4) == nil }
        guard let record = row.optionalBytes(4), let entry = try rows.entry(index),
            let content = try? EntryRow.entry(entry.row, index: index, log: check.log, sealer: check.sealer).content
        else { return false }
        switch check.key(keyNumber, among: [keyNumber: try rows.key(keyNumber)].compactMapValues { $0 }) {
        case .there(let key):
            return !note.isErased && PersonalValuesCheck.opens(record, key: key, seed: content.seed)
        case .erased(let isAwaiting): return note.isErased != isAwaiting && (isAwaiting || record.isEmpty)
        case .missing: return false
        }
    }
}
