import GRDB
import Registry
import Regulation

/// Makes every row anew that the entries tell, where it differs from what is there or is not there at all.
///
/// It begins from what nothing else tells: the entries with the files they lie in, the merges, and of the rest what was
/// kept: names and watermarks of insurers, digests of what was sent, rows in quarantine. It changes none of these, and
/// opens no personal value. The same rows come out whether the tables were whole, damaged or empty, so a restored
/// registry is completed by it.
package struct IndexRebuild {
    /// How many rows were put right, by what was wrong with them.
    package struct Report: Equatable, Sendable {
        package var entries: Int64 = 0
        package var folds: Int64 = 0
        package var keysAdded: Int64 = 0
        package var keysRemoved: Int64 = 0
        package var reports: Int64 = 0
        package var quarantined: Int64 = 0
        package var insurers: Int64 = 0
        package var erasures: Int64 = 0
        /// Records whose digest was lost: sent again they will not be known for the same.
        package var digestsLost: Int64 = 0
        /// Insurers whose name or watermark was changed; those the entries do not tell.
        package var insurersInDoubt: Int64 = 0

        package init() {}

        package var isUnchanged: Bool {
            folds + keysAdded + keysRemoved + reports + quarantined + insurers + erasures + digestsLost
                + insurersInDoubt == 0
        }
    }

    /// Works on a directory that this process holds, in one transaction: either all of it is done or nothing. Throws a
    /// `Divergence` where an entry is not right itself.
    package static func run(
        in directory: DataDirectory, masterKeyPath: String? = nil, progress: (_ done: Int64, _ of: Int64) -> Void
    ) throws -> Report {
        let master = try MasterKey(path: masterKeyPath ?? directory.masterKeyPath, mayCreate: false)
        let check = FileCheck(master: master)
        let queue = try Connection.writer(directory.registryPath, cacheKiB: 81_920)
        defer { WALKeeper.empty(queue) }
        try Migrations.registry(check.sealer).migrate(queue)
        return try queue.inDatabase { database in
            // Entries are sorted by their files; that may be more than memory holds.
            try database.execute(sql: "PRAGMA temp_store = FILE; BEGIN IMMEDIATE")
            do {
                let report = try IndexRebuild(database, check: check).run(progress: progress)
                try database.execute(sql: "COMMIT")
                return report
            } catch {
                try? database.execute(sql: "ROLLBACK")
                throw Findings.divergence(error) ?? StorageFault.from(error)
            }
        }
    }

    private let database: Database
    private let check: FileCheck
    private let rows: StoredRows

    /// On a connection inside its transaction.
    init(_ database: Database, check: FileCheck) throws {
        self.database = database
        self.check = check
        rows = try StoredRows(database, keys: nil, sealer: check.sealer)
    }

    func run(progress: (_ done: Int64, _ of: Int64) -> Void) throws -> Report {
        var report = Report()
        report.entries = try rows.entryCount()
        var folds = try FoldRebuild(rows: rows, check: check, merges: MergeTable(database))
        try folds.run { progress($0, report.entries) }
        report.folds = folds.changed
        var keys = KeyRebuild(database: database, derived: folds.keys, noted: folds.noted, merges: folds.merges)
        try keys.run()
        report.keysAdded = keys.added
        report.keysRemoved = keys.removed
        var feed = FeedReplay()
        for trace in folds.traces { feed.add(trace) }
        try ReportRebuild(database: database, checks: check.sealer.checks, traces: folds.traces, feed: feed)
            .run(&report)
        report.erasures = try ErasureRows(rows: rows, check: check).rebuild(folds.traces)
        return report
    }
}
