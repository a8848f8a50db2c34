import Documents
import Foundation
import Registry
import Testing

struct EscapingTests {
    /// Texts that would break out of an element or an attribute, also behind marks that merge with the quote into one
    /// `Character`.
    static let hostile = [
        "<script>alert(1)</script>",
        "\" autofocus onfocus=\"alert(1)",
        "' onmouseover='alert(1)",
        "\"\u{301} onfocus=alert(1) x=\"\u{301}",
        "\u{600}\"\u{20DD}><img src=x onerror=alert(1)>",
        "<\u{338}script>alert(1)</script>",
        "&lt;b&gt;&quot;",
        "{{title}}{{{title}}}",
        "\u{0}<\u{0}script>\u{202E}",
    ]

    /// A browser reads scalars, not `Character`s, so every scalar beyond ASCII is flattened before the page is judged.
    private func expectHarmless(_ html: String, _ text: String) {
        #expect(!html.unicodeScalars.contains { $0.value < 9 || $0.value == 0x202E })
        let flat = String(String.UnicodeScalarView(html.unicodeScalars.map { $0.isASCII ? $0 : "x" }))
        #expect(MarkupText.imbalance(of: flat) == nil, "\(text.debugDescription)")
        for tag in flat.matches(of: /<[^!]((?:"[^"]*"|[^">])*)>/) {
            let bare = tag.output.0.replacing(/"[^"]*"/, with: "")
            #expect(
                !bare.contains(/\son[a-z]+=/) && !bare.contains("\"") && !bare.hasPrefix("<img"),
                "\(text.debugDescription)")
        }
        #expect(flat.components(separatedBy: "<script").count == 2)
    }

    @Test(arguments: hostile)
    func `whatever is typed into the form comes back as text`(text: String) {
        let fields = QuestionFields(
            form: .vin, plate: text, category: text, vinSuffix: text, vin: text, policyNumberSuffix: text, date: text,
            time: text)
        let model = QuestionModel(
            chrome: SamplePages.chrome("/query", .chinese), fields: fields,
            faults: [.other(.plate, chinese: text, english: text), .vinCharacters])
        expectHarmless(QuestionView.render(model), text)
    }

    @Test(arguments: hostile)
    func `a hostile insurer, plate or policy number stays text`(text: String) {
        var answer = SampleAnswers.answer(.inForce, .renewedWithGap)
        answer.insurer = InsurerCode("PICC").map { CoverageAnswer.Insurer(code: $0, name: text) }
        answer.policyNumber = text
        let model = AnswerModel(
            chrome: SamplePages.chrome("/query", .english), answer: answer,
            asked: AskedVehicle(maskedPlate: text, proof: .fullVIN), typed: QuestionFields(plate: text))
        expectHarmless(AnswerView.render(model), text)
        var lost = SampleAnswers.answer(.noMatch, .none)
        lost.flags = [.repaired]
        var unmatched = model
        unmatched.answer = lost
        expectHarmless(AnswerView.render(unmatched), text)
    }

    @Test(arguments: hostile)
    func `whatever is pasted to be checked comes back as text`(text: String) {
        expectHarmless(SampleLogPages.check(text, nil, in: .chinese), text)
        expectHarmless(SampleLogPages.check("xubao/main/answer/1\n" + text, nil, in: .english), text)
        let proof = SampleLogPages.sample("policy.tlog-proof").replacing("xubao", with: text)
        expectHarmless(SampleLogPages.check(proof, nil, in: .chinese), text)
    }

    @Test(arguments: hostile)
    func `names on the freshness board, magic plates and request ids stay text`(text: String) {
        let row = FreshnessRow(
            code: text, name: text, reportedThrough: nil, recordsAccepted: 1, quarantinedOpen: 0, sequenceGaps: 0)
        let chrome = SamplePages.chrome("/freshness", .chinese)
        expectHarmless(
            FreshnessView.render(FreshnessModel(chrome: chrome, rows: [row], asOf: SampleAnswers.now, treeSize: 1)),
            text)
        let plate = MagicPlate(plate: text, category: text, vinSuffix: text, outcome: .inForce, shows: text)
        expectHarmless(MagicPlatesView.render(MagicPlatesModel(chrome: chrome, plates: [plate])), text)
        expectHarmless(ProblemView.render(ProblemModel(chrome: chrome, problem: .failed, requestID: text)), text)
        let about = AboutModel(
            chrome: PageChrome(language: .english, path: text), triesPerVehicleAndDay: 5, regulatorName: text,
            regulatorPhone: text)
        expectHarmless(AboutView.render(about), text)
    }

    @Test(arguments: hostile)
    func `whatever is typed into the forms that ask the law comes back as text`(text: String) throws {
        for language in Language.allCases {
            var premium: [PremiumField: String] = [:]
            for field in PremiumField.allCases { premium[field] = text }
            for kind in ["truck", "motorcycle", "tractor", text] {
                premium[.kind] = kind
                expectHarmless(PremiumView.render(try SampleLawPages.premium(premium, in: language)), text)
            }
            let names = ["fault", "damage", "uninsured", "cause", "aboard", "medical", "disability", "intentional"]
            var accident = ["vehicles": "2", "victims": "2", "date": text, "property": text, "rescue": text]
            for name in names { for number in 1...2 { accident["\(name)\(number)"] = text } }
            expectHarmless(CompensationView.render(try SampleLawPages.accident(accident, in: language)), text)
        }
    }

    @Test func `a quote with a mark upon it is escaped, which the template engine alone would not do`() {
        let fields = QuestionFields(plate: "\"\u{301} x")
        let html = QuestionView.render(QuestionModel(chrome: SamplePages.chrome("/query", .chinese), fields: fields))
        #expect(html.contains("value=\"&quot;\u{301} x\""))
    }
}
