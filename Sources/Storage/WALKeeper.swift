import GRDB
import Glibc

/// Moves the write-ahead log into the database, from the writing connection only and between its transactions: SQLite
/// before 3.51.3 can lose pages when several connections do it.
enum WALKeeper {
    /// Pages in the log after which it is worth moving them: 64 MiB.
    static let pages = 8192

    /// Empties the log when the directory is closed: whoever opens it next need not read it. A log that somebody still
    /// reads stays, and nothing is lost.
    static func empty(_ writer: DatabaseQueue) {
        writer.inDatabase { database in _ = try? database.checkpoint(.truncate) }
    }

    /// Moves the log only when it has grown. `letReadersGo` ends the views that nobody is using.
    ///
    /// A view that is kept until the next commit must never be waited for: the commit would wait for it. So all pages
    /// are moved first, which a view of the last commit does not hinder; views taken from then on read the database
    /// alone, and the log can start over beside them.
    ///
    /// Throws when the disk fails, and then nothing may be tried again: what a failed sync did not write, a later one
    /// would not write either, and would report success.
    static func checkpointIfGrown(_ database: Database, path: String, letReadersGo: () -> Void = {}) throws {
        guard hasGrown(path: path) else { return }
        letReadersGo()
        try move(database, .passive)
        letReadersGo()
        try database.execute(sql: "PRAGMA busy_timeout = 0")
        try move(database, .truncate)
        try database.execute(sql: "PRAGMA busy_timeout = \(Connection.patienceMilliseconds)")
    }

    /// A log that is being read just now, or whose pages find no room, starts over the next time.
    private static func move(_ database: Database, _ manner: Database.CheckpointMode) throws {
        do { _ = try database.checkpoint(manner) } catch let error as DatabaseError {
            let passing: [ResultCode] = [.SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_FULL]
            guard passing.contains(error.resultCode) else { throw error }
        }
    }

    static func hasGrown(path: String) -> Bool { size(of: path + "-wal") > Int64(pages * Connection.pageSize) }

    private static func size(of path: String) -> Int64 {
        var status = stat()
        return stat(path, &status) == 0 ? Int64(status.st_size) : 0
    }
}
