/// Where a vehicle is insured: a province, or one of the five cities with a tariff of their own (GB/T 2260).
public struct Region: Hashable, Sendable, Comparable {
    /// Its place among all regions, by code.
    let position: UInt8

    /// Six digits: `110000`, `440300`. `nil` for any other place; `read` takes those to their province.
    public init?(code: String) {
        guard let position = RegionTable.rows.firstIndex(where: { $0.code == code }) else { return nil }
        self.init(position: position)
    }

    init?(position: Int) {
        guard RegionTable.rows.indices.contains(position) else { return nil }
        self.position = UInt8(truncatingIfNeeded: position)
    }

    private var row: RegionTable.Row { RegionTable.rows[Int(position)] }

    /// Six digits.
    public var code: String { row.code }

    /// Short: `北京`, `广西`, `深圳`.
    public var name: String { row.name }

    /// In full: `北京市`, `广西壮族自治区`, `深圳市`.
    public var fullName: String { row.name + row.suffix }

    /// What stands first on its plates; a city has its province's. `nil` for Hong Kong, Macao and Taiwan.
    public var plateCharacter: Character? { (row.plateCharacter ?? province.row.plateCharacter).map(Character.init) }

    /// Itself, or the province of a city.
    public var province: Region {
        guard row.isCity else { return self }
        return Region(code: row.code.prefix(2) + "0000") ?? self
    }

    public static func < (left: Region, right: Region) -> Bool { left.position < right.position }

    /// Every region, by code.
    public static let all: [Region] = RegionTable.rows.indices.compactMap(Region.init(position:))
}

extension Region {
    /// Reads a code or a name: `110000`, `北京`, `北京市`, `广西壮族自治区`, `辽宁省大连市`.
    ///
    /// The code or full address of another place in a province is that province, within a planned city that city.
    public static func read(_ text: String) -> Reading<Region> {
        if let region = Region(code: text) { return Reading(region) }
        guard text.utf8.count <= IdentityText.longestUTF8 else {
            return Reading(fault: IdentityFault.tooLong("投保地区", code: "regionTooLong", path: "region"))
        }
        let folded = IdentityText(text, [])
        let plain = folded.text
        if plain.isEmpty {
            return Reading(fault: IdentityFault.empty("投保地区", code: "regionEmpty", path: "region"))
        }
        guard let region = of(code: plain) ?? of(name: plain) else {
            return Reading(fault: unknown, repairs: folded.repairs)
        }
        return Reading(region, repairs: folded.repairs)
    }

    private static func of(code: String) -> Region? {
        guard code.utf8.count == 6, code.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
        return Region(code: code.prefix(4) + "00") ?? Region(code: code.prefix(2) + "0000")
    }

    private static func of(name: String) -> Region? {
        for region in all where name == region.name || name == region.fullName { return region }
        // Only behind a full name may more follow: 海南藏族自治州 does not lie in 海南省.
        guard let region = all.first(where: { name.hasPrefix($0.fullName) }) else { return nil }
        let rest = name.dropFirst(region.fullName.count)
        let city = all.first { $0.row.isCity && $0.province == region && rest.hasPrefix($0.name) }
        if let city { return city }
        return rest.last.map { "市区县州盟旗".contains($0) } == true ? region : nil
    }

    private static let unknown = Finding(
        code: "regionUnknown", message: "没有这个地区，请填六位行政区划代码（如 110000）或省、自治区、直辖市的名称。",
        path: "region", citation: Citation(.regions, "代码表"))
}
