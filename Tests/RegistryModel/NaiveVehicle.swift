import Registry
import Regulation

/// One vehicle as the model sees it: what stands of it, and the outcome table.
struct NaiveVehicle {
    struct Span {
        let vin: String
        let plate: String
        let category: String?
        let from: Instant
        let to: Instant?
    }

    private struct Statement {
        let plate: String
        let category: String?
        let from: Instant
        let isChange: Bool
    }

    let vin: String
    var policies: [NaivePolicy] = []
    var proposals: [NaiveReport] = []
    var waiting: [NaiveFact] = []
    var plateChanges: [NaiveReport] = []
    /// Reports that name the plate the vehicle has.
    var namings: [NaiveReport] = []

    init(vin: String) { self.vin = vin }

    var isKnown: Bool { !policies.isEmpty || !proposals.isEmpty || !waiting.isEmpty }

    // MARK: plates

    var spans: [Span] {
        var statements = statements
        // A plate that a change brings was not there before the change, if another one was.
        for change in statements where change.isChange {
            guard
                let position = statements.firstIndex(where: {
                    $0.isChange && $0.from == change.from && $0.plate == change.plate
                })
            else { continue }
            var first = position
            while first > 0, statements[first - 1].plate == change.plate, !statements[first - 1].isChange { first -= 1 }
            let follows = first > 0 && statements[first - 1].plate != change.plate
            if follows { statements.removeSubrange(first..<position) }
        }
        var spans: [Span] = []
        for (position, statement) in statements.enumerated() {
            if let last = spans.last, last.plate == statement.plate { continue }
            let next = statements[position...].first { $0.plate != statement.plate }
            spans.append(
                Span(
                    vin: vin, plate: statement.plate, category: statement.category, from: statement.from, to: next?.from
                ))
        }
        return spans
    }

    private var statements: [Statement] {
        var all = namings.compactMap { report -> Statement? in
            guard let plate = report.values[.plate] else { return nil }
            let times = [report.time(.start), report.time(.appliedAt), report.time(.issuedAt)].compactMap(\.self)
            return Statement(
                plate: plate, category: report.values[.plateCategory],
                from: min(report.committedAt, times.min() ?? .distantFuture),
                isChange: false)
        }
        all += plateChanges.compactMap { report in
            guard let plate = report.values[.newPlate], let from = report.time(.effectiveAt) else { return nil }
            return Statement(plate: plate, category: report.values[.newPlateCategory], from: from, isChange: true)
        }
        // A plate that only a record in quarantine names is better than none.
        let isReported = !all.isEmpty
        all += waiting.filter { _ in !isReported }.compactMap { fact in
            guard let plate = fact.values[.plate], let start = fact.values[.start] else { return nil }
            return Statement(
                plate: plate, category: fact.values[.plateCategory], from: min(fact.committedAt, moment(start)),
                isChange: false)
        }
        return all.sorted { ($0.from, $0.isChange ? 1 : 0, $0.plate) < ($1.from, $1.isChange ? 1 : 0, $1.plate) }
    }

    // MARK: the outcome table

    func answer(on: Instant) -> NaiveAnswer {
        let periods = policies.filter { $0.period != nil }.sorted { $0.comesBefore($1) }
        let covering = periods.filter { $0.covers(on) }
        if let first = covering.first(where: { !$0.rests(at: on) }) {
            return answer(first, "inForce", among: covering, of: periods, on: on)
        }
        if let first = covering.first { return answer(first, "laidUp", among: covering, of: periods, on: on) }
        let later = periods.filter { $0.start > on }
        if let pending = pending(on: on, next: later.first) { return pending }
        if let next = later.first { return notYet(next, of: periods, on: on) }
        return ended(periods, on: on)
    }

    private func answer(
        _ policy: NaivePolicy, _ outcome: String, among covering: [NaivePolicy], of periods: [NaivePolicy], on: Instant
    ) -> NaiveAnswer {
        var answer = NaiveAnswer(outcome: outcome)
        answer.fill(policy)
        let left = on.shanghaiDate.days(to: policy.end.shanghaiDate)
        answer.daysLeft = left
        let others = periods.filter { $0.place != policy.place }
        if let next = others.first(where: { $0.start <= policy.end && $0.end > policy.end }) {
            answer.renewal = "renewed"
            answer.next = next.text
        } else if let next = others.first(where: { $0.start > policy.end }) {
            answer.renewal = "renewedWithGap"
            answer.next = next.text
            answer.gapDays = max(1, policy.end.shanghaiDate.days(to: next.start.shanghaiDate))
        } else {
            answer.renewal = left <= 30 ? "due" : "notDue"
        }
        if covering.count > 1 { answer.flags.append("duplicateCover") }
        if outcome == "inForce", policy.isSilentAfterRest(at: on) { answer.flags.append("resumptionNotReported") }
        return answer
    }

    private func pending(on: Instant, next: NaivePolicy?) -> NaiveAnswer? {
        let open = proposals.filter { proposal in
            policies.isEmpty || (proposal.time(.end).map { on < $0 } ?? true)
        }
        guard !open.isEmpty || !waiting.isEmpty else { return nil }
        var answer = NaiveAnswer(outcome: "pending")
        answer.next = next?.text
        answer.insurer = open.last?.insurer ?? waiting.last?.insurer
        let number = open.last?.number ?? waiting.last?.values[.policyNumber]
        answer.number = number.map { "****\($0.suffix(4))" }
        return answer
    }

    private func notYet(_ next: NaivePolicy, of periods: [NaivePolicy], on: Instant) -> NaiveAnswer {
        var answer = NaiveAnswer(outcome: "notYetInForce")
        answer.fill(next)
        let others = periods.filter { $0.place != next.place }
        answer.next =
            (others.first { $0.start <= next.end && $0.end > next.end } ?? others.first { $0.start > next.end })?.text
        if let end = periods.map(\.end).filter({ $0 <= on }).max() {
            answer.renewal = "renewedWithGap"
            answer.gapDays = max(1, end.shanghaiDate.days(to: next.start.shanghaiDate))
        }
        return answer
    }

    private func ended(_ periods: [NaivePolicy], on: Instant) -> NaiveAnswer {
        var answer = NaiveAnswer(outcome: "cancelled", renewal: "overdue")
        guard let end = periods.map(\.end).max(), let last = periods.first(where: { $0.end == end }) else {
            if let policy = policies.max(by: { $0.place < $1.place }) {
                answer.insurer = policy.insurer
                answer.number = policy.maskedNumber
            }
            return answer
        }
        answer.fill(last)
        answer.outcome = last.wasCancelled ? "cancelled" : "lapsed"
        answer.gapDays = end.shanghaiDate.days(to: on.shanghaiDate)
        return answer
    }
}

extension NaiveAnswer {
    fileprivate mutating func fill(_ policy: NaivePolicy) {
        period = policy.text
        insurer = policy.insurer
        number = policy.maskedNumber
    }
}
