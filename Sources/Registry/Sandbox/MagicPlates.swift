package import Regulation

/// Plates of the sandbox that always show the same: one per outcome, per renewal state, per fault. Their vehicles are
/// made up for the moment of the question, so a test written today holds in a year.
package struct MagicPlates: Sendable {
    package enum Reply: Sendable {
        case answer(CoverageAnswer)
        /// To be given after three seconds.
        case slow(CoverageAnswer)
        case problem(Problem)
    }

    /// One plate: what to type, and what it shows.
    package struct Plate: Equatable, Sendable {
        package let number: String
        package let vinSuffix: String
        /// Stable name of the case, such as `inForce.renewed`.
        package let shows: String
        let scene: Scene
    }

    enum Scene: String, CaseIterable, Sendable {
        case notDue, due, lastDay, renewed, renewedWithGap, duplicate
        case laidUp
        case proposal, review
        case future, futureAfterGap
        case cancelled, cancelledForNonDisclosure, cancelledBeforeStart
        case lapsed, lapsedLong
        case formerPlate
        case noMatch
        case slow, overloaded, unavailable
    }

    package init() {}

    package let plates: [Plate] = Scene.allCases.enumerated().map { position, scene in
        let number = position + 1
        let digits = number < 10 ? "0\(number)" : "\(number)"
        return Plate(number: "京AX00\(digits)", vinSuffix: "0000\(digits)", shows: scene.shows, scene: scene)
    }

    /// `nil` for a plate that is not one of these.
    package func reply(to question: CoverageQuestion, at now: Instant) -> Reply? {
        guard case .plate(let number, _) = question.subject,
            let plate = plates.first(where: { $0.number == number.text })
        else { return nil }
        switch plate.scene {
        case .overloaded: return .problem(.overloaded)
        case .unavailable: return .problem(RegistryFault.stopped(reason: "sandbox").problem)
        default: break
        }
        let answer = answer(plate, question, at: now)
        return plate.scene == .slow ? .slow(answer) : .answer(answer)
    }

    private func answer(_ plate: Plate, _ question: CoverageQuestion, at now: Instant) -> CoverageAnswer {
        let on = question.on ?? now
        var answer = CoverageAnswer(
            outcome: .noMatch, reason: .noRecordMatches, remedy: .checkInputOrAskInsurer, on: on, asOf: now,
            knownAt: question.knownAt ?? now, treeSize: 0)
        let isProved =
            switch question.proof {
            case .vinSuffix(let suffix): suffix == plate.vinSuffix
            case .vin(let vin): vin.suffix == plate.vinSuffix
            case .policyNumberSuffix, .official, .insurer: true
            }
        guard isProved, plate.scene != .noMatch else { return answer }
        let verdict = CoverageRules(file: plate.scene.file(today: now.shanghaiDate, now: now), on: on).verdict
        answer.outcome = verdict.outcome
        answer.renewal = verdict.renewal
        answer.reason = verdict.reason
        answer.remedy = verdict.remedy
        answer.period = verdict.period
        answer.nextPeriod = verdict.next
        answer.daysLeft = verdict.daysLeft
        answer.gapDays = verdict.gapDays
        answer.citations = verdict.citations
        answer.flags = (verdict.flags + (plate.scene == .formerPlate ? [.formerPlate] : [])).sorted()
        answer.insurer = verdict.insurer.map { .init(code: $0, name: "续保沙箱保险") }
        answer.policyNumber = verdict.policyNumber.map { "****" + $0.suffix(4) }
        answer.feedAgeSeconds = 3
        return answer
    }
}

extension MagicPlates.Scene {
    /// Outcome and renewal, or the fault.
    var shows: String {
        switch self {
        case .notDue: "inForce.notDue"
        case .due: "inForce.due"
        case .lastDay: "inForce.due.lastDay"
        case .renewed: "inForce.renewed"
        case .renewedWithGap: "inForce.renewedWithGap"
        case .duplicate: "inForce.duplicateCover"
        case .laidUp: "laidUp"
        case .proposal: "pending.proposal"
        case .review: "pending.review"
        case .future: "notYetInForce"
        case .futureAfterGap: "notYetInForce.afterGap"
        case .cancelled: "cancelled"
        case .cancelledForNonDisclosure: "cancelled.nonDisclosure"
        case .cancelledBeforeStart: "cancelled.beforeStart"
        case .lapsed: "lapsed"
        case .lapsedLong: "lapsed.long"
        case .formerPlate: "inForce.formerPlate"
        case .noMatch: "noMatch"
        case .slow: "fault.slow"
        case .overloaded: "fault.overloaded"
        case .unavailable: "fault.unavailable"
        }
    }

    /// The vehicle of this scene, with its periods relative to today.
    func file(today: CivilDate, now: Instant) -> VehicleFile {
        var file = VehicleFile()
        switch self {
        case .notDue, .slow, .formerPlate: file.add(yearFrom: -200, today)
        case .due: file.add(yearFrom: -350, today)
        case .lastDay: file.add(days: -364, 1, today)
        case .renewed: file.add(yearFrom: -350, today); file.add(yearFrom: 15, today, "0002")
        case .renewedWithGap: file.add(days: -350, 15, today); file.add(yearFrom: 20, today, "0002")
        case .duplicate: file.add(yearFrom: -200, today); file.add(yearFrom: -100, today, "0002")
        case .laidUp:
            file.add(yearFrom: -200, today)
            if let from = Self.midnight(-30, today), let until = Self.midnight(60, today) {
                file.policies[0].layUp(from: from, until: until)
            }
        case .proposal: file.addProposal()
        case .review: file.addReview()
        case .future: file.add(yearFrom: 5, today)
        case .futureAfterGap: file.add(days: -400, -35, today); file.add(yearFrom: 5, today, "0002")
        case .cancelled: file.add(yearFrom: -200, today); file.cancel(-20, .deregistered, today)
        case .cancelledForNonDisclosure: file.add(yearFrom: -200, today); file.cancel(-20, .nonDisclosure, today)
        case .cancelledBeforeStart: file.add(yearFrom: -20, today); file.cancel(-20, .duplicate, today)
        case .lapsed: file.add(days: -370, -5, today)
        case .lapsedLong: file.add(days: -600, -235, today)
        case .noMatch, .overloaded, .unavailable: break
        }
        return file
    }

    static func midnight(_ days: Int, _ today: CivilDate) -> Instant? {
        today.adding(days: days).flatMap { Instant(shanghai: $0) }
    }
}

extension VehicleFile {
    fileprivate mutating func add(yearFrom days: Int, _ today: CivilDate, _ suffix: String = "0001") {
        guard let start = today.adding(days: days), let end = start.adding(years: 1) else { return }
        add(days: days, today.days(to: end), today, suffix)
    }

    fileprivate mutating func add(days from: Int, _ to: Int, _ today: CivilDate, _ suffix: String = "0001") {
        guard let insurer = InsurerCode("XBSX"), let start = MagicPlates.Scene.midnight(from, today),
            let end = MagicPlates.Scene.midnight(to, today), let period = Period(start: start, end: end)
        else { return }
        policies.append(
            Policy(
                index: Int64(policies.count), insurer: insurer, number: "XBSX2026\(suffix)", contracted: period,
                issuedAt: nil))
    }

    fileprivate mutating func cancel(_ days: Int, _ ground: CancellationGround, _ today: CivilDate) {
        guard let at = MagicPlates.Scene.midnight(days, today), !policies.isEmpty else { return }
        policies[0].cancel(at: at, on: ground)
    }

    fileprivate mutating func addProposal() {
        guard let insurer = InsurerCode("XBSX") else { return }
        proposals = [
            Proposal(index: 0, insurer: insurer, number: "XBSX20260001", start: nil, end: nil, madeAt: .distantPast)
        ]
    }

    fileprivate mutating func addReview() {
        guard let insurer = InsurerCode("XBSX") else { return }
        reviews = [ReviewMark(index: 0, insurer: insurer, event: .policy, policyNumber: "XBSX20260001", sequence: nil)]
    }
}
