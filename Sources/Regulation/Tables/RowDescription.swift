/// A row of any table as a page or a document lists it.
public struct RowDescription: Hashable, Sendable {
    public let table: TableName
    public let name: String
    /// What it says; `nil` for a row that is missing.
    public let says: Sentence?
    public let from: CivilDate
    /// The day after its last; `nil` while it is in force.
    public let to: CivilDate?
    public let citation: Citation
    public let status: RowStatus
    public let checked: CivilDate
    public let remark: Sentence?
    /// Whether the operator of this registry added or corrected it.
    public let isOperators: Bool

    init<Value>(_ row: TableRow<Value>, of table: TableName, says: Sentence?) {
        self.table = table
        name = row.name
        self.says = says
        from = row.from
        to = row.to
        citation = row.citation
        status = row.status
        checked = row.checked
        remark = row.remark
        isOperators = row.origin == .operator
    }
}
