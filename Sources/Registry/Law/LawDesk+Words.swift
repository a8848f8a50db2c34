import Regulation

extension LawDesk {
    func amountInWords(_ amount: Amount?, isExplained: Bool) throws(Refusal) -> LawResult {
        guard isExplained else {
            let words = try AmountInWords.words(of: amount, as: Unrecorded.self)
            return LawResult([Self.words(words.value)], Remarks())
        }
        let words = try AmountInWords.words(of: amount, as: Recorded.self)
        return LawResult([Self.words(words.value)], Remarks(), figure: words.node)
    }

    private static func words(_ words: String) -> LawMember { LawMember("words", "大写金额", "in words", .text(words)) }

    /// Reads only; there is nothing to derive.
    func identifier(_ request: IdentifierRequest, isExplained: Bool) throws(Refusal) -> LawResult {
        var remarks = Remarks()
        let result = try IdentifierRule.identify(request, &remarks)
        let members = [
            LawMember("plate", "号牌号码", "plate number", .text(result.plate?.text)),
            LawMember("plateCategory", "号牌种类", "plate category", Self.category(result.plateCategory)),
            LawMember("vin", "车架号", "VIN", .text(result.vin?.text)),
            LawMember("uscc", "统一社会信用代码", "social credit code", .text(result.socialCreditCode?.text)),
            LawMember("idCard", "公民身份号码", "resident number", .text(result.residentNumber?.text)),
            LawMember("repairs", "所作的无损修正", "lossless repairs", .list(result.repairs.map(Self.repair))),
        ]
        return isExplained ? LawResult(members, remarks, figure: nil) : LawResult(members, remarks)
    }

    private static func category(_ category: PlateCategory?) -> LawValue {
        category.map { .told(.text($0.code), Sentence("\($0.code) \($0.name)", $0.code)) } ?? .null
    }

    private static func repair(_ repair: IdentifierResult.Repair) -> LawValue {
        .object([
            LawMember("path", "项目", "member", .text(repair.path)),
            LawMember("repair", "修正", "repair", .told(.text(repair.repair.rawValue), repair.repair.title)),
        ])
    }
}

extension IdentityRepair {
    fileprivate var title: Sentence {
        switch self {
        case .separatorRemoved: Sentence("去掉了分隔符", "separator left out")
        case .spaceRemoved: Sentence("去掉了空白", "space left out")
        case .invisibleRemoved: Sentence("去掉了不可见字符", "invisible character left out")
        case .fullWidth: Sentence("全角改为半角", "full-width written in ASCII")
        case .compatibilityForm: Sentence("兼容字符改为通用写法", "compatibility form written plainly")
        case .lowerCase: Sentence("小写改为大写", "small letters raised")
        case .letterCase: Sentence("统一了字母大小写", "letter case set")
        case .countryCodeRemoved: Sentence("去掉了国家代码", "country code left out")
        case .leadingZeroAdded: Sentence("补上了前面的 0", "leading zero added")
        }
    }
}
