import DurableFiles
import GRDB

/// One SQLite connection with its kept statements, used by one thread at a time.
enum Connection {
    static let pageSize = 8192
    /// How long a lock that another connection holds is waited for.
    static let patienceMilliseconds = 5000

    /// The only connection that writes to a database. Every commit is on the disk when it returns.
    static func writer(_ path: String, cacheKiB: Int) throws -> DatabaseQueue {
        // A process that was killed may have written a commit and not synced it: to SQLite it is there all the same,
        // and what is answered or published from it must not go with the next power cut.
        try DurableFile.sync(path + "-wal")
        var configuration = Configuration()
        configuration.journalMode = .wal
        configuration.busyMode = .timeout(Double(patienceMilliseconds) / 1000)
        // The committer ends its own transactions, those that failed half-way too; else GRDB ends the process.
        configuration.allowsUnsafeTransactions = true
        configuration.prepareDatabase { database in
            try database.execute(
                sql: """
                    PRAGMA page_size = \(pageSize);
                    PRAGMA cache_size = -\(cacheKiB);
                    PRAGMA wal_autocheckpoint = 0;
                    PRAGMA journal_size_limit = 268435456;
                    PRAGMA temp_store = MEMORY;
                    """)
        }
        let queue = try opened(path) { try DatabaseQueue(path: path, configuration: configuration) }
        // After opening, for GRDB itself sets NORMAL when it turns the log on: a commit would then survive a crash of
        // the process, not a power cut.
        let level = try queue.inDatabase { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
            return try Int.fetchOne(database, sql: "PRAGMA synchronous")
        }
        guard level == 2 else { throw StorageFault.unreadable(path: path, reason: "SQLite does not sync its commits") }
        return queue
    }

    static func reader(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = true
        // A reader keeps its view between calls (SQLiteReader).
        configuration.allowsUnsafeTransactions = true
        configuration.busyMode = .timeout(Double(patienceMilliseconds) / 1000)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA cache_size = -16384; PRAGMA mmap_size = 8589934592;")
        }
        return try opened(path) { try DatabaseQueue(path: path, configuration: configuration) }
    }

    private static func opened(_ path: String, _ open: () throws -> DatabaseQueue) throws -> DatabaseQueue {
        do { return try open() } catch let error as DatabaseError {
            throw StorageFault.unreadable(path: path, reason: error.message ?? "SQLite \(error.resultCode.rawValue)")
        }
    }
}
