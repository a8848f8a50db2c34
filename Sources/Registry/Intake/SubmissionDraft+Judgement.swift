import Regulation

/// Judging a record as a whole: what its event needs, what cannot be, what is odd.
extension SubmissionDraft {
    mutating func judge() {
        guard let event else { return }
        requireValues(of: event)
        judgePeriod(event)
        if event == .policy || event == .proposal { noteOddities(event) }
    }

    /// The table of events in the contract of records.
    private mutating func requireValues(of event: Event) {
        if event != .correction, event != .retraction {
            require(.policyNumber, for: event)
        }
        switch event {
        case .policy:
            requireVehicle()
            require(.start, for: event)
            require(.end, for: event)
        case .proposal: requireVehicle()
        case .cancellation:
            require(.effectiveAt, for: event)
            require(.ground, for: event)
        case .layUp:
            require(.effectiveAt, for: event)
            require(.layUpUntil, for: event)
        case .resumption: require(.effectiveAt, for: event)
        case .plateChange:
            require(.newPlate, for: event)
            require(.effectiveAt, for: event)
        case .correction:
            require(.corrects, for: event)
            requireEveryVehicleValue()
        case .retraction: require(.corrects, for: event)
        case .quarantine, .erasure: break
        }
    }

    private mutating func judgePeriod(_ event: Event) {
        if event == .layUp || event == .correction, let from = submission.effectiveAt,
            let until = submission.layUpUntil, until <= from
        {
            fault(.layUpImpossible)
        }
        guard event == .policy || event == .proposal || event == .correction, let start = submission.start,
            let end = submission.end
        else { return }
        if end <= start {
            fault(.periodImpossible)
        } else if let limit = start.shanghaiDate.adding(years: 5), end.shanghaiDate > limit {
            fault(.periodTooLong)
        } else if event == .policy, isUnusual(start, end) {
            flag(.periodUnusual)
        }
    }

    /// Longer than a year, shorter than a day, or a year but for one to three days, which is most often a slip. Short
    /// terms are lawful (article 3 part 2 of the code) and not odd.
    private func isUnusual(_ start: Instant, _ end: Instant) -> Bool {
        guard let anniversary = start.shanghaiDate.adding(years: 1) else { return true }
        let clock = start.millisecondOfShanghaiDay
        guard let fullYear = Instant(shanghai: anniversary)?.adding(milliseconds: Int64(clock)) else { return true }
        if end > fullYear || end < start.adding(days: 1) { return true }
        return end < fullYear && end >= fullYear.adding(days: -3)
    }

    private mutating func noteOddities(_ event: Event) {
        if submission.vin == nil, !isUnreadable(.vin) { flag(.vinMissing) }
        if let start = submission.start {
            if let issuedAt = submission.issuedAt, issuedAt > start { flag(.issuedAfterStart) }
            if let known = submission.issuedAt ?? submission.appliedAt,
                let limit = known.shanghaiDate.adding(months: 3), start.shanghaiDate > limit
            {
                flag(.startTooFarAhead)
            }
        }
        if let paidAt, let issuedAt = submission.issuedAt, paidAt > issuedAt { flag(.paidAfterIssue) }
        if let premium, premium <= .zero { flag(.premiumIrregular) }
        if vehicleClass == .trailer, (submission.start ?? .distantFuture) >= Self.trailersExempt {
            flag(.trailerNotInsurable)
        }
    }

    /// 2013-03-01: trailers are not insured on their own (regulation, article 42).
    private static let trailersExempt = Instant(milliseconds: 1_362_067_200_000) ?? .distantPast
}
