import Foundation
import Regulation
import Testing

@testable import Registry

/// The registry against the contract written down a second time: random histories, random questions.
@Suite struct NaiveModelTests {
    private static let histories = 700 * (ProcessInfo.processInfo.environment["XUBAO_SOAK"] == "1" ? 50 : 1)
    private static let questionsPerHistory = 30

    /// Drawn anew for every run, unless `XUBAO_SEED` names one.
    private static let base =
        ProcessInfo.processInfo.environment["XUBAO_SEED"].flatMap { UInt64($0) }
        ?? UInt64.random(in: 0..<1_000_000_000_000)

    @Test func `desk and model agree on every history and question`() throws {
        print("naive model: XUBAO_SEED=\(Self.base), \(Self.histories) histories")
        var asked = 0
        var outcomes: [String: Int] = [:]
        for number in 0..<Self.histories {
            let seed = Self.base &+ UInt64(number)
            guard try compare(seed, &asked, &outcomes) else { break }
        }
        print("naive model: \(asked) questions, \(outcomes.sorted { $0.key < $1.key })")
        #expect(asked >= 20_000 || Self.base == 0)
        for outcome in CoverageAnswer.Outcome.allCases { #expect((outcomes[outcome.rawValue] ?? 0) > 10, "\(outcome)") }
    }

    /// Seeds that failed once.
    @Test(arguments: [670, 1063, 50_000_821, 50_002_313] as [UInt64])
    func `a seed that failed once holds`(seed: UInt64) throws {
        var (asked, outcomes) = (0, [String: Int]())
        #expect(try compare(seed, &asked, &outcomes))
    }

    private func compare(_ seed: UInt64, _ asked: inout Int, _ outcomes: inout [String: Int]) throws -> Bool {
        var generator = HistoryGenerator(seed: seed)
        var model = NaiveRegistry()
        let workbench = Workbench()
        var marks: [Instant] = []
        var story: [String] = []
        for _ in 0..<(3 + Int(seed % 14)) {
            let step = generator.next()
            let isExpected = model.take(step.values, from: step.insurer, at: step.at)
            workbench.now = step.at
            let result = try workbench.send(step.values, from: step.insurer)
            story.append(
                "\(step.at.text) \(step.insurer) "
                    + "\(step.values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })"
            )
            marks.append(step.at)
            for field in [Field.start, .end, .effectiveAt, .layUpUntil] {
                if let time = step.values[field].flatMap({ Instant.read($0)?.instant }) { marks.append(time) }
            }
            guard (result.acceptance != nil) == isExpected else {
                Issue.record(
                    "seed \(seed): accepted \(!isExpected) \(result.faultCodes)\n\(story.joined(separator: "\n"))")
                return false
            }
        }
        guard try hasConsistentFolds(workbench, model, seed, story) else { return false }
        for _ in 0..<Self.questionsPerHistory {
            let (plateText, category, suffix) = generator.question()
            let on = generator.draw(near: marks)
            let knownAt = min(generator.draw(near: [workbench.now] + marks), workbench.now)
            guard
                let expected = model.answer(
                    plate: plateText, category: category, suffix: suffix, on: on, knownAt: knownAt)
            else { continue }
            let question = CoverageQuestion(
                subject: .plate(plate(plateText), category.flatMap { PlateCategory(code: $0) }),
                proof: .vinSuffix(suffix), on: on,
                knownAt: knownAt)
            let real = NaiveAnswer(try workbench.answer(question))
            asked += 1
            outcomes[expected.outcome, default: 0] += 1
            guard real == expected else {
                Issue.record(
                    """
                    seed \(seed): \(plateText) \(category ?? "-") \(suffix) on \(on.text) known at \(knownAt.text)
                    model \(expected)
                    desk  \(real)
                    \(story.joined(separator: "\n"))
                    """)
                return false
            }
        }
        return true
    }

    /// Every stored fold is the fold of its entries, and the counts are the model's.
    private func hasConsistentFolds(_ workbench: Workbench, _ model: NaiveRegistry, _ seed: UInt64, _ story: [String])
        throws
        -> Bool
    {
        for (id, file) in try workbench.store.livingFiles {
            var folded = VehicleFile(folding: try workbench.store.entries(file.entries))
            folded.merges = file.merges
            guard folded == file else {
                Issue.record(
                    "seed \(seed): file \(id.number) is not the fold of its entries\n\(story.joined(separator: "\n"))")
                return false
            }
        }
        let open = workbench.store.feed.insurers.values.reduce(0) { $0 + $1.openQuarantine }
        guard open == Int64(model.openQuarantine(model.facts).count) else {
            Issue.record("seed \(seed): \(open) in quarantine\n\(story.joined(separator: "\n"))")
            return false
        }
        return true
    }
}
