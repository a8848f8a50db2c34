/// Why a file cannot be read at all; nothing of it was taken in.
package enum FileFault: Error, Equatable, Sendable {
    /// No byte, or nothing but blanks.
    case empty
    /// The first row names none of our columns.
    case headerMissing
    /// The first row cannot be split or decoded.
    case headerUnreadable
    /// Two columns with the same meaning, named here.
    case columnRepeated(Field)
    /// Neither a policy number nor what is to be corrected.
    case columnMissing(Field)
    /// Columns are kept apart by something else than commas.
    case separatorUnexpected
    /// One JSON array in place of one object per line.
    case jsonArray
    case spreadsheet
    case compressed
    case utf16

    /// Stable, for programs.
    package var code: String {
        switch self {
        case .empty: "fileEmpty"
        case .headerMissing: "headerMissing"
        case .headerUnreadable: "headerUnreadable"
        case .columnRepeated: "columnRepeated"
        case .columnMissing: "columnMissing"
        case .separatorUnexpected: "separatorUnexpected"
        case .jsonArray: "jsonArray"
        case .spreadsheet: "spreadsheet"
        case .compressed: "compressed"
        case .utf16: "encodingUnsupported"
        }
    }

    /// One sentence that says what to do.
    package var message: String {
        switch self {
        case .empty: "文件是空的，请确认上传了正确的文件。"
        case .headerMissing:
            "第一行不是表头：请在第一行写列名，英文（policyNumber,plate,vin,start,end …）或中文（保单号,号牌号码,车架号,起保时间,终保时间 …）均可。"
        case .headerUnreadable: "第一行（表头）无法读取：请检查引号、长度和编码，编码应是 UTF-8 或 GB18030。"
        case .columnRepeated(let field):
            "列“\(field.names.chinese)”（\(field.names.english)）出现了两次，请只保留一列。"
        case .columnMissing(let field):
            "缺少列“\(field.names.chinese)”（\(field.names.english)），请补上。"
        case .separatorUnexpected: "各列不是用逗号分隔的，请另存为“CSV（逗号分隔）”后再上传。"
        case .jsonArray: "文件是一个 JSON 数组，请改为每行一个 JSON 对象（NDJSON）。"
        case .spreadsheet: "这是电子表格文件，请另存为 CSV（UTF-8 或 GB18030）后再上传。"
        case .compressed: "这是压缩文件，请解压后再上传。"
        case .utf16: "文件编码是 UTF-16，请另存为 UTF-8 或 GB18030 后再上传。"
        }
    }
}
