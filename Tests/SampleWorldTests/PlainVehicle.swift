/// One vehicle's rows put together the naive way, as the contract tells it in words.
struct PlainVehicle {
    struct Policy {
        let insurer: String
        let number: String
        let sequence: Int
        var start: Int
        var end: Int
        var cancelledAt: Int?
        var cancelledBy = -1
        var rests: [(from: Int, until: Int, resumed: Int?)] = []

        var wholeEnd: Int {
            end + rests.reduce(0) { sum, rest in sum + (rest.resumed.map { ($0 - rest.from) / 1440 * 1440 } ?? 0) }
        }
        var finalEnd: Int { min(wholeEnd, cancelledAt ?? .max) }
        var isCancelled: Bool { cancelledAt.map { $0 < wholeEnd } ?? false }
    }

    private(set) var policies: [Policy] = []
    private(set) var openProposals: [String] = []
    private(set) var unreadable = 0

    mutating func apply(_ row: SampleFiles.Row) {
        let number = row["policyNumber"]
        let mine = policies.firstIndex { $0.insurer == row.insurer && $0.number == number }
        switch row.event {
        case "policy":
            guard let start = PlainTime.read(row["start"]), let end = PlainTime.read(row["end"], isEnd: true),
                start < end
            else { return unreadable += 1 }
            openProposals.removeAll { $0 == number }
            policies.append(
                Policy(insurer: row.insurer, number: number, sequence: row.sequence, start: start, end: end))
        case "proposal": openProposals.append(number)
        case "cancellation":
            guard let mine else { return }
            policies[mine].cancelledAt = PlainTime.read(row["effectiveAt"])
            policies[mine].cancelledBy = row.sequence
        case "layUp":
            guard let mine, let from = PlainTime.read(row["effectiveAt"]), let until = PlainTime.read(row["layUpUntil"])
            else { return }
            policies[mine].rests.append((from, until, nil))
        case "resumption":
            guard let mine, let open = policies[mine].rests.lastIndex(where: { $0.resumed == nil }) else { return }
            policies[mine].rests[open].resumed = PlainTime.read(row["effectiveAt"])
        case "correction", "retraction": repair(row)
        default: break
        }
    }

    private mutating func repair(_ row: SampleFiles.Row) {
        let parts = row["corrects"].split(separator: "#")
        guard parts.count == 2, let sequence = Int(parts[1]) else { return }
        guard let mine = policies.firstIndex(where: { $0.insurer == row.insurer && $0.number == parts[0] }) else {
            return
        }
        if policies[mine].cancelledBy == sequence {
            policies[mine].cancelledAt = nil
        } else if policies[mine].sequence == sequence {
            if row.event == "retraction" {
                policies.remove(at: mine)
            } else if let start = PlainTime.read(row["start"]), let end = PlainTime.read(row["end"], isEnd: true) {
                policies[mine].start = start
                policies[mine].end = end
            }
        }
    }

    /// Outcome and renewal at a moment, by the contract's table.
    func answer(at moment: Int) -> (outcome: String, renewal: String) {
        let periods = policies.filter { $0.start < $0.finalEnd }
        let covering = periods.filter { $0.start <= moment && moment < $0.finalEnd }.min { $0.start < $1.start }
        if let covering {
            let rests = covering.rests.contains { $0.from <= moment && moment < min($0.until, $0.resumed ?? .max) }
            return (rests ? "laidUp" : "inForce", renewal(of: covering, among: periods, at: moment))
        }
        if !openProposals.isEmpty || unreadable > 0 { return ("pending", "none") }
        let earlier = periods.filter { $0.finalEnd <= moment }
        if periods.contains(where: { $0.start > moment }) {
            return ("notYetInForce", earlier.isEmpty ? "none" : "renewedWithGap")
        }
        guard let last = earlier.max(by: { $0.finalEnd < $1.finalEnd }) else { return ("nothing", "none") }
        return (last.isCancelled ? "cancelled" : "lapsed", "overdue")
    }

    private func renewal(of covering: Policy, among periods: [Policy], at moment: Int) -> String {
        if periods.contains(where: { $0.start <= covering.finalEnd && $0.finalEnd > covering.finalEnd }) {
            return "renewed"
        }
        if periods.contains(where: { $0.start > covering.finalEnd }) { return "renewedWithGap" }
        return covering.finalEnd / 1440 - moment / 1440 <= 30 ? "due" : "notDue"
    }
}
