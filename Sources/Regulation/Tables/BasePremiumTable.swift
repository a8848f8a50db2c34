/// The base premiums for a full year, rows 1 to 38 of the tariff, editions 2006 and 2008 — by the start of cover.
struct BasePremiumTable: LawTable {
    static let name = TableName.basePremiums
    static var published: [UInt8] { PackageResources.basePremiums_json }

    private let index: IndexedRows<Amount>

    init(_ document: TableDocument<Amount>) {
        index = IndexedRows(document, places: 39, place: Self.row(named:))
    }

    var rows: [TableRow<Amount>] { index.rows }

    /// Refuses with `tableNotEncoded` for a day before the first edition.
    func rate(of row: TariffRow, startingOn date: CivilDate) throws(Refusal) -> BaseRate {
        let position = try index.known(row.number, "no. \(row.number)", on: date)
        return BaseRate(amount: rows[position].value ?? .zero, position: position)
    }

    func note(_ rate: BaseRate, in remarks: inout Remarks) { index.note(rate.position, in: &remarks) }

    func figure(_ rate: BaseRate, inputs: [Figure]) -> Figure {
        index.figure(.basePremium, .amount(rate.amount), at: rate.position, inputs: inputs)
    }

    static func fault(in row: TableRow<Amount>) -> Sentence? {
        guard Self.row(named: row.name) != nil else {
            return Sentence("行名应为 no. 1 至 no. 38", "the name is one of no. 1 to no. 38")
        }
        return row.value?.rateFault
    }

    static func describe(_ value: Amount) -> Sentence { value.rateText }

    private static func row(named name: String) -> Int? {
        guard name.hasPrefix("no. "), let number = Int(name.dropFirst(4)), "no. \(number)" == name else { return nil }
        return (1...38).contains(number) ? number : nil
    }
}
