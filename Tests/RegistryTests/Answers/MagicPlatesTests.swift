import Registry
import Regulation
import Testing

/// Plates of the sandbox show what they say they show, on any day.
@Suite struct MagicPlatesTests {
    private let magic = MagicPlates()

    private func reply(_ shown: MagicPlates.Plate, suffix: String? = nil, at now: Instant) throws -> MagicPlates.Reply {
        let number = try #require(PlateNumber.read(shown.number).value)
        let question = CoverageQuestion(subject: .plate(number, nil), proof: .vinSuffix(suffix ?? shown.vinSuffix))
        return try #require(magic.reply(to: question, at: now))
    }

    /// What `shows` promises beside the outcome, by its last words.
    private func holds(_ words: [String], _ answer: CoverageAnswer) -> Bool {
        words.dropFirst().allSatisfy { word in
            switch word {
            case "lastDay": answer.daysLeft == 1
            case "duplicateCover": answer.flags == [.duplicateCover]
            case "formerPlate": answer.flags == [.formerPlate]
            case "proposal": answer.reason == .proposalReceived
            case "review": answer.reason == .recordUnderReview
            case "afterGap":
                answer.reason == .coverStartsAfterGap && answer.renewal == .renewedWithGap && answer.gapDays == 40
            case "nonDisclosure": answer.reason == .cancelledForNonDisclosure
            case "beforeStart": answer.reason == .cancelledBeforeStart && answer.period == nil
            case "long": answer.reason == .periodEndedUnrenewed && answer.gapDays > 30
            default: answer.renewal.rawValue == word
            }
        }
    }

    @Test func `each plate shows its case on every day of four years, at midnight, noon and last thing`() throws {
        let first = try #require(CivilDate("2026-11-20"))
        for day in 0..<1461 {
            let midnight = try #require(first.adding(days: day).flatMap { Instant(shanghai: $0) })
            for now in [midnight, midnight.adding(seconds: 43_200), midnight.adding(milliseconds: 86_399_999)] {
                for shown in magic.plates where !shown.shows.hasPrefix("fault") {
                    guard case .answer(let answer) = try reply(shown, at: now) else {
                        Issue.record("\(shown.shows) is no answer")
                        continue
                    }
                    let words = shown.shows.split(separator: ".").map(String.init)
                    let isShown = answer.outcome.rawValue == words[0] && holds(words, answer)
                    #expect(isShown, "\(shown.shows) on \(now.text): \(answer.line)")
                }
            }
        }
    }

    @Test func `faults come as faults`() throws {
        let now = moment("2026-11-20 12:00")
        for shown in magic.plates where shown.shows.hasPrefix("fault") {
            switch try (shown.shows, reply(shown, at: now)) {
            case ("fault.slow", .slow(let answer)): #expect(answer.outcome == .inForce)
            case ("fault.overloaded", .problem(let problem)): #expect(problem == .overloaded)
            case ("fault.unavailable", .problem(let problem)): #expect(problem.status == 503)
            case (let shows, _): Issue.record("\(shows) shows something else")
            }
        }
    }

    @Test func `there is one for every outcome, renewal state and fault`() {
        let shown = Set(magic.plates.map(\.shows))
        for outcome in CoverageAnswer.Outcome.allCases {
            #expect(shown.contains { $0.hasPrefix(outcome.rawValue) }, "\(outcome)")
        }
        for renewal in ["notDue", "due", "renewed", "renewedWithGap"] { #expect(shown.contains("inForce.\(renewal)")) }
        for fault in ["slow", "overloaded", "unavailable"] { #expect(shown.contains("fault.\(fault)")) }
        #expect(Set(magic.plates.map(\.number)).count == magic.plates.count)
        #expect(magic.plates.allSatisfy { PlateNumber.read($0.number).repairs.isEmpty })
    }

    @Test func `a wrong proof matches nothing, another plate is not ours`() throws {
        let now = moment("2026-11-20 12:00")
        for shown in magic.plates where !shown.shows.hasPrefix("fault") {
            guard case .answer(let answer) = try reply(shown, suffix: "999999", at: now) else { continue }
            #expect(answer.outcome == .noMatch)
        }
        #expect(
            magic.reply(
                to: CoverageQuestion(subject: .plate(plate("京A12345"), nil), proof: .vinSuffix("000001")), at: now)
                == nil)
    }
}
