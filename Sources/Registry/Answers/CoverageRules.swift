package import Regulation

/// The rules for in force, resting, lapsed and renewed: the outcome table of the contract, first that fits.
package struct CoverageRules {
    let file: VehicleFile
    let on: Instant
    /// Policies that cover anything at all, with their real periods, in the order in which they answer.
    private let covers: [Cover]

    struct Cover: Equatable {
        let policy: Policy
        let period: Period
    }

    /// What the rules find, before it is said in words.
    package struct Verdict: Equatable {
        package var outcome: CoverageAnswer.Outcome
        package var renewal: CoverageAnswer.Renewal = .none
        package var reason: Reason
        package var remedy: Remedy
        package var period: Period?
        package var next: Period?
        package var daysLeft: Int?
        package var gapDays = 0
        package var insurer: InsurerCode?
        package var policyNumber: String?
        /// The log index of the report it rests on.
        package var index: Int64?
        package var citations: [Citation] = []
        package var flags: [Flag] = []
        /// The answer rests on a record not being there, so it is only as fresh as the slowest insurer.
        package var restsOnAbsence = false
    }

    package init(file: VehicleFile, on: Instant) {
        self.file = file
        self.on = on
        covers = file.policies.compactMap { policy in policy.period.map { Cover(policy: policy, period: $0) } }
            .sorted(by: Self.answersFirst)
    }

    /// Earliest start, then earlier issue, then lower log index (code, section 5 part 2: of duplicates the earlier
    /// pays).
    private static func answersFirst(_ left: Cover, _ right: Cover) -> Bool {
        if left.period.start != right.period.start { return left.period.start < right.period.start }
        let issues = (left.policy.issuedAt ?? .distantFuture, right.policy.issuedAt ?? .distantFuture)
        if issues.0 != issues.1 { return issues.0 < issues.1 }
        return left.policy.index < right.policy.index
    }

    package var verdict: Verdict {
        let covering = covers.filter { $0.period.covers(on) }
        if let awake = covering.first(where: { !$0.policy.rests(at: on) }) { return inForce(awake, among: covering) }
        if let resting = covering.first { return laidUp(resting, among: covering) }
        if let pending { return pending }
        if let next = covers.first(where: { $0.period.start > on }) { return notYetInForce(next) }
        return ended
    }

    // MARK: cover

    private func inForce(_ cover: Cover, among covering: [Cover]) -> Verdict {
        var verdict = covered(cover, outcome: .inForce, among: covering)
        let unresumed = cover.policy.layUps.contains { $0.resumedAt == nil && $0.until <= on }
        if unresumed { verdict.flags.append(.resumptionNotReported) }
        switch verdict.renewal {
        case .renewed: (verdict.reason, verdict.remedy) = (.coverCurrentRenewed, .nothingToDo)
        case .renewedWithGap: (verdict.reason, verdict.remedy) = (.coverCurrentRenewedWithGap, .closeTheGap)
        case .due: (verdict.reason, verdict.remedy) = (.coverEndingSoon, .renewInTime)
        case .notDue, .overdue, .none: (verdict.reason, verdict.remedy) = (.coverCurrent, .nothingToDo)
        }
        return verdict
    }

    private func laidUp(_ cover: Cover, among covering: [Cover]) -> Verdict {
        var verdict = covered(cover, outcome: .laidUp, among: covering)
        (verdict.reason, verdict.remedy) = (.coverResting, .resumeBeforeDriving)
        verdict.citations = [Citation(.underwritingCode2020, "第五节五")]
        return verdict
    }

    private func covered(_ cover: Cover, outcome: CoverageAnswer.Outcome, among covering: [Cover]) -> Verdict {
        var verdict = Verdict(outcome: outcome, reason: .coverCurrent, remedy: .nothingToDo)
        fill(&verdict, from: cover)
        let left = on.shanghaiDate.days(to: cover.period.end.shanghaiDate)
        verdict.daysLeft = left
        let next = follower(of: cover)
        verdict.next = next?.period
        if let next {
            let joins = next.period.start <= cover.period.end
            verdict.renewal = joins ? .renewed : .renewedWithGap
            verdict.gapDays = joins ? 0 : Self.gap(from: cover.period.end, to: next.period.start)
        } else {
            verdict.renewal = left <= 30 ? .due : .notDue
            verdict.restsOnAbsence = verdict.renewal == .due
        }
        verdict.citations = [Citation(.regulation2019, "第2条"), Citation(.underwritingCode2020, "第二节五")]
        if covering.contains(where: { $0 != cover }) {
            verdict.flags.append(.duplicateCover)
            verdict.citations.append(Citation(.underwritingCode2020, "第五节二"))
        }
        return verdict
    }

    /// The period that carries on: one that begins at or before the end and reaches beyond it, else the next later one.
    private func follower(of cover: Cover) -> Cover? {
        covers.first { $0 != cover && $0.period.start <= cover.period.end && $0.period.end > cover.period.end }
            ?? covers.first { $0.period.start > cover.period.end }
    }

    // MARK: no cover

    private var pending: Verdict? {
        // An application for a time gone by is no longer open, unless nothing else was ever heard of the vehicle.
        let proposal = file.proposals.last { proposal in
            file.policies.isEmpty || (proposal.end.map { on < $0 } ?? true)
        }
        let review = file.reviews.last
        guard proposal != nil || review != nil else { return nil }
        var verdict =
            proposal == nil
            ? Verdict(outcome: .pending, reason: .recordUnderReview, remedy: .askInsurerAboutReport)
            : Verdict(outcome: .pending, reason: .proposalReceived, remedy: .askInsurerAboutProposal)
        verdict.insurer = proposal?.insurer ?? review?.insurer
        verdict.policyNumber = proposal?.number ?? review?.policyNumber
        verdict.index = proposal?.index ?? review?.index
        verdict.next = covers.first { $0.period.start > on }?.period
        verdict.citations = [Citation(.underwritingCode2020, "第四节一")]
        return verdict
    }

    private func notYetInForce(_ next: Cover) -> Verdict {
        var verdict = Verdict(outcome: .notYetInForce, reason: .coverStartsLater, remedy: .waitForStart)
        fill(&verdict, from: next)
        verdict.next = follower(of: next)?.period
        verdict.citations = [Citation(.underwritingCode2020, "第二节四"), Citation(.regulation2019, "第38条")]
        if let end = covers.map(\.period.end).filter({ $0 <= on }).max() {
            verdict.renewal = .renewedWithGap
            verdict.gapDays = Self.gap(from: end, to: next.period.start)
            verdict.reason = .coverStartsAfterGap
        }
        return verdict
    }

    private var ended: Verdict {
        var verdict = Verdict(outcome: .lapsed, renewal: .overdue, reason: .periodEnded, remedy: .renewBeforeDriving)
        verdict.restsOnAbsence = true
        verdict.citations = [Citation(.regulation2019, "第38条"), Citation(.roadTrafficSafetyLaw2021, "第98条")]
        let last = covers.max { left, right in
            left.period.end != right.period.end
                ? left.period.end < right.period.end : Self.answersFirst(right, left)
        }
        guard let last else { return neverCovered(verdict) }
        fill(&verdict, from: last)
        verdict.gapDays = max(0, last.period.end.shanghaiDate.days(to: on.shanghaiDate))
        if last.policy.endsByCancellation, let cancellation = last.policy.cancellation {
            verdict.outcome = .cancelled
            let isInsurers = cancellation.ground == .nonDisclosure
            verdict.reason = isInsurers ? .cancelledForNonDisclosure : .cancelledByGround
            verdict.remedy = .insureBeforeDriving
            verdict.citations.insert(cancellation.ground.citation, at: 0)
        } else if verdict.gapDays > 30 {
            verdict.reason = .periodEndedUnrenewed
        }
        return verdict
    }

    /// Only contracts that were cancelled before they began.
    private func neverCovered(_ base: Verdict) -> Verdict {
        var verdict = base
        verdict.outcome = .cancelled
        verdict.reason = .cancelledBeforeStart
        verdict.remedy = .insureBeforeDriving
        if let policy = file.policies.last {
            verdict.insurer = policy.insurer
            verdict.policyNumber = policy.number
            verdict.index = policy.index
            if let ground = policy.cancellation?.ground { verdict.citations.insert(ground.citation, at: 0) }
        }
        return verdict
    }

    private func fill(_ verdict: inout Verdict, from cover: Cover) {
        verdict.period = cover.period
        verdict.insurer = cover.policy.insurer
        verdict.policyNumber = cover.policy.number
        verdict.index = cover.policy.index
    }

    /// Calendar days without cover; at least one for any gap, however short.
    static func gap(from end: Instant, to start: Instant) -> Int {
        max(1, end.shanghaiDate.days(to: start.shanghaiDate))
    }
}
