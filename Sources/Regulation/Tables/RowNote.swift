/// That an answer used a row which is not verified, or is the operator's own. Kept as what it is about: the sentence is
/// made when somebody reads it, for most premiums are worked out with nobody reading. Shared, not copied, by all of
/// them.
final class RowNote: Hashable, Sendable {
    let table: TableName
    let row: String
    let isOperators: Bool
    let remark: Sentence?
    let citation: Citation

    init(table: TableName, row: String, isOperators: Bool, remark: Sentence?, citation: Citation) {
        self.table = table
        self.row = row
        self.isOperators = isOperators
        self.remark = remark
        self.citation = citation
    }

    static func == (left: RowNote, right: RowNote) -> Bool { left === right || left.finding == right.finding }

    func hash(into hasher: inout Hasher) { hasher.combine(finding) }

    var finding: Finding {
        let chinese = isOperators ? "由本系统运营者补充或更正" : "尚未核实"
        let english = isOperators ? "was added or corrected by the operator" : "has not been verified"
        let remark = remark.map { Sentence("：\($0.chinese)", ": \($0.english)") } ?? Sentence("。", ".")
        return Finding(
            code: isOperators ? "operatorRow" : "rowUnverified",
            message: "《\(table.title.chinese)》中的“\(row)”\(chinese)\(remark.chinese)",
            english: "Row “\(row)” of the \(table.title.english) \(english)\(remark.english)",
            path: "\(table.rawValue)/\(row)", citation: citation)
    }
}
