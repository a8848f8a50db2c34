import FoundationEssentials

/// An operator's rows for one table: read so that every row at fault is told, and laid over the rows there are.
enum OperatorDocument<Table: LawTable> {
    /// A row, or why it is none.
    private struct RowReading: Decodable {
        let row: Result<TableRow<Table.Value>, RowFault>

        init(from decoder: any Decoder) {
            do {
                row = .success(try TableRow(from: decoder))
            } catch {
                row = .failure(RowFault(error))
            }
        }
    }

    private struct Reading: Decodable {
        let rows: [RowReading]
    }

    /// Throws one finding for each row at fault, with its number in the document.
    static func read(_ bytes: [UInt8]) throws(Refusal) -> [TableRow<Table.Value>] {
        guard let reading = try? JSONDecoder().decode(Reading.self, from: Data(bytes)) else {
            throw Refusal(
                Finding(
                    code: "tableDocumentUnreadable", message: "文件中没有 rows，或 rows 不是一列表格行。",
                    english: "The document has no rows, or they are no list.", path: "rows"))
        }
        var rows: [TableRow<Table.Value>] = []
        var findings: [Finding] = []
        for (number, reading) in reading.rows.enumerated() {
            switch reading.row {
            case .failure(let fault): findings.append(finding(fault.sentence, row: number, fault.member))
            case .success(var row):
                row.origin = .operator
                if let fault = Table.fault(in: row) { findings.append(finding(fault, row: number, "")) }
                if rows.contains(where: { $0.name == row.name && overlap($0, row) }) {
                    findings.append(
                        finding(Sentence("与同名的另一行时间重叠", "overlaps a row of the same name"), row: number, "from"))
                }
                rows.append(row)
            }
        }
        guard findings.isEmpty else { throw Refusal(findings) }
        return rows
    }

    /// The rows there are, less the days the added ones speak of, and the added ones.
    static func merge(
        _ added: [TableRow<Table.Value>], into present: [TableRow<Table.Value>]
    ) -> [TableRow<Table.Value>] {
        added.reduce(present) { rows, added in rows.flatMap { remains(of: $0, beside: added) } } + added
    }

    private static func remains(
        of row: TableRow<Table.Value>, beside added: TableRow<Table.Value>
    ) -> [TableRow<Table.Value>] {
        guard row.name == added.name, overlap(row, added) else { return [row] }
        var parts: [TableRow<Table.Value>] = []
        if row.from < added.from {
            var before = row
            before.to = added.from
            parts.append(before)
        }
        if let resumption = added.to, row.to.map({ resumption < $0 }) ?? true {
            var after = row
            after.from = resumption
            parts.append(after)
        }
        return parts
    }

    private static func overlap(_ left: TableRow<Table.Value>, _ right: TableRow<Table.Value>) -> Bool {
        (right.to.map { left.from < $0 } ?? true) && (left.to.map { right.from < $0 } ?? true)
    }

    private static func finding(_ sentence: Sentence, row number: Int, _ member: String) -> Finding {
        Finding(
            code: "tableRowFaulty", message: "《\(Table.name.title.chinese)》第 \(number + 1) 行：\(sentence.chinese)。",
            english: "Row \(number + 1) of the \(Table.name.title.english): \(sentence.english).",
            path: "rows[\(number)]\(member.isEmpty ? "" : ".\(member)")")
    }
}
