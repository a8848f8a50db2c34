import Documents
import Foundation
import Registry
import Testing

struct LogPageTests {
    private func words(_ html: String) -> String { html.replacing(/<[^>]*>/, with: "") }

    @Test func `the log's page shows size, whole root and newest leaf, and a bar and a row for each day`() {
        let html = LogView.render(SampleLogPages.log(in: .english))
        #expect(html.contains("1,514,349 entries"))
        let digits = words(html).replacing(/\s/, with: "")
        #expect(digits.contains(SampleLogPages.root) && digits.contains(String(SampleLogPages.root.reversed())))
        #expect(html.components(separatedBy: "<rect class=\"bar\"").count - 1 == 14)
        #expect(html.contains("<th scope=\"row\">20 November 2026</th><td class=\"number\">402</td>"))
        #expect(html.contains("height=\"150\"") && html.contains("height=\"0\""))
    }

    @Test func `of eight entries the drawing marks the changed one and its three edges, one hash a level`() {
        let html = LogView.render(SampleLogPages.log(in: .chinese))
        for drawing in html.components(separatedBy: "<figure class=\"log-tree").dropFirst() {
            let svg = drawing.components(separatedBy: "</svg>")[0]
            #expect(svg.components(separatedBy: "class=\"edge changed\"").count - 1 == 3)
            #expect(svg.components(separatedBy: "class=\"knot changed\"").count - 1 == 3)
            #expect(svg.components(separatedBy: "class=\"entry changed\"").count - 1 == 1)
            #expect(svg.components(separatedBy: "class=\"edge").count - 1 == 14)
        }
    }

    @Test func `days on which nothing came are no drawing`() {
        var model = SampleLogPages.log(in: .chinese)
        for index in model.days.indices { model.days[index].entries = 0 }
        #expect(!LogView.render(model).contains("growth"))
    }

    @Test(arguments: Language.allCases)
    func `the verdict is the first line, and every other line is on the page`(language: Language) {
        for name in ["card", "receipt", "policy.tlog-proof"] {
            let text = SampleLogPages.sample(name)
            let html = SampleLogPages.check(text, in: language)
            let lines = EvidenceTexts.lines(SampleLogPages.judgement(of: text), in: language)
            #expect(MarkupText.first("h1", in: html) == lines.first)
            #expect(html.contains("class=\"slip good\""), "\(name)")
            for line in lines.dropFirst() where !line.isEmpty {
                let line = line.replacing("'", with: "&#39;")
                #expect(html.contains(">\(line.trimmingCharacters(in: .whitespaces))</"), "\(line)")
            }
            #expect(!html.contains(String(text.prefix(40))), "what is proven is not put back into the form")
        }
    }

    @Test func `a genuine receipt that the log does not bear out is no good news`() {
        let html = SampleLogPages.check(SampleLogPages.sample("receipt"), .contradicted(size: 300), in: .chinese)
        #expect(html.contains("class=\"slip stop\"") && html.contains("12378"))
        #expect(MarkupText.first("h1", in: html) == "它的签名是真的，可是日志里不是这样写的")
    }

    @Test func `a genuine card is shown in the colour of what it says, and an old one is no news`() {
        let card = SampleLogPages.sample("card")
        #expect(SampleLogPages.check(card, in: .english).contains("<span>Genuine · In force</span>"))
        let later = SampleLogPages.check(card, in: .english, at: SampleAnswers.moment(2026, 12, 1))
        #expect(later.contains("class=\"slip wait\"") && later.contains("<span>Out of time</span>"))
    }

    @Test func `a spoiled card is refused and stays in the form`() {
        let spoiled = SampleLogPages.sample("card").replacing("inForce", with: "laidUp")
        let html = SampleLogPages.check(spoiled, nil, in: .english)
        #expect(html.contains("class=\"slip stop\"") && html.contains("This card proves nothing"))
        #expect(html.contains(spoiled))
    }

    @Test func `a paste of any length comes back only when it is short`() {
        let long = String(repeating: "x", count: 70_000)
        #expect(!SampleLogPages.check(long, nil, in: .chinese).contains("xxx"))
        #expect(SampleLogPages.check("xxx", nil, in: .chinese).contains("xxx</textarea>"))
    }

    @Test func `line ends of other systems and blanks around it change nothing`() {
        let card = SampleLogPages.sample("card")
        let clean = Array(card.utf8)
        for text in [
            card, card.replacing("\n", with: "\r\n"), card.replacing("\n", with: "\r"), "\n\n  " + card + "\n \r\n",
            String(card.dropLast()),
        ] { #expect(PastedEvidence.bytes(text) == clean) }
        for text in ["", "\r\n", " \n\t"] { #expect(PastedEvidence.bytes(text).isEmpty) }
    }

    @Test func `no card is drawn for a vehicle that was not found, nor in the elder mode`() {
        for (outcome, elder) in [(CoverageAnswer.Outcome.noMatch, false), (.inForce, true)] {
            let model = AnswerModel(
                chrome: SamplePages.chrome("/query", .chinese, elder),
                answer: SampleAnswers.answer(outcome, outcome == .noMatch ? .none : .notDue),
                asked: AskedVehicle(maskedPlate: nil, proof: .fullVIN), card: SampleLogPages.sample("card"))
            #expect(!AnswerView.render(model).contains("class=\"take\""))
        }
    }

    @Test func `the card stands on the answer's page as code, as text and to be copied`() {
        let model = AnswerModel(
            chrome: SamplePages.chrome("/query", .english), answer: SampleAnswers.answer(.inForce, .notDue),
            asked: AskedVehicle(maskedPlate: nil, proof: .fullVIN), card: SampleLogPages.sample("card"))
        let html = AnswerView.render(model)
        #expect(html.contains("<svg class=\"qr\""))
        #expect(html.contains(">\(SampleLogPages.sample("card"))</pre>"))
        #expect(MarkupText.values(of: "data-copy", in: html).contains(SampleLogPages.sample("card")))
    }
}
