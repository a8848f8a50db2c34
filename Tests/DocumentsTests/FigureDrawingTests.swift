import Foundation
import Registry
import Regulation
import Testing

@testable import Documents

struct FigureDrawingTests {
    private func all(_ figure: Figure) -> [Figure] { [figure] + figure.inputs.flatMap(all) }

    private func plain(_ html: String) -> String {
        html.replacing(/<[^>]*>/, with: "").replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
    }

    @Test(arguments: Language.allCases)
    func `every figure of the tree stands in the drawing with its value and its article`(language: Language) throws {
        for (name, form) in SampleLawPages.premiums {
            let model = try SampleLawPages.premium(form, in: language)
            guard let answer = model.answer else { continue }
            let text = plain(PremiumView.render(model))
            for figure in all(answer.report.result.premium.node) {
                #expect(
                    text.contains(LawTypography.set(figure.name.title, in: language)), "\(name): \(figure.name.code)")
                if case .amount(let amount) = figure.value {
                    #expect(text.contains(LawTypography.money(amount, in: language)), "\(name): \(figure.name.code)")
                }
                guard let citation = figure.citation else { continue }
                #expect(text.contains(CitationText.short(citation, in: language)), "\(name): \(citation)")
            }
        }
    }

    @Test func `a row that is not verified says so where it stands`() throws {
        let row = Figure(FigureName("rate", "费率", "rate"), .percent(-10), .lookUp, status: .unverified)
        let sum = Figure(
            FigureName("sum", "合计", "sum"), .amount(.zero), .multiply,
            inputs: [Figure(FigureName("base", "基数", "base"), .amount(.zero), .lookUp, status: .verified), row])
        let html = Templates.render(
            "figure", FigureDrawing(language: .chinese).values(sum).merging(["text": LawBook()]))
        #expect(html.components(separatedBy: "class=\"doubt\"").count == 2)
        #expect(html.contains("未核实"))
    }

    /// Only what the shared templates ask for.
    private struct LawBook { let given = "您填的", assumed = "假定" }

    @Test func `a stair begins with the base, shows what moves it and by how much, and ends with the sum`() throws {
        let model = try SampleLawPages.premium([.region: "440000", .record: "cleanOne"], in: .english)
        let html = PremiumView.render(model)
        let steps = html.components(separatedBy: "<li class=\"step ").dropFirst().map {
            String($0.prefix { $0 != "\"" })
        }
        #expect(steps == ["step-base", "step-move", "step-result"])
        #expect(html.contains("\u{2212}95.00 yuan"))
        #expect(
            html.contains(
                "<rect class=\"kept\" width=\"900\" height=\"12\"/><rect class=\"moved\" x=\"900\" width=\"100\""))
    }

    @Test func `a figure that is no sum of money has no stair`() {
        let count = Figure(FigureName("n", "次数", "times"), .count(1, .accidents), .count)
        #expect(StairDrawing(count, FigureDrawing(language: .chinese)) == nil)
    }

    @Test func `articles are told in English as far as they are numbers`() {
        func told(_ article: String) -> String {
            CitationText.short(Citation(.floatingRules2007, article), in: .english)
        }
        #expect(told("第4条") == "Floating Rules, art. 4")
        #expect(told("第11条(六)") == "Floating Rules, art. 11(6)")
        #expect(told("第三节二") == "Floating Rules, section 3(2)")
        #expect(told("第32行") == "Floating Rules, row 32")
        #expect(told("注") == "Floating Rules, note")
    }
}
