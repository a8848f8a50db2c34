/// A province as the sample world needs it: what its plates begin with, how many vehicles it has, how premiums float.
struct Province: Sendable {
    let character: String
    let name: String
    /// The two digits every region code of the province begins with.
    let code: Int
    /// Motor vehicles in units of ten thousand, roughly, by the statistical yearbooks around 2024.
    let vehicles: Int
    /// The letters of its registration offices; the first is the capital's.
    let offices: [UInt8]
    /// By how many points its premium float goes deeper than the national scheme (notice 2020 No. 2, schemes A to E).
    let extraPoints: Int

    private init(_ character: String, _ name: String, _ code: Int, _ vehicles: Int, _ offices: String, _ extra: Int = 0)
    {
        self.character = character
        self.name = name
        self.code = code
        self.vehicles = vehicles
        self.offices = Array(offices.utf8)
        extraPoints = extra
    }

    /// The region code records carry: the province's, or that of a city with separate planning.
    func region(office: UInt8) -> Int {
        switch (code, Unicode.Scalar(office)) {
        case (21, "B"): 210_200
        case (33, "B"): 330_200
        case (35, "D"): 350_200
        case (37, "B"), (37, "U"): 370_200
        case (44, "B"): 440_300
        default: code * 10_000
        }
    }

    /// How much of the province's fleet an office has; capitals and the second city more than the rest.
    func weight(office position: Int) -> Int {
        switch position {
        case 0: 30
        case 1: 18
        case 2...5: 10
        default: 6
        }
    }

    static let all: [Province] = [
        Province("京", "北京", 11, 680, "ABCDEFGHJKLMNPQY", 5),
        Province("津", "天津", 12, 430, "ABCDEFGHJKLMNPQR", 5),
        Province("冀", "河北", 13, 2010, "ABCDEFGHJRTX", 5),
        Province("晋", "山西", 14, 890, "ABCDEFHJKLM", 10),
        Province("蒙", "内蒙古", 15, 760, "ABCDEFGHJKLM", 20),
        Province("辽", "辽宁", 21, 1110, "ABCDEFGHJKLMNP"),
        Province("吉", "吉林", 22, 560, "ABCDEFGHJK", 10),
        Province("黑", "黑龙江", 23, 680, "ABCDEFGHJKLMNPR", 10),
        Province("沪", "上海", 31, 570, "ABDEFGHJKLMNCR"),
        Province("苏", "江苏", 32, 2420, "AEBCDFGHJKLMNU"),
        Province("浙", "浙江", 33, 2210, "ABCDEFGHJKL"),
        Province("皖", "安徽", 34, 1260, "ABCDEFGHJKLMNPRS"),
        Province("闽", "福建", 35, 920, "ACDBEFGHJK"),
        Province("赣", "江西", 36, 820, "ABCDEFGHJKLM"),
        Province("鲁", "山东", 37, 2930, "ABQCDEFGHJKLMNPRSUVY"),
        Province("豫", "河南", 41, 2120, "ARCQBDEFGHJKLMNPSUV"),
        Province("鄂", "湖北", 42, 1220, "AFBCDEGHJKLMNPQRS"),
        Province("湘", "湖南", 43, 1210, "ABCDEFGHJKLMNSU"),
        Province("粤", "广东", 44, 2960, "ABSECDFGHJKLMNPQRTUVWXY"),
        Province("桂", "广西", 45, 970, "ABCDEFGHJKLMNPR", 15),
        Province("琼", "海南", 46, 210, "ABCDEF", 20),
        Province("渝", "重庆", 50, 660, "ABDGCFH"),
        Province("川", "四川", 51, 1660, "ABCDEFGHJKLMQRSTUVWXYZ"),
        Province("贵", "贵州", 52, 730, "ABCDEFGHJ"),
        Province("云", "云南", 53, 1010, "ADCEFGHJKLMNPQRS", 15),
        Province("藏", "西藏", 54, 85, "ABCDEFGHJ", 20),
        Province("陕", "陕西", 61, 910, "ABCDEFGHJKUV", 15),
        Province("甘", "甘肃", 62, 470, "ABCDEFGHJKLMNP", 10),
        Province("青", "青海", 63, 150, "ABCDEFGH", 20),
        Province("宁", "宁夏", 64, 210, "ABCDE", 5),
        Province("新", "新疆", 65, 570, "ABCDEFGHJKLMNPQR", 10),
    ]
}
