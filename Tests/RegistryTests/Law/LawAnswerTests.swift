import Foundation
import Regulation
import Testing

@testable import Registry

/// What each rule answers, as programs and as people read it.
@Suite struct LawAnswerTests {
    private let desk: LawDesk

    init() throws { desk = LawDesk(tables: try LawTables.published.get()) }

    @Test(arguments: LawExample.all)
    func `the answer to each example is the one that was approved`(example: LawExample) throws {
        let answer = desk.answer(example.rule, to: example.bytes)
        let document = try JSONSerialization.jsonObject(with: Data(answer.json))
        let options: JSONSerialization.WritingOptions = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let text = String(
            decoding: try JSONSerialization.data(withJSONObject: document, options: options), as: UTF8.self)
        Snapshot.check(text + "\n", named: "\(example.name).json")
        for language in Language.allCases {
            let lines = LawText.lines(answer, to: example.rule, in: language)
            Snapshot.check(lines.joined(separator: "\n") + "\n", named: "\(example.name).\(language.rawValue).txt")
        }
    }

    @Test func `every rule has an example`() {
        #expect(Set(LawExample.all.map(\.rule)) == Set(LawRule.allCases))
    }

    @Test(arguments: LawExample.all)
    func `the derivation changes nothing that stands beside it`(example: LawExample) throws {
        guard case .object(let members) = try? JSONReader.value(of: example.bytes) else { return }
        let silent = JSONValue.object(members.filter { $0.name != "explain" })
        let plain = try #require(
            try JSONSerialization.jsonObject(with: Data(desk.answer(example.rule, to: silent).json)) as? [String: Any])
        let answer = desk.answer(example.rule, to: silent, isExplained: true)
        var explained = try #require(try JSONSerialization.jsonObject(with: Data(answer.json)) as? [String: Any])
        #expect(plain["figure"] == nil)
        #expect((explained.removeValue(forKey: "figure") != nil) == answer.isAnswered)
        #expect((explained.removeValue(forKey: "counterfactuals") != nil) == answer.isAnswered)
        #expect(Set(plain.keys) == Set(explained.keys))
        for name in plain.keys where name != "courtPayments" && name != "knockForKnock" {
            #expect((plain[name] as? NSObject) == (explained[name] as? NSObject), "\(name)")
        }
    }

    @Test func `the members of an answer stand in the order of the contract`() throws {
        let answer = desk.answer(.premium, to: LawExample.all[0].bytes)
        guard case .object(let members) = try JSONReader.value(of: answer.json) else {
            Issue.record("no object")
            return
        }
        #expect(members.first?.name == "refused")
        #expect(members.suffix(4).map(\.name) == ["notes", "warnings", "figure", "counterfactuals"])
        #expect(members.contains { $0.name == "premium" && $0.value == .text("950.00") })
        #expect(members.contains { $0.name == "tariffRow" && $0.value == .number("1") })
        #expect(members.contains { $0.name == "floatingFactor" && $0.value == .text("X4") })
        #expect(members.contains { $0.name == "floatingPercent" && $0.value == .number("0") })
    }

    @Test func `a refusal is a reply with the same findings`() throws {
        let refused = Problem(refusal: desk.answer(.premium, to: Array("{}".utf8)))
        #expect(refused.status == 422 && refused.code == "refused")
        #expect(refused.errors.map(\.code).allSatisfy { $0 == "missing" } && !refused.errors.isEmpty)
        let body = String(decoding: refused.json(requestID: "r1"), as: UTF8.self)
        #expect(body.contains(#""refused":true,"findings":[{"code":"missing""#))
        let unreadable = Problem(refusal: desk.answer(.premium, to: Array("{".utf8)))
        #expect(unreadable.status == 400 && unreadable.code == "invalidJSON")
        #expect(String(decoding: unreadable.json(requestID: nil), as: UTF8.self).contains(#""code":"jsonSyntax""#))
        #expect(!String(decoding: Problem.notFound.json(requestID: nil), as: UTF8.self).contains("refused"))
    }

    @Test func `a derivation nobody could read is left out, and that is told`() throws {
        func accident(of count: Int) -> [UInt8] {
            let vehicles = (0..<count).map { number in
                "{\"id\":\"v\(number)\",\"atFault\":true,\"insured\":true,\"damage\":\"9000.00\"}"
            }
            let list = vehicles.joined(separator: ",")
            return Array("{\"accidentAt\":\"2026-05-01T08:30:00+08:00\",\"vehicles\":[\(list)]}".utf8)
        }
        for (count, isTold) in [(3, true), (60, false)] {
            let answer = desk.answer(.compensation, to: accident(of: count), isExplained: true)
            guard case .answered(let result) = answer else {
                Issue.record("\(answer.findings)")
                continue
            }
            #expect((result.figure != nil) == isTold)
            #expect(result.remarks.warnings.contains { $0.code == "derivationTooLong" } != isTold)
            #expect(answer.json.count < 10_000_000)
        }
    }
}
