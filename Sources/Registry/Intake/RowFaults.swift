import Regulation

/// What can be wrong with a row before anything in it is understood.
extension SubmissionReading.Fault {
    static func unsplittable(_ fault: CSVRow.Fault, line: Int) -> Self {
        let message =
            switch fault {
            case .rowTooLong: "超过 \(CSVReader.rowLimit / 1024) KiB，请检查是否漏了换行。"
            case .tooManyColumns: "超过 \(CSVReader.columnLimit) 列，请检查是否漏了换行。"
            case .quoteUnclosed: "有一个引号没有闭合，请补上另一个引号，或把引号去掉。"
            case .textAfterQuote: "引号闭合之后、逗号之前还有文字；字段里的引号请写成两个。"
            }
        return row(fault.rawValue, message, line: line)
    }

    static func columnCount(_ count: Int, expected: Int, line: Int) -> Self {
        row("columnCount", "有 \(count) 列，表头有 \(expected) 列；请检查是否少了逗号，或字段里的逗号没有加引号。", line: line)
    }

    static func undecodable(_ field: Field, line: Int, encoding: TextEncoding) -> Self {
        value(field, "undecodable", "有不属于 \(encoding.rawValue.uppercased()) 编码的字节，请重新填写这一栏。", line: line)
    }

    static func controlCharacter(_ field: Field, line: Int) -> Self {
        value(field, "controlCharacter", "有不可见的控制字符，请重新填写这一栏。", line: line)
    }

    /// The row as a whole.
    static func row(_ code: String, _ message: String, line: Int) -> Self {
        Self(field: nil, finding: Finding(code: code, message: "第 \(line) 行：\(message)"))
    }

    /// One value; `field` is `nil` for a member we do not know, whose name is not repeated: it may be anything.
    static func value(_ field: Field?, _ code: String, _ message: String, line: Int) -> Self {
        let place = field.map { "“\($0.names.chinese)”（\($0.names.english)）" } ?? "一个未知的成员"
        return Self(
            field: field,
            finding: Finding(code: code, message: "第 \(line) 行\(place)：\(message)", path: field?.names.english))
    }
}
