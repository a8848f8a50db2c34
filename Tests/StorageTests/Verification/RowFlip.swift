import Foundation
import GRDB

/// One bit of one value of one row, changed through SQL.
struct RowFlip: CustomStringConvertible {
    let file: String
    let table: String
    let row: Int
    let column: String
    let bit: Int

    var description: String { "\(file) \(table) row \(row) \(column) bit \(bit)" }

    /// A few bits of every column of some rows of every table.
    static func all(in path: String, rowsPerTable: Int) throws -> [RowFlip] {
        var flips: [RowFlip] = []
        for file in ["registry.sqlite", "keys.sqlite"] {
            let database = try DatabaseQueue(path: path + "/" + file)
            try database.read { database in
                let tables = try String.fetchAll(
                    database, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
                for table in tables {
                    let count = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM \(table)") ?? 0
                    let step = max(1, count / rowsPerTable)
                    for row in stride(from: 0, to: count, by: step) {
                        for column in try database.columns(in: table).map(\.name) {
                            for bit in [0, 13, 62] {
                                flips.append(RowFlip(file: file, table: table, row: row, column: column, bit: bit))
                            }
                        }
                    }
                }
            }
        }
        return flips
    }

    /// `false` where the table does not take the row so.
    func make(in path: String) throws -> Bool {
        try DatabaseQueue(path: path + "/" + file).write { database in
            let columns = try database.columns(in: table).map(\.name)
            let all = try Row.fetchAll(
                database, sql: "SELECT * FROM \(table) ORDER BY \(columns.joined(separator: ", "))")
            let old = all[row]
            let condition = columns.map { "\($0) IS ?" }.joined(separator: " AND ")
            let key = columns.map { old[$0] as DatabaseValue }
            do {
                try database.execute(
                    sql: "UPDATE \(table) SET \(column) = ? WHERE \(condition)",
                    arguments: StatementArguments([flipped(old[column])] + key))
            } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT { return false }
            return database.changesCount == 1
        }
    }

    private func flipped(_ value: DatabaseValue) -> DatabaseValue {
        switch value.storage {
        case .null: return (1 as Int64).databaseValue
        case .int64(let number): return (number ^ (1 << Int64(bit))).databaseValue
        case .double(let number): return (number + 1).databaseValue
        case .blob(let data):
            var bytes = Array(data)
            if bytes.isEmpty { return Data([0]).databaseValue }
            bytes[bit * 37 % bytes.count] ^= 1 << UInt8(bit % 8)
            return Data(bytes).databaseValue
        case .string(let text):
            var bytes = Array(text.utf8)
            if bytes.isEmpty { return "x".databaseValue }
            bytes[bit % bytes.count] ^= 1
            return String(decoding: bytes, as: UTF8.self).databaseValue
        }
    }
}
