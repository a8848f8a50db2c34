import Foundation

/// The list of insurers as a table.
struct InsurerTable {
    private struct Document: Decodable {
        struct Insurer: Decodable {
            let code: String
            let name: String
            let reportedThrough: String?
            let accepted: Int
            let openQuarantine: Int
            let missingSequences: Int
        }

        let insurers: [Insurer]
    }

    let text: String

    init(_ document: [UInt8]) throws {
        let insurers = try JSONDecoder().decode(Document.self, from: Data(document)).insurers
        guard !insurers.isEmpty else {
            text = "还没有登记保险公司。\n  → xubao insurer add PICC --name 人保财险\n"
            return
        }
        var rows = [["代码", "名称", "已报至", "已受理", "待核", "缺号"]]
        rows += insurers.map {
            [
                $0.code, $0.name, $0.reportedThrough ?? "—", "\($0.accepted)", "\($0.openQuarantine)",
                "\($0.missingSequences)",
            ]
        }
        let widths = (0..<6).map { column in rows.map { Self.width($0[column]) }.max() ?? 0 }
        text =
            rows.map { row in
                (0..<6).map { column in
                    let padding = String(repeating: " ", count: widths[column] - Self.width(row[column]))
                    return column > 2 ? padding + row[column] : row[column] + padding
                }.joined(separator: "  ")
            }.joined(separator: "\n") + "\n"
    }

    /// Columns on a terminal: Chinese characters take two.
    private static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 && $1.value != 0x2014 ? 2 : 1) }
    }
}
