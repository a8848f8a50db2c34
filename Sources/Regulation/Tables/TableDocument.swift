import FoundationEssentials

/// A table as it is written down: its name and its rows. The embedded ones and an operator's file have the same form.
struct TableDocument<Value: Decodable & Sendable>: Decodable {
    let table: TableName
    let rows: [TableRow<Value>]

    /// Throws `DecodingError` that names the row at fault.
    static func read(_ bytes: [UInt8]) throws -> TableDocument {
        try JSONDecoder().decode(TableDocument.self, from: Data(bytes))
    }
}
