import Documents
import Foundation
import Registry
import Testing

struct AnswerViewTests {
    @Test(arguments: Language.allCases)
    func `the first heading is the verdict, for every outcome and renewal`(language: Language) {
        for outcome in CoverageAnswer.Outcome.allCases {
            for renewal in [CoverageAnswer.Renewal.renewed, .renewedWithGap, .due, .notDue, .overdue, .none] {
                let answer = SampleAnswers.answer(outcome, renewal)
                let html = SamplePages.answer(answer, language)
                #expect(MarkupText.first("h1", in: html) == AnswerTexts.verdict(of: answer, in: language))
                #expect(html.contains(AnswerTexts.dateLine(of: answer, in: language)))
                #expect(html.contains(AnswerTexts.remedy(of: answer, in: language)))
                #expect(html.contains(AnswerTexts.reason(of: answer, in: language)))
                #expect(html.contains(AnswerTexts.freshness(of: answer, in: language)))
            }
        }
    }

    @Test func `the verdict stands before the date, the date before what to do, and all before the rest`() throws {
        let answer = SampleAnswers.answer(.inForce, .due)
        let html = SamplePages.answer(answer, .chinese)
        let places = try [
            "<h1>", AnswerTexts.dateLine(of: answer, in: .chinese), AnswerTexts.remedy(of: answer, in: .chinese),
            "<h2>",
        ].map { try #require(html.range(of: $0)).lowerBound }
        #expect(places == places.sorted())
    }

    @Test func `a verdict is a word and a shape besides its colour`() {
        let words: [CoverageAnswer.Outcome: String] = [
            .inForce: "有效", .laidUp: "暂停", .pending: "待确认", .notYetInForce: "未开始", .cancelled: "已解除", .lapsed: "已到期",
            .noMatch: "没有找到",
        ]
        var shapes: Set<String> = []
        for outcome in CoverageAnswer.Outcome.allCases {
            let html = SamplePages.answer(SampleAnswers.answer(outcome, .none), .chinese)
            #expect(html.contains("<span>\(words[outcome] ?? "?")</span></p>"))
            let sign = html.components(separatedBy: "class=\"sign\"").dropFirst().first ?? ""
            shapes.insert(sign.components(separatedBy: "</svg>").first ?? "")
        }
        #expect(shapes.count == CoverageAnswer.Outcome.allCases.count)
    }

    @Test func `the plate is masked and the VIN is not repeated`() {
        let html = SamplePages.answer(SampleAnswers.answer(.inForce, .notDue), .chinese)
        #expect(html.contains("京A·**345"))
        #expect(!html.contains("京A12345"))
        #expect(!html.contains("123456"))
        #expect(html.contains("****0042"))
    }

    @Test func `no record offers three things to try, and the form as it was typed`() {
        let html = SamplePages.answer(SampleAnswers.answer(.noMatch, .none), .chinese)
        #expect(html.contains("这不等于没有投保"))
        #expect(html.components(separatedBy: "<li><strong>").count >= 4)
        #expect(html.contains("name=\"vinSuffix\" value=\"123456\""))
        #expect(html.contains("name=\"action\" value=\"edit\""))
    }

    @Test func `who asked without a plate is not told about a plate`() {
        let model = AnswerModel(
            chrome: SamplePages.chrome("/query", .chinese), answer: SampleAnswers.answer(.noMatch, .none),
            asked: AskedVehicle(maskedPlate: nil, proof: .vinAndPolicyNumber))
        #expect(MarkupText.first("h1", in: AnswerView.render(model))?.contains("号牌") == false)
    }

    @Test func `the elder mode keeps verdict, date and what to do and leaves out the drawing of time`() {
        let answer = SampleAnswers.answer(.inForce, .due)
        let html = SamplePages.answer(answer, .chinese, true)
        #expect(html.contains("class=\"elder\""))
        #expect(html.contains(AnswerTexts.dateLine(of: answer, in: .chinese)))
        #expect(html.contains(AnswerTexts.remedy(of: answer, in: .chinese)))
        #expect(!html.contains("class=\"timeline\""))
        #expect(html.utf8.count < SamplePages.answer(answer, .chinese).utf8.count)
    }

    @Test func `flags and citations are printed in words`() {
        var answer = SampleAnswers.answer(.inForce, .notDue)
        answer.flags = [.duplicateCover]
        let html = SamplePages.answer(answer, .chinese)
        #expect(html.contains(AnswerTexts.flag(.duplicateCover, in: .chinese)))
        #expect(html.contains("机动车交通事故责任强制保险条例(2019) 第2条"))
    }
}
