import Registry
import Regulation
import Testing

struct AnswerTextsTests {
    static let renewals = CoverageAnswer.Renewal.allCases

    private func sentences(_ answer: CoverageAnswer, _ language: Language) -> [String] {
        [
            AnswerTexts.verdict(of: answer, in: language), AnswerTexts.dateLine(of: answer, in: language),
            AnswerTexts.remedy(of: answer, in: language), AnswerTexts.reason(of: answer, in: language),
            AnswerTexts.freshness(of: answer, in: language),
        ]
    }

    @Test func `the sentences of the house style`() {
        let valid = SampleAnswers.answer(.inForce, .notDue)
        #expect(AnswerTexts.verdict(of: valid, in: .chinese) == "这辆车的交强险有效")
        #expect(plain(AnswerTexts.dateLine(of: valid, in: .chinese)) == "有效期到 2027年3月1日零时\u{FF0C}还有 101 天")
        #expect(plain(AnswerTexts.freshness(of: valid, in: .chinese)) == "依据 人保财险 3 秒前的数据")
        let renewed = SampleAnswers.answer(.inForce, .renewed)
        #expect(
            plain(AnswerTexts.dateLine(of: renewed, in: .chinese))
                == "有效期到 2026年12月2日零时\u{FF0C}还有 12 天。已经续保\u{FF0C}下一期从 2026年12月2日零时开始")
        let none = SampleAnswers.answer(.noMatch, .none)
        #expect(AnswerTexts.verdict(of: none, in: .chinese) == "没有找到号牌和车架号都相符的记录")
        #expect(AnswerTexts.dateLine(of: none, in: .chinese) == "这不等于没有投保")
        #expect(
            AnswerTexts.dateLine(of: valid, in: .english) == "Valid until 00:00 on 1 March 2027, 101 days left")
    }

    /// With ordinary spaces for thin ones, to be read in a test.
    private func plain(_ text: String) -> String { text.replacing("\u{2009}", with: " ") }

    @Test func `the verdicts of every outcome and renewal in the contract are told apart`() {
        for language in Language.allCases {
            let verdicts = SampleAnswers.possible.map { outcome, renewal in
                let answer = SampleAnswers.answer(outcome, renewal)
                return AnswerTexts.verdict(of: answer, in: language) + AnswerTexts.dateLine(of: answer, in: language)
            }
            #expect(Set(verdicts).count == verdicts.count)
        }
    }

    @Test func `only the outcome in force is called in force`() {
        for outcome in CoverageAnswer.Outcome.allCases {
            for renewal in Self.renewals {
                let answer = SampleAnswers.answer(outcome, renewal)
                #expect(AnswerTexts.verdict(of: answer, in: .chinese).contains("有效") == (outcome == .inForce))
                #expect(AnswerTexts.verdict(of: answer, in: .english).contains("in force") == (outcome == .inForce))
            }
        }
    }

    @Test func `no record is never called uninsured`() {
        let answer = SampleAnswers.answer(.noMatch, .none)
        for language in Language.allCases {
            for text in sentences(answer, language) {
                #expect(!text.contains("未投保") && !text.contains("没有保险"), "\(text)")
                #expect(!text.contains("uninsured") || text.contains("does not mean"), "\(text)")
            }
        }
    }

    @Test func `every reason, remedy and flag has a calm sentence, with and without dates, in every tense`() {
        for language in Language.allCases {
            for reason in Reason.allCases {
                for remedy in Remedy.allCases {
                    for offset in [-86_400, 0, 86_400] {
                        for outcome in CoverageAnswer.Outcome.allCases {
                            check(outcome, reason, remedy, offset, language)
                        }
                    }
                }
            }
            for flag in Flag.allCases { expectCalm(AnswerTexts.flag(flag, in: language), language, isSentence: true) }
        }
    }

    private func check(
        _ outcome: CoverageAnswer.Outcome, _ reason: Reason, _ remedy: Remedy, _ offset: Int, _ language: Language
    ) {
        var bare = CoverageAnswer(
            outcome: outcome, reason: reason, remedy: remedy, on: SampleAnswers.now.adding(seconds: offset),
            asOf: SampleAnswers.now, knownAt: SampleAnswers.now, treeSize: 0)
        bare.daysLeft = 1
        expectCalm(AnswerTexts.verdict(of: bare, in: language), language, isSentence: false)
        expectCalm(AnswerTexts.dateLine(of: bare, in: language), language, isSentence: false)
        expectCalm(AnswerTexts.remedy(of: bare, in: language), language, isSentence: true)
        expectCalm(AnswerTexts.reason(of: bare, in: language), language, isSentence: true)
    }

    private func expectCalm(_ text: String, _ language: Language, isSentence: Bool) {
        #expect(!text.isEmpty)
        #expect(!text.contains("!") && !text.contains("\u{FF01}") && !text.contains("Optional"), "\(text)")
        #expect((text.hasSuffix("。") || text.hasSuffix(".")) == isSentence, "\(text)")
        if language == .chinese { #expect(!text.contains(/[,;?]/), "\(text)") }
    }

    @Test func `tonight and today are called by name`() {
        var answer = SampleAnswers.answer(.inForce, .due)
        answer.period = SampleAnswers.period(SampleAnswers.moment(2025, 11, 21), SampleAnswers.moment(2026, 11, 21))
        answer.daysLeft = 1
        #expect(AnswerTexts.dateLine(of: answer, in: .chinese).hasSuffix("就是今晚午夜"))
        #expect(AnswerTexts.dateLine(of: answer, in: .english).hasSuffix("which is midnight tonight"))
        answer.period = SampleAnswers.period(
            SampleAnswers.moment(2025, 11, 20), SampleAnswers.moment(2026, 11, 20, 18, 0))
        answer.daysLeft = 0
        #expect(AnswerTexts.dateLine(of: answer, in: .chinese).hasSuffix("就是今天"))
    }

    @Test func `an answer that rests on the absence of a record names the slowest insurer, not its own`() {
        for (outcome, renewal) in [
            (CoverageAnswer.Outcome.lapsed, CoverageAnswer.Renewal.overdue), (.cancelled, .overdue), (.inForce, .due),
        ] {
            let text = AnswerTexts.freshness(of: SampleAnswers.answer(outcome, renewal), in: .chinese)
            #expect(text.contains("所有保险公司") && !text.contains("人保财险"))
        }
    }

    @Test(arguments: [
        (Int64(-4), "此刻", "just now"), (0, "此刻", "just now"), (1, "1 秒前", "1 second ago"),
        (59, "59 秒前", "59 seconds ago"),
        (60, "1 分钟前", "1 minute ago"), (3599, "59 分钟前", "59 minutes ago"), (3600, "1 小时前", "1 hour ago"),
        (172_799, "47 小时前", "47 hours ago"), (172_800, "2 天前", "2 days ago"),
    ])
    func `an age is told in the largest unit that still says something`(
        seconds: Int64, chinese: String, english: String
    ) {
        #expect(plain(MomentText.age(seconds: seconds, in: .chinese)) == chinese)
        #expect(MomentText.age(seconds: seconds, in: .english) == english)
    }

    @Test func `midnight is 零时, any other time is a clock`() {
        #expect(MomentText.moment(SampleAnswers.moment(2027, 3, 1), in: .chinese) == "2027年3月1日零时")
        #expect(plain(MomentText.moment(SampleAnswers.moment(2027, 3, 1, 9, 5), in: .chinese)) == "2027年3月1日 09:05")
        #expect(MomentText.moment(SampleAnswers.moment(2027, 3, 1), in: .english) == "00:00 on 1 March 2027")
    }

    @Test func `numbers stand apart from characters by a thin space, and characters from each other by nothing`() {
        let end = "2027年3月1日零时"
        #expect(ChineseText.set("到 \(end) 止") == "到\u{2009}2027年3月1日零时止")
        #expect(ChineseText.set("还有 \(5) 天") == "还有\u{2009}5\u{2009}天")
        #expect(ChineseText.set("请 \("a  b") 等") == "请\u{2009}a  b\u{2009}等")
    }
}
