/// The kind of a plate (号牌种类, GA/T 16.7-2012): with the number it makes a plate one of its kind.
public struct PlateCategory: Hashable, Sendable, Comparable {
    /// 1 to 99.
    let number: UInt8

    /// Category 22, 临时行驶车.
    public static let temporary = PlateCategory(listed: 22)

    /// Two digits: `02`. `nil` for a code the standard does not list.
    public init?(code: String) {
        guard code.utf8.count == 2, let number = Self.number(ofDigits: code.utf8), Self.isListed(number) else {
            return nil
        }
        self.number = number
    }

    private init(listed number: UInt8) { self.number = number }

    /// Two digits: `02`.
    public var code: String {
        String(decoding: [0x30 + number / 10, 0x30 + number % 10], as: UTF8.self)
    }

    /// As the standard names it: `小型汽车`.
    public var name: String { Self.table.first { $0.number == number }?.name ?? code }

    public static func < (left: PlateCategory, right: PlateCategory) -> Bool { left.number < right.number }

    /// Every category, by code.
    public static let all: [PlateCategory] = table.map { PlateCategory(listed: $0.number) }

    /// What a form permits, by code.
    static func permitted(by form: PlateForm) -> [PlateCategory] {
        form.categoryNumbers.map(PlateCategory.init(listed:))
    }

    private static func isListed(_ number: UInt8) -> Bool {
        switch number {
        case 1...27, 31, 32, 41...43, 51, 52, 99: true
        default: false
        }
    }

    private static func number(ofDigits bytes: some Sequence<UInt8>) -> UInt8? {
        var number: UInt8 = 0
        for byte in bytes {
            guard 0x30...0x39 ~= byte, number < 10 else { return nil }
            number = number * 10 + (byte - 0x30)
        }
        return number
    }
}

extension PlateCategory {
    /// Reads a code (`02`, `2`) or a name (`小型汽车`, `小型汽车号牌`).
    public static func read(_ text: String) -> Reading<PlateCategory> {
        if let category = PlateCategory(code: text) { return Reading(category) }
        guard text.utf8.count <= IdentityText.longestUTF8 else {
            return Reading(fault: IdentityFault.tooLong("号牌种类", code: "plateCategoryTooLong", path: "plateCategory"))
        }
        let folded = IdentityText(text, [])
        let plain = folded.text
        if plain.isEmpty {
            return Reading(fault: IdentityFault.empty("号牌种类", code: "plateCategoryEmpty", path: "plateCategory"))
        }
        if 1...2 ~= plain.utf8.count, let number = number(ofDigits: plain.utf8), isListed(number) {
            let repairs = folded.repairs + (plain.utf8.count == 1 ? [.leadingZeroAdded] : [])
            return Reading(PlateCategory(listed: number), repairs: repairs)
        }
        if let row = table.first(where: { matches(plain, $0) }) {
            return Reading(PlateCategory(listed: row.number), repairs: folded.repairs)
        }
        return Reading(fault: unknown, repairs: folded.repairs)
    }

    private static func matches(_ text: String, _ row: Row) -> Bool {
        let names = [row.name] + row.otherNames
        return names.contains(text) || names.contains { "\($0)号牌" == text }
    }

    private static let unknown = Finding(
        code: "plateCategoryUnknown", message: "没有这种号牌种类，请填两位代码（如 02）或名称（如 小型汽车）。",
        path: "plateCategory", citation: Citation(.plateCategories2012, "号牌种类代码"))

    private struct Row {
        let number: UInt8
        let name: String
        var otherNames: [String] = []
    }

    private static let table: [Row] = [
        Row(number: 1, name: "大型汽车"), Row(number: 2, name: "小型汽车"),
        Row(number: 3, name: "使馆汽车"), Row(number: 4, name: "领馆汽车"),
        Row(number: 5, name: "境外汽车"), Row(number: 6, name: "外籍汽车"),
        Row(number: 7, name: "普通摩托车(两、三轮)", otherNames: ["普通摩托车", "两、三轮摩托车", "两三轮摩托车"]),
        Row(number: 8, name: "轻便摩托车"),
        Row(number: 9, name: "使馆摩托车"), Row(number: 10, name: "领馆摩托车"),
        Row(number: 11, name: "境外摩托车"), Row(number: 12, name: "外籍摩托车"),
        Row(number: 13, name: "低速车(原农用运输车)", otherNames: ["低速车", "农用运输车"]),
        Row(number: 14, name: "拖拉机"), Row(number: 15, name: "挂车"),
        Row(number: 16, name: "教练汽车"), Row(number: 17, name: "教练摩托车"),
        Row(number: 18, name: "试验汽车"), Row(number: 19, name: "试验摩托车"),
        Row(number: 20, name: "临时入境汽车"), Row(number: 21, name: "临时入境摩托车"),
        Row(number: 22, name: "临时行驶车"),
        Row(number: 23, name: "警用汽车"), Row(number: 24, name: "警用摩托", otherNames: ["警用摩托车"]),
        Row(number: 25, name: "原农机号牌", otherNames: ["原农机"]),
        Row(number: 26, name: "香港入出境车"), Row(number: 27, name: "澳门入出境车"),
        Row(number: 31, name: "武警号牌", otherNames: ["武警"]), Row(number: 32, name: "军队号牌", otherNames: ["军队"]),
        Row(number: 41, name: "无号牌"), Row(number: 42, name: "假号牌"), Row(number: 43, name: "挪用号牌"),
        Row(number: 51, name: "大型新能源汽车"), Row(number: 52, name: "小型新能源汽车"),
        Row(number: 99, name: "其他号牌", otherNames: ["其他"]),
    ]
}
