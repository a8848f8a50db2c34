import GRDB
import Registry
import Regulation

/// Puts right which records were taken in, what is in quarantine, and the insurers' counts.
struct ReportRebuild {
    let database: Database
    let checks: RowCheck
    let traces: [EntryTrace]
    let feed: FeedReplay

    func run(_ report: inout IndexRebuild.Report) throws {
        try rebuildReports(&report)
        try rebuildDigests(&report)
        try rebuildQuarantine(&report)
        try rebuildInsurers(&report)
    }

    private func rebuildReports(_ report: inout IndexRebuild.Report) throws {
        var digests: [Int64: LookupKey] = [:]
        var wrong: [(String, Int64)] = []
        try SQLiteStatement(database, "SELECT insurer, sequence, position, digest, row_check FROM reports").rows {
            row in
            let mark = ReportMark(index: row.int(2), digest: LookupKey(row.int(3)))
            let isChecked = row.int(4) == checks.report(mark)
            if isChecked { digests[mark.index] = mark.digest }
            let trace = received(mark.index)
            if !isChecked || trace?.sequence != row.int(1) || trace?.insurer.text != row.text(0) {
                wrong.append((row.text(0), row.int(1)))
                if isChecked { digests[mark.index] = mark.digest }
            }
        }
        let drop = try SQLiteStatement(database, "DELETE FROM reports WHERE insurer = ? AND sequence = ?")
        for (insurer, sequence) in wrong {
            drop.bind(1, insurer)
            drop.bind(2, sequence)
            try drop.run()
        }
        let insert = try SQLiteStatement(
            database,
            "INSERT INTO reports (insurer, sequence, position, digest, row_check) VALUES (?, ?, ?, ?, ?) "
                + "ON CONFLICT (insurer, sequence) DO NOTHING")
        for trace in traces where trace.kind == .received {
            guard let sequence = trace.sequence else { continue }
            let mark = ReportMark(index: trace.index, digest: digests[trace.index] ?? Self.lost(trace.index))
            insert.bind(1, trace.insurer.text)
            insert.bind(2, sequence)
            insert.bind(3, mark.index)
            insert.bind(4, mark.digest.value)
            insert.bind(5, checks.report(mark))
            try insert.run()
            guard database.changesCount > 0 else { continue }
            report.reports += 1
            if digests[trace.index] == nil { report.digestsLost += 1 }
        }
    }

    private func rebuildDigests(_ report: inout IndexRebuild.Report) throws {
        var known: [Int64: LookupKey] = [:]
        var wrong: [(Int64, String)] = []
        try SQLiteStatement(database, "SELECT digest, insurer, position, row_check FROM report_digests").rows { row in
            let digest = LookupKey(row.int(0))
            let trace = received(row.int(2))
            if row.int(3) == checks.reportDigest(digest, index: row.int(2)), let trace, trace.sequence == nil {
                known[row.int(2)] = digest
                if trace.insurer.text == row.text(1) { return }
            }
            wrong.append((digest.value, row.text(1)))
        }
        let drop = try SQLiteStatement(database, "DELETE FROM report_digests WHERE digest = ? AND insurer = ?")
        for (digest, insurer) in wrong {
            drop.bind(1, digest)
            drop.bind(2, insurer)
            try drop.run()
        }
        let insert = try SQLiteStatement(
            database,
            "INSERT INTO report_digests (digest, insurer, position, row_check) VALUES (?, ?, ?, ?) "
                + "ON CONFLICT (digest, insurer) DO NOTHING")
        for trace in traces where trace.kind == .received && trace.sequence == nil {
            let digest = known[trace.index] ?? Self.lost(trace.index)
            insert.bind(1, digest.value)
            insert.bind(2, trace.insurer.text)
            insert.bind(3, trace.index)
            insert.bind(4, checks.reportDigest(digest, index: trace.index))
            try insert.run()
            guard database.changesCount > 0 else { continue }
            report.reports += 1
            if known[trace.index] == nil { report.digestsLost += 1 }
        }
    }

    private func received(_ index: Int64) -> EntryTrace? {
        guard let position = Int(exactly: index), traces.indices.contains(position),
            traces[position].kind == .received
        else { return nil }
        return traces[position]
    }

    /// Stands for a digest that nothing tells any more; no record has it.
    private static func lost(_ index: Int64) -> LookupKey { LookupKey(~index) }

    private struct Kept {
        let digest: LookupKey
        let keyNumber: Int64?
        let record: [UInt8]?
    }

    private func rebuildQuarantine(_ report: inout IndexRebuild.Report) throws {
        var kept: [Int64: Kept] = [:]
        var right = 0
        let select = try SQLiteStatement(
            database,
            """
            SELECT quarantine.position, quarantine.insurer, quarantine.digest, key_number, record, settled, row_check,
                quarantine_positions.insurer, quarantine_positions.digest
            FROM quarantine LEFT JOIN quarantine_positions ON quarantine_positions.position = quarantine.position
            """)
        try select.rows { row in
            let index = row.int(0)
            let one = Kept(
                digest: LookupKey(row.int(2)), keyNumber: row.optionalInt(3), record: row.optionalBytes(4))
            guard row.int(6) == checks.quarantine(index, one.digest, keyNumber: one.keyNumber) else { return }
            kept[index] = one
            guard let note = feed.notes[index], note.insurer.text == row.text(1),
                row.int(5) == (note.isSettled ? 1 : 0), row.text(7) == row.text(1), row.optionalInt(8) == row.int(2)
            else { return }
            right += 1
        }
        let counts = try ["quarantine", "quarantine_positions"].map {
            try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM \($0)") ?? 0
        }
        guard right != feed.notes.count || counts != [right, right] else { return }
        try database.execute(sql: "DELETE FROM quarantine; DELETE FROM quarantine_positions")
        let insert = try SQLiteStatement(
            database,
            "INSERT INTO quarantine (insurer, digest, position, key_number, record, settled, row_check) "
                + "VALUES (?, ?, ?, ?, ?, ?, ?)")
        let place = try SQLiteStatement(
            database, "INSERT INTO quarantine_positions (position, insurer, digest) VALUES (?, ?, ?)")
        for (index, note) in feed.notes.sorted(by: { $0.key < $1.key }) {
            let one = kept[index] ?? Kept(digest: Self.lost(index), keyNumber: nil, record: nil)
            if kept[index] == nil { report.digestsLost += 1 }
            insert.bind(1, note.insurer.text)
            insert.bind(2, one.digest.value)
            insert.bind(3, index)
            insert.bind(4, one.keyNumber)
            insert.bind(5, one.record)
            insert.bind(6, note.isSettled ? 1 as Int64 : 0)
            insert.bind(7, checks.quarantine(index, one.digest, keyNumber: one.keyNumber))
            try insert.run()
            place.bind(1, index)
            place.bind(2, note.insurer.text)
            place.bind(3, one.digest.value)
            try place.run()
        }
        report.quarantined += Int64(feed.notes.count - right)
    }

    /// The row's check tells whether name and watermark are as they were: with the right counts it must come out.
    private func rebuildInsurers(_ report: inout IndexRebuild.Report) throws {
        var stored: [FeedTable.Row] = []
        try FeedTable.forEachRow(database) { stored.append($0) }
        let update = try SQLiteStatement(
            database,
            "UPDATE insurers SET last_accepted_at = ?, accepted = ?, open_quarantine = ?, sequences = ?, row_check = ? "
                + "WHERE insurer = ?")
        for row in stored {
            let (code, insurer) = (row.code, row.insurer)
            var made = insurer
            let counted = InsurerCode(code).flatMap { feed.insurers[$0] } ?? FeedStatus.Insurer(name: "")
            made.lastAcceptedAt = counted.lastAcceptedAt
            made.accepted = counted.accepted
            made.openQuarantine = counted.openQuarantine
            made.sequences = counted.sequences
            let isWhole = [made, insurer].contains { checks.insurer(code, $0) == row.rowCheck }
            if !isWhole { report.insurersInDoubt += 1 }
            guard made != insurer || !row.isReadable else { continue }
            report.insurers += 1
            update.bind(1, made.lastAcceptedAt?.milliseconds)
            update.bind(2, made.accepted)
            update.bind(3, made.openQuarantine)
            update.bind(4, made.sequences.bytes)
            update.bind(5, isWhole ? checks.insurer(code, made) : row.rowCheck)
            update.bind(6, code)
            try update.run()
        }
    }
}
