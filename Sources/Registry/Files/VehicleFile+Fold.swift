import Regulation

extension VehicleFile {
    /// The file these entries make. They may be any subset in log order, such as all that was known at a moment.
    package init(folding entries: [Entry]) {
        self.init()
        for report in EffectiveReports(entries).reports {
            apply(report.submission, index: report.index, committedAt: report.committedAt)
        }
        self.entries = entries.map(\.index)
        lastCommittedAt = entries.last?.committedAt ?? .distantPast
    }

    /// The next entry of this file. Corrections and retractions reach back and need `init(folding:)` instead.
    package mutating func apply(_ submission: Submission, entry: Entry) {
        apply(submission, index: entry.index, committedAt: entry.committedAt)
        entries.append(entry.index)
        lastCommittedAt = entry.committedAt
    }

    private mutating func apply(_ submission: Submission, index: Int64, committedAt: Instant) {
        learnIdentity(from: submission)
        switch submission.event {
        case .policy: applyPolicy(submission, index: index, committedAt: committedAt)
        case .proposal: applyProposal(submission, index: index, committedAt: committedAt)
        case .cancellation: applyCancellation(submission)
        case .layUp: applyLayUp(submission)
        case .resumption: applyResumption(submission)
        case .plateChange: applyPlateChange(submission)
        case .quarantine:
            bind(submission.plate, submission.plateCategory, from: earliest(submission, committedAt))
            reviews.append(
                ReviewMark(
                    index: index, insurer: submission.insurer,
                    policyNumber: submission.policyNumber.isEmpty ? nil : submission.policyNumber,
                    sequence: submission.sequence))
            return
        case .correction, .retraction: return
        }
        reviews.removeAll { $0.isSettled(by: submission) }
    }

    private mutating func learnIdentity(from submission: Submission) {
        if vin == nil { vin = submission.vin }
        if engineNumber == nil { engineNumber = submission.engineNumber }
        if brandModel == nil { brandModel = submission.brandModel }
    }

    private mutating func applyPolicy(_ submission: Submission, index: Int64, committedAt: Instant) {
        guard let period = submission.period else { return }
        policies.append(
            Policy(
                index: index, insurer: submission.insurer, number: submission.policyNumber, contracted: period,
                issuedAt: submission.issuedAt))
        proposals.removeAll { $0.insurer == submission.insurer && $0.number == submission.policyNumber }
        bind(submission.plate, submission.plateCategory, from: earliest(submission, committedAt))
    }

    private mutating func applyProposal(_ submission: Submission, index: Int64, committedAt: Instant) {
        bind(submission.plate, submission.plateCategory, from: earliest(submission, committedAt))
        let isPolicyAlready = policies.contains {
            $0.insurer == submission.insurer && $0.number == submission.policyNumber
        }
        guard !isPolicyAlready else { return }
        proposals.append(
            Proposal(
                index: index, insurer: submission.insurer, number: submission.policyNumber,
                end: submission.end))
    }

    private mutating func applyCancellation(_ submission: Submission) {
        guard let effectiveAt = submission.effectiveAt, let ground = submission.ground else { return }
        for position in policies.indices where isMeant(policies[position], by: submission) {
            policies[position].cancellation = Policy.Cancellation(effectiveAt: effectiveAt, ground: ground)
        }
        proposals.removeAll { $0.insurer == submission.insurer && $0.number == submission.policyNumber }
    }

    private mutating func applyLayUp(_ submission: Submission) {
        guard let from = submission.effectiveAt, let until = submission.layUpUntil, from < until else { return }
        for position in policies.indices where isMeant(policies[position], by: submission) {
            policies[position].layUps.append(Policy.LayUp(from: from, until: until))
        }
    }

    private mutating func applyResumption(_ submission: Submission) {
        guard let at = submission.effectiveAt else { return }
        for position in policies.indices where isMeant(policies[position], by: submission) {
            let open = policies[position].layUps.lastIndex { $0.resumedAt == nil && $0.from <= at }
            if let open { policies[position].layUps[open].resumedAt = at }
        }
    }

    private mutating func applyPlateChange(_ submission: Submission) {
        guard let from = submission.effectiveAt else { return }
        // The old plate stands in the record to name the vehicle; it says nothing about when it was first borne.
        if bindings.isEmpty { bind(submission.plate, submission.plateCategory, from: .distantPast) }
        bind(submission.newPlate, submission.newPlateCategory, from: from)
    }

    func isMeant(_ policy: Policy, by submission: Submission) -> Bool {
        policy.insurer == submission.insurer && policy.number == submission.policyNumber
    }

    /// A plate is borne at the latest when someone says so, applies, issues or covers under it.
    private func earliest(_ submission: Submission, _ committedAt: Instant) -> Instant {
        [submission.start, submission.appliedAt, submission.issuedAt].reduce(committedAt) { min($0, $1 ?? $0) }
    }

    private mutating func bind(_ plate: PlateNumber?, _ category: PlateCategory?, from: Instant) {
        guard let plate else { return }
        bindings.append(PlateBinding(plate: plate, category: category, from: from))
        bindings.sort { ($0.from, $0.plate.text) < ($1.from, $1.plate.text) }
        var merged: [PlateBinding] = []
        for binding in bindings {
            if let last = merged.last, last.isSamePlate(as: binding) {
                merged[merged.count - 1] = PlateBinding(
                    plate: last.plate, category: last.category ?? binding.category, from: last.from)
            } else {
                merged.append(binding)
            }
        }
        bindings = merged
    }
}
