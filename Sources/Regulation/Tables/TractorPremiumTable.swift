/// The base premiums of tractors, rows 39 to 42 of the tariff, by region — document 保监产险〔2007〕53号; low-speed trucks
/// and three-wheelers share row 42.
struct TractorPremiumTable: LawTable {
    static let name = TableName.tractorPremiums
    static var published: [UInt8] { PackageResources.tractorPremiums_json }

    private static let national = RegionTable.rows.count
    private let index: IndexedRows<Amount>

    init(_ document: TableDocument<Amount>) {
        index = IndexedRows(document, places: (Self.national + 1) * 4, place: Self.place(named:))
    }

    var rows: [TableRow<Amount>] { index.rows }

    /// The region's own row, else the one that holds everywhere. A region has none of its neighbour's or province's.
    func rate(of row: TariffRow, in region: Region, startingOn date: CivilDate) throws(Refusal) -> BaseRate {
        let place = Self.place(region: Int(region.position), row: row.number)
        let everywhere = Self.place(region: Self.national, row: row.number)
        let chosen = index.position(place, on: date) == nil && index.position(everywhere, on: date) != nil
        let position = try index.known(chosen ? everywhere : place, "\(region.code)/\(row.number)", on: date)
        return BaseRate(amount: rows[position].value ?? .zero, position: position)
    }

    func note(_ rate: BaseRate, in remarks: inout Remarks) { index.note(rate.position, in: &remarks) }

    func figure(_ rate: BaseRate, inputs: [Figure]) -> Figure {
        index.figure(.basePremium, .amount(rate.amount), at: rate.position, inputs: inputs)
    }

    static func fault(in row: TableRow<Amount>) -> Sentence? {
        guard place(named: row.name) != nil else {
            return Sentence(
                "行名应为地区代码加 /39 至 /42，如 510000/42", "the name is a region with /39 to /42, such as 510000/42")
        }
        return row.value?.rateFault
    }

    static func describe(_ value: Amount) -> Sentence { value.rateText }

    private static func place(region: Int, row: Int) -> Int { region * 4 + row - 39 }

    private static func place(named name: String) -> Int? {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let row = Int(parts[1]), "\(row)" == parts[1], (39...42).contains(row) else {
            return nil
        }
        if parts[0] == "national" { return place(region: national, row: row) }
        return Region(code: String(parts[0])).map { place(region: Int($0.position), row: row) }
    }
}
