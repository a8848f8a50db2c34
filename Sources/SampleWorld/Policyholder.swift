import Regulation

/// Who holds a vehicle's policies.
///
/// None is a real person or organisation. Names are drawn together from common characters; resident numbers carry a
/// province's code where a real one has its district's; organisations' codes begin with a letter that is not given out;
/// telephone numbers lie in the unassigned row 199-0000.
struct Policyholder {
    let name: [UInt8]
    /// Empty for diplomatic missions.
    let document: [UInt8]
    let phone: [UInt8]

    /// - Parameter generation: counts the owners of one vehicle.
    init(_ vehicle: SampleVehicle, generation: Int, province: Province, in setting: WorldSetting) {
        var draws = setting.draws(.holder, vehicle.index &* 4 &+ generation)
        let fleet = vehicle.fleet
        switch fleet.holder {
        case .person:
            name = Self.personName(&draws)
            document =
                vehicle.kind == .hongKong || vehicle.kind == .macao
                ? Self.permit(&draws, vehicle.kind) : Self.residentNumber(&draws, province, setting)
        case .company:
            name = Self.companyName(&draws, province, fleet.use)
            document = Self.organisationCode(&draws, "91", province)
        case .authority:
            name = Self.authorityName(&draws, province)
            document = Self.organisationCode(&draws, "11", province)
        case .mission:
            name = Array((vehicle.kind == .embassy ? "某国驻华大使馆" : "某国总领事馆").utf8)
            document = []
        }
        var number = ByteText(capacity: 11)
        number.add("1990000")
        number.add(number: draws.below(10_000), digits: 4)
        phone = number.bytes
    }

    private static let surnames = Array("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕").map(
        String.init)
    private static let given = Array(
        "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国志文海波宁鑫晨浩宇轩梓涵欣怡佳雨泽博思远嘉乐天翔晓东春燕云飞立新永庆"
    ).map(String.init)
    /// Characters that GB18030 writes in four bytes; they stand in real names.
    private static let rare = ["㛃", "㭎"]
    private static let firms = ["远达", "顺通", "恒信", "宏泰", "金桥", "瑞丰", "新程", "安捷", "中联", "华运", "天成", "盛世"]

    private static func personName(_ draws: inout Draws) -> [UInt8] {
        var text = ByteText(capacity: 12)
        text.add(surnames[draws.below(surnames.count)])
        if draws.chance(850) { text.add(given[draws.below(given.count)]) }
        text.add(draws.chance(2) ? rare[draws.below(rare.count)] : given[draws.below(given.count)])
        return text.bytes
    }

    private static func companyName(_ draws: inout Draws, _ province: Province, _ use: VehicleUse) -> [UInt8] {
        // A comma and quotation marks in a name: the file has to be quoted to carry them.
        if draws.chance(12) { return Array("Harvest Freight (China) Co., Ltd.".utf8) }
        var text = ByteText(capacity: 40)
        text.add(province.name)
        text.add(firms[draws.below(firms.count)])
        text.add(firms[draws.below(firms.count)])
        switch use {
        case .rental: text.add("出租汽车有限公司")
        case .cityBus: text.add("公共交通有限公司")
        case .highwayCoach: text.add("客运有限公司")
        case .commercial: text.add("物流有限公司")
        default: text.add("贸易有限公司")
        }
        return text.bytes
    }

    private static func authorityName(_ draws: inout Draws, _ province: Province) -> [UInt8] {
        var text = ByteText(capacity: 40)
        text.add(province.name)
        text.add("第")
        text.add(number: 1 + draws.below(60))
        text.add(draws.chance(500) ? "机关事务中心" : "综合执法队")
        return text.bytes
    }

    private static func residentNumber(
        _ draws: inout Draws, _ province: Province, _ setting: WorldSetting
    ) -> [UInt8] {
        var text = ByteText(capacity: 18)
        text.add(number: province.code * 10_000, digits: 6)
        text.add(day: setting.today - (20 + draws.below(50)) * 365 - draws.below(365), separator: nil)
        text.add(number: 1 + draws.below(998), digits: 3)
        text.add(byte: ResidentNumber.checkCharacter(of: text.bytes) ?? UInt8(ascii: "X"))
        return text.bytes
    }

    private static func permit(_ draws: inout Draws, _ kind: PlateKind) -> [UInt8] {
        var text = ByteText(capacity: 9)
        text.add(kind == .macao ? "M" : "H")
        text.add(number: draws.below(100_000), digits: 8)
        return text.bytes
    }

    private static func organisationCode(_ draws: inout Draws, _ kind: String, _ province: Province) -> [UInt8] {
        var text = ByteText(capacity: 18)
        text.add(kind)
        text.add(number: province.code * 10_000, digits: 6)
        let start = text.count
        text.add(ascii: "X")
        text.add(number: draws.below(10_000_000), digits: 7)
        text.add(byte: organisationCheck(text.bytes[start...]))
        text.add(byte: UnifiedSocialCreditCode.checkCharacter(of: text.bytes) ?? UInt8(ascii: "0"))
        return text.bytes
    }

    /// The check digit of the organisation within the code (GB 11714, modulus 11).
    private static func organisationCheck(_ code: ArraySlice<UInt8>) -> UInt8 {
        let weights = [3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(code, weights).reduce(0) { sum, pair in
            sum + Int(pair.0 <= 0x39 ? pair.0 - 0x30 : pair.0 - 0x41 + 10) * pair.1
        }
        let check = (11 - sum % 11) % 11
        return check == 10 ? UInt8(ascii: "X") : 0x30 + UInt8(truncatingIfNeeded: check)
    }
}
