/// Vehicle tax by region and item (Vehicle Tax Law art. 2): a province sets its sums within the national ranges.
/// Rows are named `330000/truck`, those of the national schedule `national/truck`.
struct VehicleTaxTable: LawTable {
    static let name = TableName.vehicleTax
    static var published: [UInt8] { PackageResources.vehicleTax_json }

    private static let national = RegionTable.rows.count
    private static let items = VehicleTaxItem.allCases
    private static let places = [String: Int](
        uniqueKeysWithValues: items.enumerated().map { ($1.rawValue, $0) })
    private let index: IndexedRows<VehicleTaxRate>

    init(_ document: TableDocument<VehicleTaxRate>) {
        index = IndexedRows(
            document, places: (Self.national + 1) * Self.items.count, place: Self.place(named:))
    }

    var rows: [TableRow<VehicleTaxRate>] { index.rows }

    /// The region's own row, else its province's, which sets the tax for its cities; else a refusal that names it.
    func rate(
        of item: VehicleTaxItem, in region: Region, on date: CivilDate
    ) throws(Refusal) -> (row: TableRow<VehicleTaxRate>, amount: Amount) {
        let own = Self.place(region: Int(region.position), item)
        let chosen = index.position(own, on: date) == nil ? region.province : region
        let name = "\(chosen.code)/\(item.rawValue)"
        let position = try index.known(Self.place(region: Int(chosen.position), item), name, on: date)
        guard let amount = rows[position].value?.amount else {
            throw Refusal(.tableNotEncoded(.vehicleTax, row: name, on: date))
        }
        return (rows[position], amount)
    }

    /// What the national schedule allows a province.
    func nationalRange(of item: VehicleTaxItem, on date: CivilDate) -> VehicleTaxRate? {
        index.position(Self.place(region: Self.national, item), on: date).flatMap { rows[$0].value }
    }

    static func fault(in row: TableRow<VehicleTaxRate>) -> Sentence? {
        guard place(named: row.name) != nil else {
            return Sentence(
                "行名应为地区代码加税目，如 330000/passengerUpTo1600",
                "the name is a region and an item, such as 330000/passengerUpTo1600")
        }
        guard !row.name.hasPrefix("national/"), let value = row.value, value.amount == nil else { return nil }
        return Sentence("地区的税额是一个数，不是幅度", "a region has one sum, not a range")
    }

    static func describe(_ value: VehicleTaxRate) -> Sentence { value.text }

    private static func place(region: Int, _ item: VehicleTaxItem) -> Int {
        region * items.count + (places[item.rawValue] ?? 0)
    }

    private static func place(named name: String) -> Int? {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let item = places[String(parts[1])] else { return nil }
        if parts[0] == "national" { return national * items.count + item }
        return Region(code: String(parts[0])).map { Int($0.position) * items.count + item }
    }
}
