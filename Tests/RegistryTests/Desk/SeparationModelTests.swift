import Foundation
import Regulation
import Testing

@testable import Registry

/// Histories with one wrong record, against the same histories in which it was right from the start, or never came.
@Suite struct SeparationModelTests {
    private static let count = 200 * (ProcessInfo.processInfo.environment["XUBAO_SOAK"] == "1" ? 50 : 1)
    private static let base =
        ProcessInfo.processInfo.environment["XUBAO_SEED"].flatMap { UInt64($0) }
        ?? UInt64.random(in: 0..<1_000_000_000_000)

    private static let red = "LSVAM4187C2000001"
    private static let blue = "LSVAM4187C2000002"
    private static let plates = ["京A11111", "京A22222"]

    private struct Step {
        var values: [Field: String]
        let insurer: String
        let at: Instant
    }

    private struct History {
        /// With the wrong record among them.
        var steps: [Step]
        let wrong: Int
        /// What puts it right; `nil` withdraws it.
        let right: [Field: String]?
    }

    private static func history(_ draws: inout SeededGenerator) -> History {
        var now = moment("2026-01-05 10:00")
        var steps: [Step] = []
        let total = 2 + draws.below(5)
        let wrong = 1 + draws.below(total)
        for number in 0...total {
            now = now.adding(seconds: draws.pick([0, 60, 86_400, 900_000]))
            let values = number == wrong ? wrongRecord(&draws) : draws.chance(20) ? event(steps, &draws) : nil
            var record = values ?? policy(&draws)
            record[.sequence] = "\(number + 1)"
            if record[.event] == nil { record[.policyNumber] = "N\(number)" }
            let insurer = values?[.event] == nil ? draws.pick(["PICC", "PAIC"]) : steps[number - 1].insurer
            steps.append(Step(values: record, insurer: number == wrong ? "CPIC" : insurer, at: now))
        }
        let right: [Field: String]? =
            draws.chance(40) ? nil : draws.chance(50) ? [.vin: blue] : [.plate: plates[0], .engineNumber: "E1"]
        return History(steps: steps, wrong: wrong, right: right)
    }

    /// Of the red car, mostly by its VIN, or of the blue one, which nobody knows by VIN.
    private static func policy(_ draws: inout SeededGenerator) -> [Field: String] {
        let start = moment("2025-06-01").adding(days: draws.below(700))
        var values: [Field: String] = [.start: start.text, .end: start.adding(days: draws.pick([365, 90])).text]
        if draws.chance(50) {
            values[.vin] = red
            if draws.chance(80) { values[.plate] = plates[0] }
            if draws.chance(30) { values[.engineNumber] = "E1" }
        } else {
            if draws.chance(75) { values[.plate] = plates[1] }
            if values[.plate] == nil || draws.chance(30) { values[.engineNumber] = "E2" }
        }
        return values
    }

    private static func wrongRecord(_ draws: inout SeededGenerator) -> [Field: String] {
        var values = policy(&draws)
        values[.vin] = red
        values[.plate] = plates[1]
        values[.engineNumber] = draws.chance(30) ? "E2" : nil
        return values
    }

    /// Something that happens to the contract reported last.
    private static func event(_ steps: [Step], _ draws: inout SeededGenerator) -> [Field: String]? {
        guard let last = steps.last, last.insurer != "CPIC", let number = last.values[.policyNumber],
            last.values[.event] == nil, let start = last.values[.start]
        else { return nil }
        let at = moment(start).adding(days: 10 + draws.below(60)).text
        return [.event: "cancellation", .policyNumber: number, .effectiveAt: at, .ground: "stolen"]
    }

    private func lines(_ workbench: Workbench, knownAt: Instant? = nil) throws -> [String] {
        var lines: [String] = []
        for on in stride(from: -300, to: 900, by: 97).map({ moment("2026-01-05 12:00").adding(days: $0) }) {
            for (number, plateText) in Self.plates.enumerated() {
                for proof in [CoverageQuestion.Proof.official, .vinSuffix("000001"), .vinSuffix("000002")] {
                    let answer = try workbench.answer(
                        CoverageQuestion(subject: .plate(plate(plateText), nil), proof: proof, on: on, knownAt: knownAt)
                    )
                    let flags = answer.flags.map(\.rawValue)
                    lines.append(
                        "\(on.text) \(number) \(proof): \(answer.line) \(answer.policyNumber ?? "-") \(flags)")
                }
            }
        }
        return lines
    }

    private func compare(_ seed: UInt64, _ separated: inout Int) throws -> Bool {
        var draws = SeededGenerator(seed: seed)
        let history = Self.history(&draws)
        let (real, ideal) = (Workbench(), Workbench())
        var target = ""
        for (number, step) in history.steps.enumerated() {
            (real.now, ideal.now) = (step.at, step.at)
            let result = try real.send(step.values, from: step.insurer)
            if number == history.wrong { target = result.acceptance?.entry.text ?? "" }
            guard number != history.wrong || history.right != nil else { continue }
            let values = number == history.wrong ? step.values.merging(history.right ?? [:]) { $1 } : step.values
            try ideal.send(values, from: step.insurer)
        }
        let before = real.now
        let known = try lines(real)
        let files = try real.store.livingFiles.count { !$0.file.policies.isEmpty }
        // What the wrong record kept apart from its vehicle stays apart until a later record names both.
        guard files == 1 else { return true }
        (real.now, ideal.now) = (before.adding(days: 1), before.adding(days: 1))
        let remedy: [Field: String] =
            history.right.map { $0.merging([.event: "correction"]) { $1 } } ?? [.event: "retraction"]
        try real.accept(remedy.merging([.corrects: target]) { $1 }, from: "CPIC")
        if try real.store.livingFiles.count(where: { !$0.file.policies.isEmpty }) > 1 { separated += 1 }
        let (found, expected) = (try lines(real), try lines(ideal))
        let story = history.steps.map { "\($0.at.text) \($0.insurer) \($0.values.sorted { $0.key < $1.key })" }
        let difference = zip(found, expected).first { $0 != $1 }
        guard difference == nil, try lines(real, knownAt: before) == known else {
            Issue.record(
                """
                seed \(seed): wrong is \(history.wrong), right \(history.right ?? [:])
                \(difference.map { "real  \($0.0)\nideal \($0.1)" } ?? "an earlier knowledge answers otherwise")
                \(story.joined(separator: "\n"))
                """)
            return false
        }
        for (_, file) in try real.store.livingFiles {
            var folded = VehicleFile(folding: try real.store.entries(file.entries))
            folded.merges = file.merges
            #expect(folded == file, "seed \(seed)")
        }
        return true
    }

    @Test func `put right, it is as if it had been right, and known before as it was`() throws {
        var separated = 0
        for number in 0..<Self.count {
            guard try compare(Self.base &+ UInt64(number), &separated) else { break }
        }
        #expect(separated > Self.count / 10, "\(separated) of \(Self.count) separated; XUBAO_SEED=\(Self.base)")
    }
}
