import GRDB
import Registry
import Regulation
import Synchronization

/// Read connections, as many as there are threads that ask at once; each with its statements prepared.
final class ReaderPool: Sendable {
    private let path: String
    private let idle: Mutex<[UnsafeTransfer<SQLiteReader>]> = Mutex([])
    private let log: LogName
    private let sealer: RowSealer
    private let rebuilt: RebuiltFolds

    init(path: String, log: LogName, sealer: RowSealer, rebuilt: RebuiltFolds) {
        self.rebuilt = rebuilt
        self.path = path
        self.log = log
        self.sealer = sealer
    }

    /// Lends a connection for the length of the call.
    func read<Value>(_ body: (SQLiteReader) throws -> Value) throws -> Value {
        let reader =
            try idle.withLock { $0.popLast() }
            ?? UnsafeTransfer(try SQLiteReader(path: path, log: log, sealer: sealer, rebuilt: rebuilt))
        defer { idle.withLock { $0.append(reader) } }
        return try body(reader.value)
    }
}
