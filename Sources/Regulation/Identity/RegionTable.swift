/// GB/T 2260 as far as a premium or a plate needs it: provinces, the five separately planned cities, and which offices
/// of a province issue plates.
enum RegionTable {
    struct Row {
        let code: String
        let name: String
        /// What the full name has behind the short one.
        let suffix: String
        let plateCharacter: Unicode.Scalar?
        /// The letters of the offices that issue plates, as far as they are known: for hints, never for refusal.
        let issuers: UInt32

        init(_ code: String, _ name: String, _ suffix: String, _ plateCharacter: Unicode.Scalar?, _ letters: String) {
            self.code = code
            self.name = name
            self.suffix = suffix
            self.plateCharacter = plateCharacter
            issuers = letters.utf8.reduce(0) { $0 | RegionTable.bit($1) }
        }

        /// Whether the row is one of the cities with a tariff of their own.
        var isCity: Bool { !code.hasSuffix("0000") }
    }

    /// Whether an office with the letter is known in the province at the position in `rows`.
    static func issues(provincePosition: Int, letter: UInt8) -> Bool {
        rows.indices.contains(provincePosition) && rows[provincePosition].issuers & bit(letter) != 0
    }

    private static func bit(_ letter: UInt8) -> UInt32 {
        0x41...0x5A ~= letter ? 1 << UInt32(letter - 0x41) : 0
    }

    /// By code.
    static let rows: [Row] = [
        Row("110000", "北京", "市", "京", "ABCDEFGHJKLMNPQY"),
        Row("120000", "天津", "市", "津", "ABCDEFGHJKLMNPQR"),
        Row("130000", "河北", "省", "冀", "ABCDEFGHJRTX"),
        Row("140000", "山西", "省", "晋", "ABCDEFHJKLM"),
        Row("150000", "内蒙古", "自治区", "蒙", "ABCDEFGHJKLM"),
        Row("210000", "辽宁", "省", "辽", "ABCDEFGHJKLMNP"),
        Row("210200", "大连", "市", nil, ""),
        Row("220000", "吉林", "省", "吉", "ABCDEFGHJK"),
        Row("230000", "黑龙江", "省", "黑", "ABCDEFGHJKLMNPR"),
        Row("310000", "上海", "市", "沪", "ABCDEFGHJKLMNR"),
        Row("320000", "江苏", "省", "苏", "ABCDEFGHJKLMNU"),
        Row("330000", "浙江", "省", "浙", "ABCDEFGHJKL"),
        Row("330200", "宁波", "市", nil, ""),
        Row("340000", "安徽", "省", "皖", "ABCDEFGHJKLMNPRS"),
        Row("350000", "福建", "省", "闽", "ABCDEFGHJK"),
        Row("350200", "厦门", "市", nil, ""),
        Row("360000", "江西", "省", "赣", "ABCDEFGHJKLM"),
        Row("370000", "山东", "省", "鲁", "ABCDEFGHJKLMNPQRSUVY"),
        Row("370200", "青岛", "市", nil, ""),
        Row("410000", "河南", "省", "豫", "ABCDEFGHJKLMNPQRSUV"),
        Row("420000", "湖北", "省", "鄂", "ABCDEFGHJKLMNPQRS"),
        Row("430000", "湖南", "省", "湘", "ABCDEFGHJKLMNSU"),
        Row("440000", "广东", "省", "粤", "ABCDEFGHJKLMNPQRSTUVWXYZ"),
        Row("440300", "深圳", "市", nil, ""),
        Row("450000", "广西", "壮族自治区", "桂", "ABCDEFGHJKLMNPR"),
        Row("460000", "海南", "省", "琼", "ABCDEF"),
        Row("500000", "重庆", "市", "渝", "ABCDFGH"),
        Row("510000", "四川", "省", "川", "ABCDEFGHJKLMQRSTUVWXYZ"),
        Row("520000", "贵州", "省", "贵", "ABCDEFGHJ"),
        Row("530000", "云南", "省", "云", "ACDEFGHJKLMNPQRS"),
        Row("540000", "西藏", "自治区", "藏", "ABCDEFGHJ"),
        Row("610000", "陕西", "省", "陕", "ABCDEFGHJKUV"),
        Row("620000", "甘肃", "省", "甘", "ABCDEFGHJKLMNP"),
        Row("630000", "青海", "省", "青", "ABCDEFGH"),
        Row("640000", "宁夏", "回族自治区", "宁", "ABCDE"),
        Row("650000", "新疆", "维吾尔自治区", "新", "ABCDEFGHJKLMNPQR"),
        Row("710000", "台湾", "省", nil, ""),
        Row("810000", "香港", "特别行政区", nil, ""),
        Row("820000", "澳门", "特别行政区", nil, ""),
    ]
}
