/// By how many per cent each factor moves the premium in each scheme — by the day of application.
struct FloatingRatioTable: LawTable {
    static let name = TableName.floatingRatios
    static var published: [UInt8] { PackageResources.floatingRatios_json }

    private let index: IndexedRows<Int>

    init(_ document: TableDocument<Int>) {
        index = IndexedRows(document, places: FloatingScheme.allCases.count * 6, place: Self.place(named:))
    }

    var rows: [TableRow<Int>] { index.rows }

    /// - Parameter factor: X1 to X6; `none` has no row.
    func position(
        of factor: FloatingFactor, in scheme: FloatingScheme, appliedOn date: CivilDate
    ) throws(Refusal) -> Int {
        try index.known(scheme.position * 6 + factor.number - 1, "\(scheme.rawValue)/\(factor.rawValue)", on: date)
    }

    func percent(at position: Int) -> Int { rows[position].value ?? 0 }

    func note(_ position: Int, in remarks: inout Remarks) { index.note(position, in: &remarks) }

    func figure(at position: Int, inputs: [Figure]) -> Figure {
        index.figure(.floatingPercent, .percent(percent(at: position)), at: position, inputs: inputs)
    }

    static func fault(in row: TableRow<Int>) -> Sentence? {
        guard place(named: row.name) != nil else {
            return Sentence("行名应为方案加系数，如 E/X3", "the name is a scheme with a factor, such as E/X3")
        }
        return (-100...1000).contains(row.value ?? 0) ? nil : Sentence.percentWanted
    }

    static func describe(_ value: Int) -> Sentence { Sentence("\(value)%", "\(value) %") }

    private static func place(named name: String) -> Int? {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let scheme = FloatingScheme(rawValue: String(parts[0])),
            let factor = FloatingFactor(rawValue: String(parts[1])), factor != .none
        else { return nil }
        return scheme.position * 6 + factor.number - 1
    }
}

extension Sentence {
    static let percentWanted = Sentence("比率应在 -100 至 1000 之间（百分数）", "a ratio lies between -100 and 1000 per cent")
}
