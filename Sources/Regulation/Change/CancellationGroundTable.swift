/// The grounds of cancellation with their evidence (Underwriting Code 5(1), 5(2)), by the day of the cancellation.
struct CancellationGroundTable: LawTable {
    static let name = TableName.cancellationGrounds
    static var published: [UInt8] { PackageResources.cancellationGrounds_json }

    private let index: IndexedRows<CancellationTerms>

    init(_ document: TableDocument<CancellationTerms>) {
        index = IndexedRows(document, names: CancellationGround.self)
    }

    var rows: [TableRow<CancellationTerms>] { index.rows }

    /// Refuses with `tableNotEncoded` for days before the first text that is encoded.
    func terms(
        of ground: CancellationGround, on date: CivilDate
    ) throws(Refusal) -> (row: TableRow<CancellationTerms>, value: CancellationTerms) {
        try index.entry(ground, on: date)
    }

    static func fault(in row: TableRow<CancellationTerms>) -> Sentence? {
        CancellationGround(rawValue: row.name) == nil ? .nameWanted(CancellationGround.self) : nil
    }

    static func describe(_ value: CancellationTerms) -> Sentence {
        let documents = value.evidence.map { evidence in
            Sentence(
                evidence.anyOf.map(\.chinese).joined(separator: "或"),
                evidence.anyOf.map(\.english).joined(separator: ", or "))
        }
        return Sentence(
            "\(value.condition.chinese)；材料：\(documents.map(\.chinese).joined(separator: "；"))",
            "\(value.condition.english); documents: \(documents.map(\.english).joined(separator: "; "))")
    }
}
