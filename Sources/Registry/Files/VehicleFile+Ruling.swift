import Regulation

extension VehicleFile {
    /// What this file has to say to a report about it: faults keep it out, flags come with it.
    package struct Ruling: Equatable {
        package var faults: [SubmissionReading.Fault] = []
        package var flags: [Flag] = []
    }

    /// Decides on a report. Reports of policies issued elsewhere are never refused for what they conflict with: the
    /// conflict is flagged (duplicates: the earlier start answers, code section 5 part 2).
    package func rule(on submission: Submission) -> Ruling {
        var ruling = Ruling()
        switch submission.event {
        case .policy: ruling.flags = conflicts(of: submission)
        case .cancellation: ruleOnCancellation(submission, &ruling)
        case .layUp, .resumption: ruleOnLayUp(submission, &ruling)
        case .plateChange:
            if isEmpty { ruling.faults.append(.vehicleUnknown) }
        case .proposal, .correction, .retraction, .quarantine, .erasure: break
        }
        return ruling
    }

    private func conflicts(of submission: Submission) -> [Flag] {
        guard let period = submission.period else { return [] }
        var flags: [Flag] = []
        if policies.contains(where: { isMeant($0, by: submission) }) { flags.append(.policyNumberRepeated) }
        let overlapping = policies.filter {
            $0.period.map { $0.overlaps(period) } ?? false && !isMeant($0, by: submission)
        }
        if !overlapping.isEmpty { flags.append(.overlap) }
        return flags
    }

    private func ruleOnCancellation(_ submission: Submission, _ ruling: inout Ruling) {
        guard let policy = policiesMeant(by: submission).first.map({ policies[$0] }), let at = submission.effectiveAt
        else {
            let isProposal = proposals.contains {
                $0.insurer == submission.insurer && $0.number == submission.policyNumber
            }
            if !isProposal { ruling.faults.append(.policyUnknown) }
            return
        }
        // After the end, or after an earlier cancellation, there is nothing left to end.
        if at >= policy.period?.end ?? policy.contracted.start { ruling.flags.append(.eventWithoutEffect) }
    }

    private func ruleOnLayUp(_ submission: Submission, _ ruling: inout Ruling) {
        guard let policy = policiesMeant(by: submission).first.map({ policies[$0] }), let at = submission.effectiveAt
        else {
            ruling.faults.append(.policyUnknown)
            return
        }
        let hasEffect =
            submission.event == .layUp
            ? policy.period?.covers(at) ?? false
            : policy.awaitsResumption(at: at)
        if !hasEffect { ruling.flags.append(.eventWithoutEffect) }
    }
}
