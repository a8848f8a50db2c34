package import Registry
package import Regulation

/// The contract of coverage answers written down a second time, as simply as it can be said: an array of facts, and
/// every answer computed from all of them. It shares no code with the registry but the reading of times.
package struct NaiveRegistry {
    package private(set) var facts: [NaiveFact] = []

    package init() {}

    /// Judges a record and keeps it; whether it was taken in.
    package mutating func take(_ values: [Field: String], from insurer: String, at moment: Instant) -> Bool {
        var fact = NaiveFact(
            place: facts.count, committedAt: moment, insurer: insurer, values: values, isQuarantined: false)
        let isAccepted = accepts(fact)
        if !isAccepted {
            fact = NaiveFact(
                place: facts.count, committedAt: moment, insurer: insurer, values: values, isQuarantined: true)
        }
        facts.append(fact)
        return isAccepted
    }

    private func accepts(_ fact: NaiveFact) -> Bool {
        let number = fact.values[.policyNumber] ?? ""
        switch fact.event {
        case "policy", "proposal":
            guard let start = fact.values[.start], let end = fact.values[.end] else { return fact.event == "proposal" }
            return moment(start) < moment(end)
        case "cancellation":
            return !policies(named: number, of: fact.insurer, before: fact.place, in: reports(facts)).isEmpty
                || openProposals(reports(facts)).contains { $0.insurer == fact.insurer && $0.number == number }
        case "layUp", "resumption", "plateChange":
            return !policies(named: number, of: fact.insurer, before: fact.place, in: reports(facts)).isEmpty
        default: return true
        }
    }

    // MARK: what stands

    /// Places of facts that a standing retraction names; the last one in each chain decides.
    func voided(_ facts: [NaiveFact]) -> Set<Int> {
        var voided: Set<Int> = []
        for fact in facts.reversed()
        where fact.event == "retraction" && !fact.isQuarantined && !voided.contains(fact.place) {
            if let target = target(of: fact, in: facts) { voided.insert(target.place) }
        }
        return voided
    }

    /// The accepted fact of that sequence number, else the one in quarantine.
    private func target(of fact: NaiveFact, in facts: [NaiveFact]) -> NaiveFact? {
        let named = facts.filter {
            $0.insurer == fact.insurer && $0.sequence == fact.targetSequence && $0.place < fact.place
        }
        return named.first { !$0.isQuarantined } ?? named.last
    }

    private func root(of fact: NaiveFact, in facts: [NaiveFact]) -> NaiveFact? {
        var fact = fact
        while fact.event == "correction" {
            guard let target = target(of: fact, in: facts) else { return nil }
            fact = target
        }
        return fact
    }

    /// Every report as corrected, those withdrawn marked.
    func reports(_ facts: [NaiveFact]) -> [NaiveReport] {
        let voided = voided(facts)
        var reports: [NaiveReport] = []
        for fact in facts where !fact.isQuarantined && fact.event != "correction" && fact.event != "retraction" {
            reports.append(
                NaiveReport(
                    place: fact.place, committedAt: fact.committedAt, insurer: fact.insurer, event: fact.event,
                    values: fact.values, isWithdrawn: voided.contains(fact.place)))
        }
        for fact in facts where fact.event == "correction" && !fact.isQuarantined && !voided.contains(fact.place) {
            guard let root = root(of: fact, in: facts),
                let position = reports.firstIndex(where: { $0.place == root.place })
            else { continue }
            for (field, text) in fact.values where ![.event, .sequence, .corrects].contains(field) {
                if field == .policyNumber, text != reports[position].number {
                    reports[position].formerNumbers.insert(reports[position].number)
                }
                reports[position].values[field] = text
            }
        }
        return reports
    }

    /// Standing policies an event is about: of that number, else those that bore it before.
    func policies(named number: String, of insurer: String, before place: Int, in reports: [NaiveReport])
        -> [NaiveReport]
    {
        let own = reports.filter {
            $0.event == "policy" && $0.insurer == insurer && !$0.isWithdrawn && $0.place < place
        }
        let exact = own.filter { $0.number == number }
        return exact.isEmpty ? own.filter { $0.formerNumbers.contains(number) } : exact
    }

    func openProposals(_ reports: [NaiveReport]) -> [NaiveReport] {
        reports.filter { proposal in
            guard proposal.event == "proposal", !proposal.isWithdrawn else { return false }
            return !reports.contains { other in
                guard other.insurer == proposal.insurer, !other.isWithdrawn else { return false }
                let isSame = other.number == proposal.number
                if other.event == "policy" {
                    return isSame || other.formerNumbers.contains(proposal.number) || meets(other, proposal)
                }
                return other.event == "cancellation" && isSame && other.place > proposal.place
            }
        }
    }

    /// Whether the policy is for the same vehicle, and for the time the proposal asked for.
    private func meets(_ policy: NaiveReport, _ proposal: NaiveReport) -> Bool {
        guard policy.vin == proposal.vin, let asked = proposal.time(.start), let start = policy.time(.start),
            let end = policy.time(.end)
        else { return false }
        if asked == start { return true }
        guard let askedEnd = proposal.time(.end), start < askedEnd, asked < end else { return false }
        return start >= proposal.time(.appliedAt) ?? proposal.committedAt
    }

    /// Records in quarantine that nothing has settled: neither the same number in the sequence nor a withdrawal.
    package func openQuarantine(_ facts: [NaiveFact]) -> [NaiveFact] {
        let voided = voided(facts)
        return facts.filter { fact in
            fact.isQuarantined && !voided.contains(fact.place)
                && !facts.contains {
                    !$0.isQuarantined && $0.insurer == fact.insurer && $0.sequence == fact.sequence
                        && $0.place > fact.place
                }
        }
    }

    // MARK: answering

    /// `nil` where the contract leaves open which of several former bindings is the latest.
    package func answer(plate: String, category: String?, suffix: String, on: Instant, knownAt: Instant)
        -> NaiveAnswer?
    {
        let known = facts.filter { $0.committedAt <= knownAt }
        let reports = reports(known)
        let vehicles = vehicles(known, reports)
        let spans = vehicles.flatMap(\.spans).filter { $0.plate == plate }
        let said = Set(spans.compactMap(\.category)).sorted()
        let tried: [String?] = category.map { [$0] } ?? (said.isEmpty ? [nil] : said.map { Optional($0) })
        for category in tried {
            let fitting = spans.filter { category == nil || $0.category == nil || $0.category == category }
            var meant = fitting.filter { $0.from <= on && ($0.to.map { on < $0 } ?? true) }
            var isFormer = false
            if meant.isEmpty {
                let earlier = fitting.filter { $0.from <= on }
                isFormer = !earlier.isEmpty
                let from = isFormer ? earlier.map(\.from).max() : fitting.map(\.from).min()
                meant = fitting.filter { $0.from == from }
                guard Set(meant.map(\.vin)).count < 2 else { return nil }
            }
            let proved = vehicles.first { vehicle in
                vehicle.isKnown && vehicle.vin.hasSuffix(suffix) && meant.contains { $0.vin == vehicle.vin }
            }
            if let proved {
                var answer = proved.answer(on: on)
                if isFormer { answer.flags = (answer.flags + ["formerPlate"]).sorted() }
                return answer
            }
        }
        return .noMatch
    }

    private func vehicles(_ facts: [NaiveFact], _ reports: [NaiveReport]) -> [NaiveVehicle] {
        let waiting = openQuarantine(facts)
        let names = reports.compactMap(\.vin) + waiting.compactMap { $0.values[.vin] }
        return Set(names).sorted().map { vin in
            var vehicle = NaiveVehicle(vin: vin)
            vehicle.waiting = waiting.filter { $0.values[.vin] == vin }
            vehicle.proposals = openProposals(reports).filter { $0.vin == vin }
            for policy in reports where policy.event == "policy" && policy.vin == vin {
                let events = events(of: policy, in: reports)
                if !policy.isWithdrawn { vehicle.policies.append(NaivePolicy(policy, events: events)) }
                vehicle.plateChanges += events.filter { $0.event == "plateChange" }
            }
            vehicle.namings = reports.filter {
                $0.vin == vin && !$0.isWithdrawn && ($0.event == "policy" || $0.event == "proposal")
            }
            return vehicle
        }
    }

    private func events(of policy: NaiveReport, in reports: [NaiveReport]) -> [NaiveReport] {
        reports.filter { event in
            guard event.insurer == policy.insurer, !event.isWithdrawn, event.place > policy.place,
                ["cancellation", "layUp", "resumption", "plateChange"].contains(event.event)
            else { return false }
            let named = policies(named: event.number, of: event.insurer, before: event.place, in: reports)
            return named.contains { $0.place == policy.place }
        }
    }
}
