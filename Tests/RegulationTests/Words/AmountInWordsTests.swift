import Regulation
import Testing

/// 正确填写票据和结算凭证的基本规定 (1997), parts 2 and 3.
struct AmountInWordsTests {
    private func words(_ yuan: String) throws -> String {
        let amount = try #require(Amount(yuan: yuan))
        return try AmountInWords.words(of: amount, as: Unrecorded.self).value
    }

    @Test(arguments: [
        ("950.50", "玖佰伍拾元伍角"), ("950", "玖佰伍拾元整"), ("522.50", "伍佰贰拾贰元伍角"), ("0", "零元整"),
        ("0.50", "伍角"), ("0.05", "伍分"), ("0.55", "伍角伍分"), ("10", "壹拾元整"), ("11.10", "壹拾壹元壹角"),
        ("715.75", "柒佰壹拾伍元柒角伍分"), ("10000", "壹万元整"), ("100000000", "壹亿元整"),
        ("1000000000000", "壹万亿元整"), ("10000000000000", "壹拾万亿元整"),
        ("9999999999999.99", "玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
    ])
    func `sums as policies carry them`(yuan: String, expected: String) throws {
        #expect(try words(yuan) == expected)
    }

    /// Where the text gives two forms, the one without 零 behind 元.
    @Test(arguments: [
        ("1409.50", "壹仟肆佰零玖元伍角"), ("6007.14", "陆仟零柒元壹角肆分"), ("1680.32", "壹仟陆佰捌拾元叁角贰分"),
        ("107000.53", "壹拾万零柒仟元伍角叁分"), ("16409.02", "壹万陆仟肆佰零玖元零贰分"), ("325.04", "叁佰贰拾伍元零肆分"),
    ])
    func `the examples of the rule itself`(yuan: String, expected: String) throws {
        #expect(try words(yuan) == expected)
    }

    @Test(arguments: [
        ("1001", "壹仟零壹元整"), ("1010", "壹仟零壹拾元整"), ("1100", "壹仟壹佰元整"), ("10001", "壹万零壹元整"),
        ("10010", "壹万零壹拾元整"), ("10100", "壹万零壹佰元整"), ("10950", "壹万零玖佰伍拾元整"),
        ("101000000", "壹亿零壹佰万元整"), ("100700", "壹拾万零柒佰元整"), ("110000", "壹拾壹万元整"),
        ("17000", "壹万柒仟元整"), ("100000001", "壹亿零壹元整"), ("100005000", "壹亿零伍仟元整"),
        ("1234506789", "壹拾贰亿叁仟肆佰伍拾万零陆仟柒佰捌拾玖元整"), ("1050000000", "壹拾亿零伍仟万元整"),
        ("1000100000000", "壹万零壹亿元整"), ("20000000.20", "贰仟万元贰角"), ("100.01", "壹佰元零壹分"),
    ])
    func `a gap is one 零`(yuan: String, expected: String) throws {
        #expect(try words(yuan) == expected)
    }

    /// Reads the words back, digit by digit.
    private func reading(_ words: String) -> Int64? {
        let digits: [Character: Int64] = [
            "零": 0, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
        ]
        let small: [Character: Int64] = ["拾": 10, "佰": 100, "仟": 1000]
        var total: Int64 = 0
        var beforeYi: Int64 = 0
        var group: Int64 = 0
        var digit: Int64 = 0
        var fen: Int64 = 0
        for character in words {
            switch character {
            case "整": break
            case "元":
                total = beforeYi + total + group + digit
                (group, digit) = (0, 0)
            case "角": (fen, digit) = (fen + digit * 10, 0)
            case "分": (fen, digit) = (fen + digit, 0)
            case "万": (total, group, digit) = ((group + digit) * 10_000, 0, 0)
            case "亿":
                beforeYi = (total + group + digit) * 100_000_000
                (total, group, digit) = (0, 0, 0)
            default:
                if let value = digits[character] {
                    digit = value
                } else if let unit = small[character] {
                    (group, digit) = (group + digit * unit, 0)
                } else {
                    return nil
                }
            }
        }
        return total * 100 + fen
    }

    @Test func `words read back give the sum, and no two 零 stand together`() throws {
        var dice = Dice(seed: 1997)
        for step in 0..<20_000 {
            let sizes = [100, 100_000, 1_000_000_000, 1_000_000_000_000_000]
            var sample = Int64(dice.below(sizes[step % 4]))
            // Zeros are where the rule is hard.
            if step % 3 == 0 { sample = sample / 10_000 * 10_000 }
            if step % 5 == 0 { sample = sample / 1_000_000_000 * 1_000_000_000 + sample % 1000 }
            let amount = try #require(Amount(fen: sample))
            let words = try AmountInWords.words(of: amount, as: Unrecorded.self).value
            #expect(reading(words) == sample, "\(words)")
            #expect(!words.contains("零零"))
            #expect(words.hasSuffix("整") == (sample % 100 == 0))
        }
    }

    @Test func `a negative sum and none at all are refused`() {
        for (amount, code) in [(Amount(fen: -1), "amountNegative"), (nil, "missing")] {
            #expect {
                _ = try AmountInWords.words(of: amount, as: Unrecorded.self)
            } throws: {
                ($0 as? Refusal)?.findings.map(\.code) == [code]
            }
        }
    }

    @Test func `the figure carries the words and the rule`() throws {
        let node = try AmountInWords.words(of: Amount(yuan: "950.50"), as: Recorded.self).node
        #expect(node.value.text == "玖佰伍拾元伍角")
        #expect(node.citation?.instrument == .capitalNumerals1997)
        #expect(node.inputs.map(\.value.text) == ["950.50"])
        #expect(node.inputs.map(\.path) == ["amount"])
    }
}
