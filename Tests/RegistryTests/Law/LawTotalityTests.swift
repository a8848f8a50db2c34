import Foundation
import Regulation
import Testing

@testable import Registry

/// Any document whatever gets an answer, or findings that say why not.
@Suite struct LawTotalityTests {
    private let desk: LawDesk

    init() throws { desk = LawDesk(tables: try LawTables.published.get()) }

    /// An answer that is neither a result nor findings with codes and sentences, or is no JSON, is told.
    private func check(_ answer: LawAnswer, _ document: [UInt8]) {
        let isSound = answer.isAnswered ? answer.findings.isEmpty : !answer.findings.isEmpty
        let isTold = answer.findings.allSatisfy { !$0.code.isEmpty && !$0.message.isEmpty && $0.path != "" }
        let isJSON = (try? JSONSerialization.jsonObject(with: Data(answer.json))) != nil
        if !isSound || !isTold || !isJSON { Issue.record("to \(String(decoding: document, as: UTF8.self))") }
    }

    private static let names = {
        var names: Set<String> = []
        func gather(_ value: JSONValue) {
            switch value {
            case .object(let members):
                for member in members {
                    names.insert(member.name)
                    gather(member.value)
                }
            case .list(let values): values.forEach(gather)
            case .null, .flag, .number, .text: break
            }
        }
        for example in LawExample.all { if let value = try? JSONReader.value(of: example.bytes) { gather(value) } }
        return names.sorted()
    }()

    @Test(arguments: LawRule.allCases)
    func `documents with places put otherwise`(rule: LawRule) throws {
        var draws = SeededGenerator(seed: 31)
        let examples = LawExample.all.filter { $0.rule == rule }.compactMap { try? JSONReader.value(of: $0.bytes) }
        var answered = 0
        for _ in 0..<1500 {
            var document = draws.pick(examples)
            for _ in 0..<(1 + draws.below(3)) { document = draws.mutated(document, Self.names) }
            let answer = desk.answer(rule, to: document, isExplained: draws.chance(50))
            check(answer, document.json)
            if answer.isAnswered { answered += 1 }
        }
        #expect(answered > 50)
    }

    @Test(arguments: LawRule.allCases)
    func `documents drawn at random`(rule: LawRule) {
        var draws = SeededGenerator(seed: 32)
        for _ in 0..<500 {
            let document = draws.anyValue(Self.names)
            check(desk.answer(rule, to: document, isExplained: true), document.json)
        }
    }

    @Test(arguments: LawRule.allCases)
    func `bytes put otherwise`(rule: LawRule) {
        var draws = SeededGenerator(seed: 33)
        let examples = LawExample.all.filter { $0.rule == rule }
        for _ in 0..<700 {
            let document = draws.mutated(draws.pick(examples).bytes)
            check(desk.answer(rule, to: document), document)
        }
    }
}
