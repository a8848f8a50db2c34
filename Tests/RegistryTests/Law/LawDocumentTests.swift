import Regulation
import Testing

@testable import Registry

/// What documents say of places and ends, as the rules of the law are asked with it.
@Suite struct LawDocumentTests {
    private let desk: LawDesk

    init() throws { desk = LawDesk(tables: try LawTables.published.get()) }

    private func findings(_ rule: LawRule, _ json: String) -> [String] {
        desk.answer(rule, to: Array(json.utf8)).findings.map { "\($0.code) \($0.path ?? "-")" }
    }

    private func premium(_ start: String, _ end: String, shortTerm: String = "null") -> String {
        let json = """
            {"vehicle":{"class":"motorcycle","displacementML":125},"region":"310000","appliedAt":"\(start)",
             "start":"\(start)","end":"\(end)","shortTerm":\(shortTerm),"history":{"firstInsurance":true}}
            """
        return String(decoding: desk.answer(.premium, to: Array(json.utf8)).json, as: UTF8.self)
    }

    @Test(arguments: ["23:59:59", "23:59:00", "10:30:00", "00:00:00"])
    func `a full year is insured from any time of day to the same a year later — Code 2(5)`(clock: String) {
        let answer = premium("2026-09-18T\(clock)+08:00", "2027-09-18T\(clock)+08:00")
        #expect(answer.contains(#""premium":"120.00""#), "\(answer)")
    }

    @Test func `a short term of a year from the last minute of a day is no longer than a year`() {
        let answer = premium("2026-09-18T23:59:59+08:00", "2027-09-18T23:59:59+08:00", shortTerm: #""other""#)
        #expect(answer.contains(#""premium":"120.00""#), "\(answer)")
    }

    @Test(arguments: ["110101", "110100", "999999", "000000", "440301", "", "北京", "１１００００"])
    func `a code that is neither a province's nor one of the five cities' is no region in any rule`(code: String) {
        let first = """
            {"vehicle":{"class":"motorcycle","displacementML":125},"region":"\(code)",
             "appliedAt":"2026-03-01","start":"2026-03-01","end":"2027-02-28","history":{"firstInsurance":true}}
            """
        #expect(findings(.premium, first) == ["regionUnknown region"])
        let tax = #"{"vehicle":{"class":"tractor"},"year":2026,"region":"\#(code)"}"#
        #expect(findings(.vehicleTax, tax) == ["regionUnknown region"])
    }

    @Test func `every province and every one of the five cities is a region`() {
        for region in Region.all {
            let tax = #"{"vehicle":{"class":"tractor"},"year":2026,"region":"\#(region.code)"}"#
            #expect(findings(.vehicleTax, tax).isEmpty)
        }
    }

    @Test func `without a vehicle every rule that classes it asks for the class`() {
        #expect(findings(.premium, "{}").first == "missing vehicle.class")
        #expect(findings(.vehicleTax, "{}").first == "missing vehicle.class")
    }

    @Test(arguments: [Language.chinese, .english])
    func `every rule is listed on a line of its own, with what it gives`(language: Language) {
        let lines = LawRule.list(in: language)
        #expect(lines.count == LawRule.allCases.count)
        for (line, rule) in zip(lines, LawRule.allCases) {
            #expect(line.hasPrefix(rule.rawValue + " ") && line.hasSuffix(rule.title.text(in: language)))
        }
    }
}
