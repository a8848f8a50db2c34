/// The surcharges for drink-driving by region — joint notice of 2010; off until an operator's row says that it applies.
struct DrinkDrivingRatioTable: LawTable {
    static let name = TableName.drinkDrivingRatios
    static var published: [UInt8] { PackageResources.drinkDrivingRatios_json }

    private let index: IndexedRows<DrinkDrivingRatio>
    /// Whether any region's row applies.
    let hasApplying: Bool

    init(_ document: TableDocument<DrinkDrivingRatio>) {
        index = IndexedRows(document, places: RegionTable.rows.count) { Region(code: $0).map { Int($0.position) } }
        hasApplying = document.rows.contains { $0.value?.applies == true }
    }

    var rows: [TableRow<DrinkDrivingRatio>] { index.rows }

    /// The row that applies in the region, if any.
    func position(of region: Region, appliedOn date: CivilDate) -> Int? {
        index.position(Int(region.position), on: date).flatMap { rows[$0].value?.applies == true ? $0 : nil }
    }

    func note(_ position: Int, in remarks: inout Remarks) { index.note(position, in: &remarks) }

    func figure(_ percent: Int, at position: Int, inputs: [Figure]) -> Figure {
        index.figure(.drinkDrivingPercent, .percent(percent), at: position, inputs: inputs)
    }

    static func fault(in row: TableRow<DrinkDrivingRatio>) -> Sentence? {
        guard Region(code: row.name) != nil else { return Sentence.regionWanted }
        guard let value = row.value else { return nil }
        let percents = [value.drinking, value.intoxicated, value.cap]
        return percents.allSatisfy { (0...1000).contains($0) } ? nil : Sentence.percentWanted
    }

    static func describe(_ value: DrinkDrivingRatio) -> Sentence {
        let applies = value.applies ? Sentence("执行", "applies") : Sentence("不启用", "is off")
        return Sentence(
            "饮酒每次 \(value.drinking)%，醉酒每次 \(value.intoxicated)%，累计不超过 \(value.cap)%，\(applies.chinese)",
            "\(value.drinking) % under the influence, \(value.intoxicated) % drunk, each time, "
                + "at most \(value.cap) %; \(applies.english)"
        )
    }
}
