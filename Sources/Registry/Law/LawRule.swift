package import Regulation

/// A rule of the law that can be asked with one document.
package enum LawRule: String, CaseIterable, Sendable {
    case premium, refund, endorsement
    case layUp = "lay-up"
    case vehicleTax = "vehicle-tax"
    case compensation, identifier
    case amountInWords = "amount-in-words"

    package var title: Sentence {
        switch self {
        case .premium: Sentence("交强险保险费", "premium of compulsory insurance")
        case .refund: Sentence("解除合同的退费", "refund on cancellation")
        case .endorsement: Sentence("批改的保险费增减", "premium of an endorsement")
        case .layUp: Sentence("停驶的保险期间顺延", "extension of the period for a lay-up")
        case .vehicleTax: Sentence("车船税", "vehicle tax")
        case .compensation: Sentence("交强险赔偿", "compensation by compulsory insurance")
        case .identifier: Sentence("号牌与证件号码", "plates and other identifiers")
        case .amountInWords: Sentence("大写金额", "amount in words")
        }
    }

    /// Every rule with what it gives, one a line.
    package static func list(in language: Language) -> [String] {
        var table = TextTable([.left, .left])
        for rule in allCases {
            table.add([rule.rawValue, rule.title.text(in: language)])
        }
        return table.lines
    }
}
