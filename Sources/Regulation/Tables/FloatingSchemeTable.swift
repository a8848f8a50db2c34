/// Which scheme of floating ratios a region has: one for the whole country until 2020-09-18, five since.
struct FloatingSchemeTable: LawTable {
    static let name = TableName.floatingSchemes
    static var published: [UInt8] { PackageResources.floatingSchemes_json }

    private let index: IndexedRows<FloatingScheme>

    init(_ document: TableDocument<FloatingScheme>) {
        index = IndexedRows(document, places: RegionTable.rows.count) { Region(code: $0).map { Int($0.position) } }
    }

    var rows: [TableRow<FloatingScheme>] { index.rows }

    /// Refuses a region no scheme was ever written for: Hong Kong, Macao and Taiwan have compulsory insurance laws of
    /// their own.
    func require(_ region: Region, appliedOn date: CivilDate) throws(Refusal) {
        guard index.hasRows(Int(region.position)) else {
            throw Refusal(.tableNotEncoded(Self.name, row: region.code, on: date))
        }
    }

    func position(of region: Region, appliedOn date: CivilDate) throws(Refusal) -> Int {
        try index.known(Int(region.position), region.code, on: date)
    }

    func scheme(at position: Int) -> FloatingScheme { rows[position].value ?? .national }

    func note(_ position: Int, in remarks: inout Remarks) { index.note(position, in: &remarks) }

    func figure(at position: Int, inputs: [Figure]) -> Figure {
        let scheme = scheme(at: position)
        let word = FigureValue.word(code: scheme.rawValue, title: scheme.title)
        return index.figure(.floatingScheme, word, at: position, inputs: inputs)
    }

    static func fault(in row: TableRow<FloatingScheme>) -> Sentence? {
        Region(code: row.name) == nil ? Sentence.regionWanted : nil
    }

    static func describe(_ value: FloatingScheme) -> Sentence { value.title }
}

extension Sentence {
    static let regionWanted = Sentence("行名应为地区代码，如 330000", "the name is the code of a region, such as 330000")
}
