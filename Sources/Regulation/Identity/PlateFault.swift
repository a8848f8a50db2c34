/// Why characters are no plate number, said so that the writer can mend it (GA 36-2018).
enum PlateFault {
    /// At least one finding.
    struct List {
        let first: Finding
        let rest: ArraySlice<Finding>
    }

    /// All that is wrong with characters of which no form could be made.
    static func all(in scalars: [Unicode.Scalar]) -> List {
        guard !scalars.isEmpty else {
            return List(first: IdentityFault.empty("号牌号码", code: "plateEmpty", path: "plate"), rest: [])
        }
        let kinds = scalars.map { PlateAlphabet.entry(of: $0)?.kind ?? [] }
        var findings: [Finding] = []
        if !beginsWell(kinds) { findings.append(province) }
        if kinds.dropFirst().contains(where: \.isEmpty) { findings.append(character) }
        if let position = kinds.firstIndex(where: { $0.contains(.province) }), position + 1 < kinds.count,
            kinds[position + 1].contains(.confusable)
        {
            findings.append(issuerLetter)
            if kinds.dropFirst(position + 2).contains(where: { $0.contains(.confusable) }) { findings.append(letter) }
        } else if kinds.contains(where: { $0.contains(.confusable) }) {
            findings.append(letter)
        }
        guard let first = findings.first else {
            return List(first: shape(scalars.count, kinds), rest: [])
        }
        return List(first: first, rest: findings.dropFirst())
    }

    /// A province, 使, 临, the two letters of the forces, or the digits of an embassy.
    private static func beginsWell(_ kinds: [PlateCharacterKind]) -> Bool {
        let embassy = PlateCharacterKind.literal("使")
        guard let first = kinds.first, let last = kinds.last else { return false }
        if first.contains(.province) || first == embassy || last == embassy { return true }
        if first == .literal("临") { return kinds.dropFirst().first?.contains(.province) ?? false }
        return first.contains(.letter) && kinds.count > 2 && kinds[1].contains(.letter)
    }

    private static func shape(_ count: Int, _ kinds: [PlateCharacterKind]) -> Finding {
        switch count {
        case ..<7: short
        case 7: form
        case 8: kinds[1].contains(.letter) ? newEnergy : form
        default: long
        }
    }

    private static let province = finding(
        "plateProvince", "号牌第一个字应是省、自治区、直辖市的简称（如 京、沪、粤），请补上或改正。", "省、自治区、直辖市简称")
    private static let character = finding(
        "plateCharacter", "号牌里只有汉字、大写字母和数字，请去掉或改正其他符号。", "号牌号码")
    private static let issuerLetter = finding(
        "plateIssuerLetter", "号牌第二位是发牌机关代号，不使用字母 I 和 O，请对照行驶证改正。", "发牌机关代号")
    private static let letter = finding(
        "plateLetter", "号牌序号不使用字母 I 和 O，请看清是不是数字 1 或 0 后改正。", "序号")
    private static let newEnergy = finding(
        "plateForm", "8 位的新能源号牌，小型车第三位是字母 A 到 H、J 或 K，大型车末位是这些字母之一，其余按行驶证填写数字。", "序号")
    private static let form = finding(
        "plateForm", "号牌的写法不符合任何一种号牌，请对照行驶证逐位核对。", "号牌号码")
    private static let short = finding(
        "plateLength", "号牌少了字符：普通号牌共 7 位，新能源号牌共 8 位，请补全。", "号牌号码")
    private static let long = finding(
        "plateLength", "号牌多了字符：普通号牌共 7 位，新能源号牌共 8 位，请核对。", "号牌号码")

    private static func finding(_ code: String, _ message: String, _ article: String) -> Finding {
        Finding(code: code, message: message, path: "plate", citation: Citation(.plates2018, article))
    }
}
