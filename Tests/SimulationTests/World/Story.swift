import Registry
import RegistryModel
import Regulation

/// What the insurers tell: one history, dealt out to clerks. What concerns one contract stays with one clerk, in its
/// order; everything else may overtake.
struct Story {
    private var history: HistoryGenerator
    private var draws: SeededGenerator
    /// The clerk of every contract by insurer and number.
    private var clerkOf: [String: Int] = [:]
    private(set) var marks: [Instant] = []
    private var oddities = 0

    static let insurers = ["PICC", "CPIC", "PAIC"]
    static let clerksEach = 2

    init(seed: UInt64) {
        history = HistoryGenerator(seed: seed)
        draws = SeededGenerator(seed: seed ^ 0x5709)
        if draws.chance(40) {
            history.now = moment(
                draws.pick([
                    "2028-02-28 23:58:30", "2027-12-31 23:59:59", "2024-02-29 12:00", "2026-02-28 23:59",
                    "2025-12-31 16:00",
                ]))
        }
    }

    var clock: Instant { history.now }

    /// Forward mostly, by anything from nothing to a season; now and then back.
    mutating func moveClock() -> Bool {
        let before = history.now
        history.now =
            draws.chance(25)
            ? before.adding(seconds: -draws.pick([1, 60, 7_200, 90_000, 200_000]))
            : before.adding(milliseconds: Int64(draws.pick([0, 1, 999, 60_000, 86_400_000])) * Int64(draws.below(40)))
        return history.now < before
    }

    /// The next record and who sends it; `taken` are the places in sequences under which a record was taken in.
    mutating func next(taken: [String]) -> (clerk: Int, record: SentRecord) {
        if draws.chance(8) { return oddity(taken) }
        let step = history.next()
        note(step)
        var values = step.values
        if ["policy", "proposal"].contains(values[.event] ?? "policy"), draws.chance(60) {
            values.merge(Persons.values(draws.below(9))) { $1 }
        }
        return (clerk(for: step), SentRecord(kind: .told, insurer: step.insurer, values: values))
    }

    private mutating func note(_ step: HistoryGenerator.Step) {
        marks.append(step.at)
        for field in [Field.start, .end, .effectiveAt, .layUpUntil] {
            if let time = step.values[field].flatMap({ Instant.read($0)?.instant }) { marks.append(time) }
        }
    }

    private mutating func clerk(for step: HistoryGenerator.Step) -> Int {
        let named = step.values[.corrects].flatMap { $0.split(separator: "#").first.map(String.init) }
        let own = step.values[.policyNumber]
        let number = named ?? own ?? ""
        let first = (Self.insurers.firstIndex(of: step.insurer) ?? 0) * Self.clerksEach
        let clerk = clerkOf["\(step.insurer)/\(number)"] ?? first + draws.below(Self.clerksEach)
        for number in [named, own].compactMap(\.self) { clerkOf["\(step.insurer)/\(number)"] = clerk }
        return clerk
    }

    /// A record that nobody should send. It names no vehicle, so it changes no answer.
    private mutating func oddity(_ taken: [String]) -> (clerk: Int, record: SentRecord) {
        oddities += 1
        let clerk = draws.below(Self.insurers.count * Self.clerksEach)
        let insurer = Self.insurers[clerk / Self.clerksEach]
        let own = taken.filter { $0.hasPrefix("\(insurer)#") }
        if draws.chance(60), !own.isEmpty {
            let values: [Field: String] = [
                .event: "cancellation", .policyNumber: "Z\(oddities)", .effectiveAt: clock.text, .ground: "stolen",
                .sequence: String(draws.pick(own).dropFirst(insurer.count + 1)),
            ]
            return (clerk, SentRecord(kind: .reusedNumber, insurer: insurer, values: values))
        }
        var values: [Field: String] = [.event: "policy", .start: "昨天", .end: "明天", .premium: "\(oddities).00"]
        values.merge(Persons.values(oddities)) { $1 }
        return (clerk, SentRecord(kind: .unreadable, insurer: insurer, values: values))
    }

    // MARK: questions

    mutating func question(knownAt moments: [Instant], present: Instant) -> Question {
        let (plate, category, suffix) = history.question()
        let on = history.draw(near: Array(marks.suffix(60)))
        let knownAt = draws.chance(40) || moments.isEmpty ? nil : min(history.draw(near: moments), present)
        return Question(plate: plate, category: category, suffix: suffix, on: on, knownAt: knownAt)
    }
}
