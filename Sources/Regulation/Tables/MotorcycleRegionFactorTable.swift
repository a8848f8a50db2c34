/// What a region adds to or takes from the base premium of motorcycles, in per cent, at most thirty either way. None is
/// published for the whole country, so the table comes empty and the factor is one.
struct MotorcycleRegionFactorTable: LawTable {
    static let name = TableName.motorcycleRegionFactors
    static var published: [UInt8] { PackageResources.motorcycleRegionFactors_json }

    private let index: IndexedRows<Int>

    init(_ document: TableDocument<Int>) {
        index = IndexedRows(document, places: RegionTable.rows.count) { Region(code: $0).map { Int($0.position) } }
    }

    var rows: [TableRow<Int>] { index.rows }

    /// `nil` where the region has no row.
    func position(of region: Region, startingOn date: CivilDate) -> Int? {
        index.position(Int(region.position), on: date).flatMap { rows[$0].status == .missing ? nil : $0 }
    }

    func percent(at position: Int) -> Int { rows[position].value ?? 0 }

    func note(_ position: Int, in remarks: inout Remarks) { index.note(position, in: &remarks) }

    func figure(at position: Int, inputs: [Figure]) -> Figure {
        index.figure(.motorcycleRegionPercent, .percent(percent(at: position)), at: position, inputs: inputs)
    }

    static func fault(in row: TableRow<Int>) -> Sentence? {
        guard Region(code: row.name) != nil else { return Sentence.regionWanted }
        guard (-30...30).contains(row.value ?? 0) else {
            return Sentence("地区费率因子应在 -30 至 30 之间（百分数）", "the factor lies between -30 and 30 per cent")
        }
        return nil
    }

    static func describe(_ value: Int) -> Sentence { Sentence("\(value)%", "\(value) %") }
}
