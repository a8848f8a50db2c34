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
            LawMember("repair", "修正", "repair", .text(repair.repair.rawValue)),
        ])
    }
}
