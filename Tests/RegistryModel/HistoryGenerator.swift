package import Registry
package import Regulation

/// Draws a history of a few vehicles record by record, in the manner of insurers: late, doubled, corrected, withdrawn.
///
/// It keeps to what the contract decides: where the contract leaves a choice, no history goes.
package struct HistoryGenerator {
    package struct Step: Sendable {
        package let insurer: String
        package let values: [Field: String]
        package let at: Instant
    }

    /// What it remembers of a policy it has reported.
    private struct Known {
        let insurer: String
        var number: String
        let sequence: Int
        var isWithdrawn = false
        var hasPlateChange = false
        /// Sequence numbers of its corrections that stand, and whether they may be withdrawn.
        var corrections: [(sequence: Int, mayGo: Bool)] = []
        var retraction: Int?
        var events: [(number: String, sequence: Int, isPlateChange: Bool)] = []
        /// When its cover begins, roughly.
        let start: Instant
    }

    private var draws: SeededGenerator
    private let movesReports: Bool
    private var sequence = 0
    /// When the next record is written, before it takes its time; whoever drives the clock may move it either way.
    package var now: Instant
    private var policies: [Known] = []
    private var wrong: [Step] = []
    /// Plates by the vehicle that was reported with them.
    private var seen: [(vin: String, plate: String)] = []

    package static let vins = ["LSVAM4187C2000001", "LSVAM4187C2000002", "LSVAM4187C2000003"]
    package static let plates = ["京A11111", "京A22222", "京A33333"]
    private static let insurers = ["PICC", "CPIC", "PAIC"]

    package init(seed: UInt64) {
        draws = SeededGenerator(seed: seed)
        movesReports = draws.chance(50)
        now = moment("2025-01-01 09:00").adding(days: draws.below(400))
    }

    /// A plate is always reported with the same category, or with none.
    static func category(_ plate: String) -> String? { [nil, "02", "07"][plates.firstIndex(of: plate) ?? 0] }

    package mutating func next() -> Step {
        now = now.adding(seconds: draws.pick([0, 0, 60, 86_400, 400_000, 2_000_000]))
        switch draws.below(100) {
        case ..<34: return policy()
        case ..<40: return proposal()
        case ..<50: return event("cancellation") ?? policy()
        case ..<58: return event("layUp") ?? policy()
        case ..<63: return event("resumption") ?? policy()
        case ..<71: return event("plateChange") ?? policy()
        case ..<82: return correction() ?? policy()
        case ..<90: return retraction() ?? policy()
        case ..<95: return wrongPolicy()
        default: return settling() ?? wrongPolicy()
        }
    }

    // MARK: records

    private mutating func record(_ values: [Field: String], from insurer: String) -> Step {
        sequence += 1
        return Step(insurer: insurer, values: values.merging([.sequence: "\(sequence)"]) { $1 }, at: now)
    }

    private mutating func midnight(around days: Int) -> Instant {
        let day = now.startOfShanghaiDay.adding(days: draws.below(2 * days) - days)
        return draws.chance(85) ? day : day.adding(seconds: 60 * (1 + draws.below(1400)))
    }

    /// Mostly while it covers, at times before or after.
    private mutating func happening(to policy: Known) -> Instant {
        let day = policy.start.startOfShanghaiDay.adding(days: draws.below(450) - 40)
        return draws.chance(80) ? day : day.adding(seconds: 60 * (1 + draws.below(1400)))
    }

    private mutating func vehicle(_ values: inout [Field: String], vin: String? = nil, hasPlate: Bool = true) {
        let vin = vin ?? draws.pick(Self.vins)
        values[.vin] = vin
        guard hasPlate, draws.chance(85) else { return }
        let home = Self.plates[(Self.vins.firstIndex(of: vin) ?? 0) % Self.plates.count]
        let plate = draws.chance(80) ? home : draws.pick(Self.plates)
        seen.append((vin, plate))
        values[.plate] = plate
        values[.plateCategory] = Self.category(plate)
    }

    private mutating func policy() -> Step {
        let start = midnight(around: 500)
        let end = draws.chance(70) ? start.adding(days: 365) : start.adding(days: 1 + draws.below(500))
        var values: [Field: String] = [.policyNumber: "P\(sequence + 1)", .start: start.text, .end: end.text]
        vehicle(&values)
        if movesReports || draws.chance(60) {
            values[.issuedAt] = min(now, start).adding(seconds: -60 * (1 + draws.below(90)) - sequence).text
        }
        let step = record(values, from: draws.pick(Self.insurers))
        policies.append(
            Known(insurer: step.insurer, number: values[.policyNumber] ?? "", sequence: sequence, start: start))
        return step
    }

    private mutating func proposal() -> Step {
        var values: [Field: String] = [
            .event: "proposal", .policyNumber: "P\(sequence + 1)", .appliedAt: now.adding(seconds: -3600).text,
        ]
        vehicle(&values)
        if draws.chance(60) {
            let end = midnight(around: 700)
            values[.end] = end.text
            if draws.chance(60) { values[.start] = end.adding(days: -1 - draws.below(365)).text }
        }
        return record(values, from: draws.pick(Self.insurers))
    }

    private mutating func event(_ event: String) -> Step? {
        guard !policies.isEmpty else { return nil }
        let position = draws.below(policies.count)
        var values: [Field: String] = [
            .event: event, .policyNumber: policies[position].number,
            .effectiveAt: happening(to: policies[position]).text,
        ]
        switch event {
        case "cancellation": values[.ground] = draws.pick(["stolen", "deregistered", "nonDisclosure"])
        case "layUp":
            let from = happening(to: policies[position])
            values[.effectiveAt] = from.text
            values[.layUpUntil] = from.adding(days: 1 + draws.below(150)).text
        case "plateChange":
            let plate = draws.pick(Self.plates)
            values[.newPlate] = plate
            values[.newPlateCategory] = Self.category(plate)
            policies[position].hasPlateChange = true
        default: break
        }
        let step = record(values, from: policies[position].insurer)
        if !policies[position].isWithdrawn {
            policies[position].events.append((policies[position].number, sequence, event == "plateChange"))
        }
        return step
    }
}

extension HistoryGenerator {
    // MARK: what was wrong

    private mutating func correction() -> Step? {
        let standing = policies.indices.filter { !policies[$0].isWithdrawn }
        guard !standing.isEmpty else { return nil }
        let position = draws.pick(standing)
        let named = draws.pick([policies[position].sequence] + policies[position].corrections.map(\.sequence))
        var values: [Field: String] = [.event: "correction", .corrects: "\(policies[position].number)#\(named)"]
        var mayGo = true
        switch draws.below(movesReports && !policies[position].hasPlateChange ? 4 : 3) {
        case 0:
            let start = midnight(around: 500)
            values[.start] = start.text
            values[.end] = start.adding(days: 1 + draws.below(500)).text
        case 1:
            values[.policyNumber] = "Q\(sequence + 1)"
            policies[position].number = "Q\(sequence + 1)"
            mayGo = false
        case 2: values[.premium] = "\(draws.below(900)).00"
        default: vehicle(&values, hasPlate: false)
        }
        let step = record(values, from: policies[position].insurer)
        policies[position].corrections.append((sequence, mayGo))
        return step
    }

    private mutating func retraction() -> Step? {
        guard !policies.isEmpty else { return nil }
        let position = draws.below(policies.count)
        let policy = policies[position]
        func step(_ named: Int, number: String? = nil) -> Step {
            record([.event: "retraction", .corrects: "\(number ?? policy.number)#\(named)"], from: policy.insurer)
        }
        if policy.isWithdrawn {
            guard let retraction = policy.retraction else { return nil }
            policies[position].isWithdrawn = false
            policies[position].retraction = nil
            return step(retraction)
        }
        if let last = policy.corrections.last, last.mayGo, draws.chance(40) {
            policies[position].corrections.removeLast()
            return step(last.sequence)
        }
        if let event = policy.events.last, !event.isPlateChange, draws.chance(50) {
            policies[position].events.removeLast()
            return step(event.sequence, number: event.number)
        }
        guard !policy.hasPlateChange else { return nil }
        policies[position].isWithdrawn = true
        let made = step(policy.sequence)
        policies[position].retraction = sequence
        return made
    }

    private mutating func wrongPolicy() -> Step {
        let start = midnight(around: 300)
        var values: [Field: String] = [
            .policyNumber: "P\(sequence + 1)", .start: start.text, .end: start.adding(days: -1 - draws.below(30)).text,
        ]
        let vin = draws.pick(Self.vins)
        vehicle(&values, vin: vin)
        let step = record(values, from: draws.pick(Self.insurers))
        wrong.append(step)
        return step
    }

    /// The wrong record in its right form under its own number, or its withdrawal.
    private mutating func settling() -> Step? {
        guard !wrong.isEmpty else { return nil }
        let step = wrong.remove(at: draws.below(wrong.count))
        guard let number = step.values[.policyNumber], let sequence = step.values[.sequence].flatMap({ Int($0) }),
            let start = step.values[.start]
        else { return nil }
        if draws.chance(30) {
            return record([.event: "retraction", .corrects: "\(number)#\(sequence)"], from: step.insurer)
        }
        var values = step.values
        values[.end] = moment(start).adding(days: 365).text
        if movesReports { values[.issuedAt] = min(now, moment(start)).adding(seconds: -60 - sequence).text }
        if draws.chance(30) { vehicle(&values, hasPlate: false) }
        policies.append(Known(insurer: step.insurer, number: number, sequence: sequence, start: moment(start)))
        return Step(insurer: step.insurer, values: values, at: now)
    }

    // MARK: questions

    /// Moments at which an answer may change, a millisecond to either side of them, and any others.
    package mutating func draw(near marks: [Instant]) -> Instant {
        let mark = marks.isEmpty ? now : draws.pick(marks)
        return draws.chance(70)
            ? mark.adding(milliseconds: draws.pick([-1, 0, 0, 1])) : mark.adding(days: draws.below(800) - 400)
    }

    /// Mostly about a plate and a vehicle that were once reported together.
    package mutating func question() -> (plate: String, category: String?, suffix: String) {
        let (vin, plate) =
            seen.isEmpty || draws.chance(15) ? (draws.pick(Self.vins), draws.pick(Self.plates)) : draws.pick(seen)
        let category = draws.chance(75) ? nil : draws.chance(60) ? Self.category(plate) : draws.pick(["02", "07"])
        return (plate, category, String(vin.suffix(6)))
    }
}
