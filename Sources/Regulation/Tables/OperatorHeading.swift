import FoundationEssentials

/// What an operator's document says it is, read before its rows.
struct OperatorHeading: Decodable {
    let table: String

    /// Refuses what is no document, and the name of no table.
    static func table(of bytes: [UInt8]) throws(Refusal) -> TableName {
        guard let heading = try? JSONDecoder().decode(OperatorHeading.self, from: Data(bytes)) else {
            throw Refusal(
                Finding(
                    code: "tableDocumentUnreadable",
                    message: "这不是表格文件：应为含有 table 和 rows 的 JSON。",
                    english: "This is no table: write JSON with the members table and rows."))
        }
        guard let table = TableName(rawValue: heading.table) else {
            let names = TableName.allCases.map(\.rawValue).joined(separator: ", ")
            throw Refusal(
                Finding(
                    code: "tableUnknown", message: "没有这张表，请填下列之一：\(names)。",
                    english: "There is no such table; write one of: \(names).", path: "table"))
        }
        return table
    }

    /// A table that no rule of this edition asks yet.
    static func notLoadable(_ table: TableName) -> Finding {
        Finding(
            code: "tableNotLoadable", message: "《\(table.title.chinese)》不接受补充。",
            english: "The table of \(table.title.english) takes no rows.", path: "table")
    }
}
