import FoundationEssentials
import GRDB
import Registry
import Regulation

/// What each insurer has reported, as stored.
enum FeedTable {
    static func read(_ database: Database) throws -> FeedStatus {
        var feed = FeedStatus()
        for row in try Row.fetchAll(database, sql: "SELECT * FROM insurers ORDER BY insurer") {
            guard let code = InsurerCode(row["insurer"] as String) else { continue }
            var insurer = FeedStatus.Insurer(name: row["name"])
            insurer.reportedThrough = (row["reported_through"] as Int64?).flatMap { Instant(milliseconds: $0) }
            insurer.lastAcceptedAt = (row["last_accepted_at"] as Int64?).flatMap { Instant(milliseconds: $0) }
            insurer.accepted = row["accepted"]
            insurer.openQuarantine = row["open_quarantine"]
            insurer.sequences = SequenceLedger(bytes: Array(row["sequences"] as Data)) ?? SequenceLedger()
            feed.insurers[code] = insurer
        }
        return feed
    }
}
