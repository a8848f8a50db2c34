/// The ratios for traffic violations by region. No national text has them: the table comes empty and the link is off.
struct ViolationRatioTable: LawTable {
    static let name = TableName.violationRatios
    static var published: [UInt8] { PackageResources.violationRatios_json }

    private let index: IndexedRows<ViolationRatio>
    /// Whether any region's row applies.
    let hasApplying: Bool

    init(_ document: TableDocument<ViolationRatio>) {
        index = IndexedRows(document, places: RegionTable.rows.count) { Region(code: $0).map { Int($0.position) } }
        hasApplying = document.rows.contains { $0.value?.applies == true }
    }

    var rows: [TableRow<ViolationRatio>] { index.rows }

    /// The row that applies in the region, if any.
    func position(of region: Region, appliedOn date: CivilDate) -> Int? {
        index.position(Int(region.position), on: date).flatMap { rows[$0].value?.applies == true ? $0 : nil }
    }

    func note(_ position: Int, in remarks: inout Remarks) { index.note(position, in: &remarks) }

    func figure(_ percent: Int, at position: Int, inputs: [Figure]) -> Figure {
        index.figure(.violationPercent, .percent(percent), at: position, inputs: inputs)
    }

    static func fault(in row: TableRow<ViolationRatio>) -> Sentence? {
        guard Region(code: row.name) != nil else { return Sentence.regionWanted }
        guard let value = row.value else { return nil }
        let ups = value.perEvent.values.allSatisfy { (0...1000).contains($0) } && (0...1000).contains(value.cap)
        let downs = value.clean.count <= 10 && value.clean.allSatisfy { (-100...0).contains($0) }
        return ups && downs ? nil : Sentence.percentWanted
    }

    static func describe(_ value: ViolationRatio) -> Sentence {
        let clean = value.clean.map { "\($0)%" }.joined(separator: "、")
        let events = value.perEvent.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)%" }.joined(separator: "、")
        let applies = value.applies ? Sentence("执行", "applies") : Sentence("不启用", "is off")
        return Sentence(
            "连续无违法：\(clean)；每次：\(events)；累计不超过 \(value.cap)%；\(applies.chinese)",
            "without violations \(clean); each \(events); at most \(value.cap) %; \(applies.english)")
    }
}
