/// A sum of money in capital numerals, as bills and policies carry it (正确填写票据和结算凭证的基本规定, annex 1 of the
/// payment rules of 1997).
///
/// Where the text leaves a choice: no 零 between 元 and 角, and no 整 after 角 (950.50 is 玖佰伍拾元伍角); a 零 for every
/// gap within the yuan (107000.53 is 壹拾万零柒仟元伍角叁分, the second of the forms it gives).
public enum AmountInWords {
    /// Refuses a negative sum; the rule knows none.
    @specialized(where D == Recorded)
    @specialized(where D == Unrecorded)
    public static func words<D: Derivation>(
        of amount: Amount?, as derivation: D.Type
    ) throws(Refusal) -> Derived<String, D.Node> {
        var objections = Objections()
        let amount = objections.need(amount, .writtenAmount, at: "amount")
        if let amount, amount < .zero { objections.add(.amountNegative(.writtenAmount, at: "amount")) }
        guard objections.isEmpty, let amount else { throw objections.refusal }
        let words = text(of: amount.fen.magnitude)
        let fact = D.node(.fact(.writtenAmount, .amount(amount), at: "amount"))
        let node = D.node(
            {
                Figure(
                    .amountInWords, .word(code: words, title: Sentence(words, "\(amount.yuanText) yuan")), .choose,
                    citation: Citation(.capitalNumerals1997, ending(of: amount.fen.magnitude)), inputs: $0)
            }, over: [fact])
        return Derived(words, node)
    }

    /// The number of the rule that decides how the sum ends: 整 or not, a 零 before 分 or not.
    private static func ending(of fen: UInt64) -> String {
        if fen % 100 == 0 { return "二" }
        return fen % 100 < 10 && fen >= 100 ? "三(四)" : "三"
    }

    private static func text(of fen: UInt64) -> String {
        let yuan = fen / 100
        let jiao = Int(fen / 10 % 10)
        let cents = Int(fen % 10)
        if fen == 0 { return "零元整" }
        var text = yuan > 0 ? "\(whole(yuan))元" : ""
        if jiao == 0, cents == 0 { return text + "整" }
        if jiao > 0 {
            text += "\(digits[jiao])角"
        } else if yuan > 0 {
            text += digits[0]
        }
        if cents > 0 { text += "\(digits[cents])分" }
        return text
    }

    /// A whole number above nothing, by groups of four digits: 亿 above 万.
    private static func whole(_ number: UInt64) -> String {
        let units: [(value: UInt64, name: String)] = [(100_000_000, "亿"), (10_000, "万")]
        for unit in units where number >= unit.value {
            let rest = number % unit.value
            let head = "\(whole(number / unit.value))\(unit.name)"
            if rest == 0 { return head }
            // A gap on either side of the unit is told by one 零.
            let hasGap = number / unit.value % 10 == 0 || rest < unit.value / 10
            return head + (hasGap ? digits[0] : "") + whole(rest)
        }
        return thousands(Int(number))
    }

    /// 1 to 9999.
    private static func thousands(_ number: Int) -> String {
        var text = ""
        var hasGap = false
        for (value, name) in [(1000, "仟"), (100, "佰"), (10, "拾"), (1, "")] {
            let digit = number / value % 10
            if digit == 0 {
                hasGap = true
            } else {
                if hasGap, !text.isEmpty { text += digits[0] }
                text += "\(digits[digit])\(name)"
                hasGap = false
            }
        }
        return text
    }

    private static let digits = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]
}
