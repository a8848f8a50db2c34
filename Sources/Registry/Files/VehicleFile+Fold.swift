import Regulation

extension VehicleFile {
    /// The file these entries make. They may be any subset in log order, such as all that was known at a moment.
    package init(folding entries: [Entry]) {
        self.init(folding: EffectiveReports(entries).reports)
        self.entries = entries.map(\.index)
        lastCommittedAt = entries.last?.committedAt ?? .distantPast
    }

    /// The file these entries make, of files that were merged.
    package init(folding entries: [Entry], merges: [FileMerge]) {
        self.init(folding: entries)
        self.merges = merges
    }

    /// The file these reports make, without the entries they are in.
    init(folding reports: [EffectiveReports.Report]) {
        self.init()
        for report in reports { apply(report) }
    }

    /// The next entry of this file. Corrections and retractions reach back and need `init(folding:)` instead.
    package mutating func apply(_ submission: Submission, entry: Entry) {
        apply(
            EffectiveReports.Report(
                index: entry.index, committedAt: entry.committedAt, reportedAt: entry.reportedAt,
                sentAs: entry.content[.sentEvent].flatMap { Event(rawValue: $0) }, submission: submission))
        entries.append(entry.index)
        lastCommittedAt = entry.committedAt
    }

    /// The next report of this file, without the entry it is in.
    mutating func apply(_ report: EffectiveReports.Report) {
        let (submission, index) = (report.submission, report.index)
        learnIdentity(from: submission)
        switch submission.event {
        case .policy: applyPolicy(report)
        case .proposal: applyProposal(report)
        case .cancellation: applyCancellation(submission)
        case .layUp: applyLayUp(submission)
        case .resumption: applyResumption(submission)
        case .plateChange: applyPlateChange(submission)
        case .quarantine:
            bind(
                submission.plate, submission.plateCategory, from: submission.saidOfPlate(by: report.reportedAt),
                source: .review)
            reviews.append(
                ReviewMark(
                    index: index, insurer: submission.insurer, event: report.sentAs,
                    policyNumber: submission.policyNumber.isEmpty ? nil : submission.policyNumber,
                    sequence: submission.sequence))
        case .correction, .retraction, .erasure: break
        }
    }

    private mutating func learnIdentity(from submission: Submission) {
        if vin == nil { vin = submission.vin }
        if engineNumber == nil { engineNumber = submission.engineNumber }
        if brandModel == nil { brandModel = submission.brandModel }
    }

    private mutating func applyPolicy(_ report: EffectiveReports.Report) {
        let submission = report.submission
        guard let period = submission.period else { return }
        let policy = Policy(
            index: report.index, insurer: submission.insurer, number: submission.policyNumber,
            formerNumbers: report.formerNumbers, contracted: period, issuedAt: submission.issuedAt)
        policies.append(policy)
        proposals.removeAll { $0.became(policy) }
        bind(submission.plate, submission.plateCategory, from: submission.saidOfPlate(by: report.reportedAt))
    }

    private mutating func applyProposal(_ report: EffectiveReports.Report) {
        let submission = report.submission
        bind(submission.plate, submission.plateCategory, from: submission.saidOfPlate(by: report.reportedAt))
        let proposal = Proposal(
            index: report.index, insurer: submission.insurer, number: submission.policyNumber,
            start: submission.start, end: submission.end, madeAt: submission.appliedAt ?? report.reportedAt)
        guard !policies.contains(where: { proposal.became($0) }) else { return }
        proposals.append(proposal)
    }

    private mutating func applyCancellation(_ submission: Submission) {
        guard let effectiveAt = submission.effectiveAt, let ground = submission.ground else { return }
        for position in policiesMeant(by: submission) {
            policies[position].cancel(at: effectiveAt, on: ground)
        }
        proposals.removeAll { $0.insurer == submission.insurer && $0.number == submission.policyNumber }
    }

    private mutating func applyLayUp(_ submission: Submission) {
        guard let from = submission.effectiveAt, let until = submission.layUpUntil, from < until else { return }
        for position in policiesMeant(by: submission) {
            policies[position].layUp(from: from, until: until)
        }
    }

    private mutating func applyResumption(_ submission: Submission) {
        guard let at = submission.effectiveAt else { return }
        for position in policiesMeant(by: submission) {
            policies[position].resume(at: at)
        }
    }

    private mutating func applyPlateChange(_ submission: Submission) {
        guard let from = submission.effectiveAt else { return }
        // The old plate stands in the record to name the vehicle; it says nothing about when it was first borne.
        if plateStatements.allSatisfy({ $0.source == .review }) {
            bind(submission.plate, submission.plateCategory, from: .distantPast)
        }
        bind(submission.newPlate, submission.newPlateCategory, from: from, source: .change)
    }

    /// Where the policies stand that an event is about: those of its number, else those that bore it before a
    /// correction.
    func policiesMeant(by submission: Submission) -> [Int] {
        let exact = policies.indices.filter { isMeant(policies[$0], by: submission) }
        guard exact.isEmpty else { return exact }
        return policies.indices.filter {
            policies[$0].insurer == submission.insurer && policies[$0].formerNumbers.contains(submission.policyNumber)
        }
    }

    func isMeant(_ policy: Policy, by submission: Submission) -> Bool {
        policy.insurer == submission.insurer && policy.number == submission.policyNumber
    }

    private mutating func bind(
        _ plate: PlateNumber?, _ category: PlateCategory?, from: Instant, source: PlateBinding.Source = .report
    ) {
        guard let plate else { return }
        let statement = PlateBinding(plate: plate, category: category, from: from, source: source)
        // In their order, so that a file of thousands is folded in one go through them.
        var low = 0
        var high = plateStatements.count
        while low < high {
            let middle = (low + high) / 2
            if PlateBinding.precedes(statement, plateStatements[middle]) { high = middle } else { low = middle + 1 }
        }
        if low > 0, plateStatements[low - 1] == statement { return }
        plateStatements.insert(statement, at: low)
    }
}

extension Submission {
    /// From when on the plate it names was borne at the latest: when someone says so, applies, issues or covers under
    /// it.
    func saidOfPlate(by committedAt: Instant) -> Instant {
        [start, appliedAt, issuedAt].reduce(committedAt) { min($0, $1 ?? $0) }
    }
}
