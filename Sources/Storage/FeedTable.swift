import GRDB
import Registry
import Regulation

/// What each insurer has reported, as stored.
enum FeedTable {
    static func read(_ database: Database) throws -> FeedStatus {
        var feed = FeedStatus()
        try forEachRow(database) { code, insurer, _ in
            if let code = InsurerCode(code) { feed.insurers[code] = insurer }
        }
        return feed
    }

    /// Each insurer as its row says it, and the row's check. A count of sequence numbers that cannot be read is empty.
    static func forEachRow(_ database: Database, _ body: (String, FeedStatus.Insurer, Int64) throws -> Void) throws {
        let select = try SQLiteStatement(
            database,
            """
            SELECT insurer, name, reported_through, last_accepted_at, accepted, open_quarantine, sequences, row_check
            FROM insurers ORDER BY insurer
            """)
        try select.rows { row in
            var insurer = FeedStatus.Insurer(name: row.text(1))
            insurer.reportedThrough = row.optionalInt(2).flatMap { Instant(milliseconds: $0) }
            insurer.lastAcceptedAt = row.optionalInt(3).flatMap { Instant(milliseconds: $0) }
            insurer.accepted = row.int(4)
            insurer.openQuarantine = row.int(5)
            insurer.sequences = SequenceLedger(bytes: row.bytes(6)) ?? SequenceLedger()
            try body(row.text(0), insurer, row.int(7))
        }
    }
}
