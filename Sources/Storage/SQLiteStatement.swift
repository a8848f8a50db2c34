import GRDB
import GRDBSQLite
import Registry

/// A prepared statement kept for the life of its connection and bound straight through SQLite's own interface.
///
/// GRDB opens, migrates and guards the connection; on the paths walked a hundred thousand times a second its argument
/// arrays cost more than the statement, so those paths bind here.
final class SQLiteStatement {
    private let handle: OpaquePointer
    private let connection: OpaquePointer
    /// What the columns' tables declare, where types are checked; zero where they declare nothing.
    private let types: [Int32]

    /// With `checksTypes` a value of another type than its column's is an error: SQLite takes any, and reads an empty
    /// one as zero and a text as bytes.
    init(_ database: Database, _ sql: String, checksTypes: Bool = false) throws {
        guard let connection = database.sqliteConnection else { throw RegistryFault.stopped(reason: "closed") }
        var handle: OpaquePointer?
        let code = sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
        guard code == SQLITE_OK, let handle else {
            throw DatabaseError(
                resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(connection)))
        }
        self.handle = handle
        self.connection = connection
        types = checksTypes ? (0..<sqlite3_column_count(handle)).map { Self.type(ofColumn: $0, of: handle) } : []
    }

    private static func type(ofColumn column: Int32, of handle: OpaquePointer) -> Int32 {
        switch sqlite3_column_decltype(handle, column).map({ String(cString: $0) }) {
        case "INTEGER": SQLITE_INTEGER
        case "TEXT": SQLITE_TEXT
        case "BLOB": SQLITE_BLOB
        default: 0
        }
    }

    deinit { sqlite3_finalize(handle) }

    func bind(_ position: Int32, _ value: Int64) { sqlite3_bind_int64(handle, position, value) }

    func bind(_ position: Int32, _ value: Int64?) {
        if let value { sqlite3_bind_int64(handle, position, value) } else { sqlite3_bind_null(handle, position) }
    }

    /// Binds without a copy: the bytes must live until the statement is reset, which `run` and `rows` see to.
    func bind(_ position: Int32, _ bytes: UnsafeRawBufferPointer) {
        sqlite3_bind_blob(handle, position, bytes.baseAddress, Int32(bytes.count), Self.transient)
    }

    func bind(_ position: Int32, _ bytes: [UInt8]?) {
        guard let bytes else {
            sqlite3_bind_null(handle, position)
            return
        }
        bytes.withUnsafeBytes { bind(position, $0) }
    }

    func bind(_ position: Int32, _ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            _ = utf8.withMemoryRebound(to: CChar.self) {
                sqlite3_bind_text(handle, position, $0.baseAddress, Int32($0.count), Self.transient)
            }
        }
    }

    /// SQLite copies what is bound, so that no pointer outlives its owner.
    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    /// Runs a statement that returns no rows.
    func run() throws {
        let code = sqlite3_step(handle)
        sqlite3_reset(handle)
        guard code == SQLITE_DONE || code == SQLITE_ROW else { throw error(code) }
    }

    /// Calls the body for each row.
    func rows(_ body: (borrowing Row) throws -> Void) throws {
        defer { sqlite3_reset(handle) }
        while true {
            let code = sqlite3_step(handle)
            if code == SQLITE_DONE { return }
            guard code == SQLITE_ROW else { throw error(code) }
            for (column, type) in types.enumerated() where type != 0 {
                let found = sqlite3_column_type(handle, Int32(column))
                guard found == type || found == SQLITE_NULL else { throw error(SQLITE_CORRUPT) }
            }
            try body(Row(handle: handle))
        }
    }

    private func error(_ code: Int32) -> any Error {
        StorageFault.from(
            DatabaseError(
                resultCode: ResultCode(rawValue: code == SQLITE_CORRUPT ? code : sqlite3_extended_errcode(connection)),
                message: String(cString: sqlite3_errmsg(connection))))
    }

    /// The current row; its values are copied out.
    struct Row: ~Copyable {
        fileprivate let handle: OpaquePointer

        func int(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

        func optionalInt(_ column: Int32) -> Int64? {
            sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : sqlite3_column_int64(handle, column)
        }

        /// Of whatever type it is stored as.
        func value(_ column: Int32) -> BackupValue {
            switch sqlite3_column_type(handle, column) {
            case SQLITE_NULL: .null
            case SQLITE_INTEGER: .number(int(column))
            case SQLITE_TEXT: .text(text(column))
            default: .bytes(bytes(column))
            }
        }

        func text(_ column: Int32) -> String {
            sqlite3_column_text(handle, column).map { String(cString: $0) } ?? ""
        }

        func bytes(_ column: Int32) -> [UInt8] {
            let count = Int(sqlite3_column_bytes(handle, column))
            guard count > 0, let start = sqlite3_column_blob(handle, column) else { return [] }
            return Array(UnsafeRawBufferPointer(start: start, count: count))
        }

        func optionalBytes(_ column: Int32) -> [UInt8]? {
            sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : bytes(column)
        }
    }
}
