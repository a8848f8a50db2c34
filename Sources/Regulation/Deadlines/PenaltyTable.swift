/// The penalties of the law, by the day of the act.
struct PenaltyTable: LawTable {
    static let name = TableName.penalties
    static var published: [UInt8] { PackageResources.penalties_json }

    private let index: IndexedRows<PenaltyTerms>

    init(_ document: TableDocument<PenaltyTerms>) { index = IndexedRows(document, names: Offence.self) }

    var rows: [TableRow<PenaltyTerms>] { index.rows }

    /// Refuses with `tableNotEncoded` for days before the first text that is encoded.
    func terms(
        for offence: Offence, on date: CivilDate
    ) throws(Refusal) -> (row: TableRow<PenaltyTerms>, value: PenaltyTerms) {
        try index.entry(offence, on: date)
    }

    static func fault(in row: TableRow<PenaltyTerms>) -> Sentence? {
        Offence(rawValue: row.name) == nil ? .nameWanted(Offence.self) : nil
    }

    static func describe(_ value: PenaltyTerms) -> Sentence {
        let fine = value.fine.text
        return Sentence(
            "\(value.act.chinese)：\((value.measures.map(\.chinese) + [fine.chinese]).joined(separator: "；"))",
            "\(value.act.english): \((value.measures.map(\.english) + [fine.english]).joined(separator: "; "))")
    }
}
