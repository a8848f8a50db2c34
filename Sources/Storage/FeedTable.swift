import GRDB
import Registry
import Regulation

/// What each insurer has reported, as stored.
enum FeedTable {
    static func read(_ database: Database) throws -> FeedStatus {
        var feed = FeedStatus()
        try forEachRow(database) { row in
            if let code = InsurerCode(row.code) { feed.insurers[code] = row.insurer }
        }
        return feed
    }

    /// An insurer as its row says it.
    struct Row {
        let code: String
        let insurer: FeedStatus.Insurer
        let rowCheck: Int64
        /// `false` where the count of sequence numbers cannot be read; it is empty then.
        let isReadable: Bool
    }

    static func forEachRow(_ database: Database, _ body: (Row) throws -> Void) throws {
        let select = try SQLiteStatement(
            database,
            """
            SELECT insurer, name, reported_through, last_accepted_at, accepted, open_quarantine, sequences, row_check
            FROM insurers ORDER BY insurer
            """, checksTypes: true)
        try select.rows { row in
            var insurer = FeedStatus.Insurer(name: row.text(1))
            insurer.reportedThrough = row.optionalInt(2).flatMap { Instant(milliseconds: $0) }
            insurer.lastAcceptedAt = row.optionalInt(3).flatMap { Instant(milliseconds: $0) }
            insurer.accepted = row.int(4)
            insurer.openQuarantine = row.int(5)
            let sequences = SequenceLedger(bytes: row.bytes(6))
            insurer.sequences = sequences ?? SequenceLedger()
            try body(
                Row(code: row.text(0), insurer: insurer, rowCheck: row.int(7), isReadable: sequences != nil))
        }
    }
}
