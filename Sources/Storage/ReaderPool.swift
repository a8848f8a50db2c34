import GRDB
import Registry
import Regulation
import Synchronization

/// Read connections, as many as there are threads that ask at once; each with its statements prepared, and each keeping
/// its view of the database until something has been committed.
final class ReaderPool: Sendable {
    private let path: String
    private let idle: Mutex<[UnsafeTransfer<SQLiteReader>]> = Mutex([])
    private let log: LogName
    private let sealer: RowSealer
    private let published: PublishedFeed
    private let rebuilt: RebuiltFolds

    init(path: String, log: LogName, sealer: RowSealer, published: PublishedFeed, rebuilt: RebuiltFolds) {
        self.rebuilt = rebuilt
        self.path = path
        self.log = log
        self.sealer = sealer
        self.published = published
    }

    /// Lends a connection for the length of the call; what it sees is at least what was acknowledged before.
    func read<Value>(_ body: (SQLiteReader) throws -> Value) throws -> Value {
        let reader =
            try idle.withLock { $0.popLast() }
            ?? UnsafeTransfer(try SQLiteReader(path: path, log: log, sealer: sealer, rebuilt: rebuilt))
        defer { idle.withLock { $0.append(reader) } }
        try reader.value.look(at: published)
        return try body(reader.value)
    }

    /// Ends the views of the connections nobody is using: the write-ahead log cannot start over while one is kept.
    func letGo() {
        let readers = idle.withLock { idle in
            defer { idle.removeAll() }
            return idle
        }
        for reader in readers { reader.value.letGo() }
        idle.withLock { $0.append(contentsOf: readers) }
    }
}
