import GRDB
import GRDBSQLite
import Synchronization

/// Moves a database's write-ahead log into it when the log has grown, from the writing connection only and between its
/// transactions: SQLite before 3.51.3 can lose pages when several connections do it.
///
/// The log then starts over in the file it has. Giving the file back would let every later commit wait for the disk to
/// find room for it again, and for the file's new length to be safe.
final class WALKeeper: Sendable {
    /// Bytes in the log after which it is worth moving them: few enough that nobody waits long for it.
    static let limit = 24 << 20
    /// Where one commit after the other is waiting, as when a file is taken in: a page that many of them change is
    /// moved once.
    static let limitUnderLoad = 128 << 20

    /// How many pages the log has, as SQLite says after each commit.
    private let pages = Atomic<Int>(0)

    /// To be kept for as long as the connection commits.
    init(_ writer: DatabaseQueue) {
        let place = Unmanaged.passUnretained(self).toOpaque()
        writer.inDatabase { database in
            _ = sqlite3_wal_hook(
                database.sqliteConnection,
                { place, _, _, pages in
                    if let place {
                        Unmanaged<WALKeeper>.fromOpaque(place).takeUnretainedValue()
                            .pages.store(Int(pages), ordering: .relaxed)
                    }
                    return SQLITE_OK
                }, place)
        }
    }

    func hasGrown(underLoad: Bool = false) -> Bool {
        pages.load(ordering: .relaxed) * Connection.pageSize > (underLoad ? Self.limitUnderLoad : Self.limit)
    }

    /// Empties the log when the directory is closed: whoever opens it next need not read it. A log that somebody still
    /// reads stays, and nothing is lost.
    static func empty(_ writer: DatabaseQueue) {
        writer.inDatabase { database in _ = try? database.checkpoint(.truncate) }
    }

    /// Empties the log now, without waiting for anybody; `false` where somebody still reads from it.
    static func truncate(_ database: Database) throws -> Bool {
        try database.execute(sql: "PRAGMA busy_timeout = 0")
        defer { try? database.execute(sql: "PRAGMA busy_timeout = \(Connection.patienceMilliseconds)") }
        do {
            return try Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)").map { $0[0] == 0 } ?? false
        } catch let error as DatabaseError {
            guard passing.contains(error.resultCode) else { throw StorageFault.from(error) }
            return false
        }
    }

    /// Moves the log only when it has grown; `underLoad` when more waits to be committed. `letReadersGo` ends the views
    /// that nobody is using.
    ///
    /// A view that is kept until the next commit must never be waited for: the commit would wait for it. So all pages
    /// are moved first, which a view of the last commit does not hinder; views taken from then on read the database
    /// alone, and the log can start over beside them.
    ///
    /// Throws when the disk fails, and then nothing may be tried again: what a failed sync did not write, a later one
    /// would not write either, and would report success.
    func checkpointIfGrown(_ database: Database, underLoad: Bool = false, letReadersGo: () -> Void = {}) throws {
        guard hasGrown(underLoad: underLoad) else { return }
        letReadersGo()
        try Self.move(database, .passive)
        letReadersGo()
        try database.execute(sql: "PRAGMA busy_timeout = 0")
        try Self.move(database, .restart)
        try database.execute(sql: "PRAGMA busy_timeout = \(Connection.patienceMilliseconds)")
    }

    private static let passing: [ResultCode] = [.SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_FULL]

    /// A log that is being read just now, or whose pages find no room, starts over the next time.
    private static func move(_ database: Database, _ manner: Database.CheckpointMode) throws {
        do { _ = try database.checkpoint(manner) } catch let error as DatabaseError {
            guard passing.contains(error.resultCode) else { throw error }
        }
    }
}
