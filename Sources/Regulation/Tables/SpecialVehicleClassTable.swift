/// Which vehicles are 特种车一 to 特种车四, rows 32 to 35 of the tariff.
struct SpecialVehicleClassTable: LawTable {
    static let name = TableName.specialVehicleClasses
    static var published: [UInt8] { PackageResources.specialVehicleClasses_json }

    private let index: IndexedRows<SpecialVehicleClass>

    init(_ document: TableDocument<SpecialVehicleClass>) {
        index = IndexedRows(document, places: 5, place: Self.number(named:))
    }

    var rows: [TableRow<SpecialVehicleClass>] { index.rows }

    func position(of number: Int, startingOn date: CivilDate) throws(Refusal) -> Int {
        try index.known(number, "\(number)", on: date)
    }

    /// The vehicles of the class, as the tariff lists them.
    func vehicles(at position: Int) -> Sentence? { rows[position].value.map(Self.describe) }

    func note(_ position: Int, in remarks: inout Remarks) { index.note(position, in: &remarks) }

    static func fault(in row: TableRow<SpecialVehicleClass>) -> Sentence? {
        number(named: row.name) == nil ? Sentence("行名应为 1 至 4", "the name is one of 1 to 4") : nil
    }

    static func describe(_ value: SpecialVehicleClass) -> Sentence { Sentence(value.vehicles, value.vehiclesEnglish) }

    private static func number(named name: String) -> Int? {
        guard let number = Int(name), "\(number)" == name, (1...4).contains(number) else { return nil }
        return number
    }
}
