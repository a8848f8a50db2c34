import GRDB

/// One SQLite connection with its kept statements, used by one thread at a time.
enum Connection {
    static let pageSize = 8192

    /// The only connection that writes to a database. Every commit is on the disk when it returns.
    static func writer(_ path: String, cacheKiB: Int) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.journalMode = .wal
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            try database.execute(
                sql: """
                    PRAGMA page_size = \(pageSize);
                    PRAGMA synchronous = FULL;
                    PRAGMA cache_size = -\(cacheKiB);
                    PRAGMA wal_autocheckpoint = 0;
                    PRAGMA journal_size_limit = 268435456;
                    PRAGMA temp_store = MEMORY;
                    """)
        }
        return try opened(path) { try DatabaseQueue(path: path, configuration: configuration) }
    }

    static func reader(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
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
