/// The deadlines of the law, by the day from which they run.
struct DeadlineTable: LawTable {
    static let name = TableName.deadlines
    static var published: [UInt8] { PackageResources.deadlines_json }

    private let index: IndexedRows<DeadlineTerms>

    init(_ document: TableDocument<DeadlineTerms>) { index = IndexedRows(document, names: Deadline.self) }

    var rows: [TableRow<DeadlineTerms>] { index.rows }

    /// Refuses with `tableNotEncoded` for days before the first text that is encoded.
    func terms(
        of deadline: Deadline, on date: CivilDate
    ) throws(Refusal) -> (row: TableRow<DeadlineTerms>, value: DeadlineTerms) {
        try index.entry(deadline, on: date)
    }

    /// The row of a measure that is reckoned in months, and how many.
    func months(
        _ deadline: Deadline, on date: CivilDate
    ) throws(Refusal) -> (row: TableRow<DeadlineTerms>, months: Int) {
        let entry = try index.entry(deadline, on: date)
        guard case .months(let months) = entry.value.span else {
            throw Refusal(.tableNotEncoded(.deadlines, row: deadline.rawValue, on: date))
        }
        return (entry.row, months)
    }

    static func fault(in row: TableRow<DeadlineTerms>) -> Sentence? {
        guard let deadline = Deadline(rawValue: row.name) else { return .nameWanted(Deadline.self) }
        guard deadline.isMeasuredInMonths, let span = row.value?.span else { return nil }
        if case .months = span { return nil }
        return Sentence("这一行应以月计", "this row is reckoned in months")
    }

    static func describe(_ value: DeadlineTerms) -> Sentence { value.sentence }
}
