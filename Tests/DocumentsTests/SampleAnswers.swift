import Registry
import Regulation

/// One made-up answer for every outcome and renewal, at a fixed time.
enum SampleAnswers {
    static let now = moment(2026, 11, 20, 14, 30, 5)

    static func moment(_ year: Int, _ month: Int, _ day: Int, _ hour: Int = 0, _ minute: Int = 0, _ second: Int = 0)
        -> Instant
    {
        CivilDate(year: year, month: month, day: day)
            .flatMap { Instant(shanghai: $0, hour: hour, minute: minute, second: second) } ?? .distantPast
    }

    static func period(_ start: Instant, _ end: Instant) -> Period? { Period(start: start, end: end) }

    static func answer(_ outcome: CoverageAnswer.Outcome, _ renewal: CoverageAnswer.Renewal) -> CoverageAnswer {
        let (reason, remedy) = codes(outcome, renewal)
        var answer = CoverageAnswer(
            outcome: outcome, reason: reason, remedy: remedy, on: now, asOf: now, knownAt: now, treeSize: 1_234_567)
        answer.renewal = renewal
        guard outcome != .noMatch else { return answer }
        answer.feedAgeSeconds = outcome == .lapsed || outcome == .cancelled || renewal == .due ? 760 : 3
        if outcome == .pending { return answer }
        answer.insurer = InsurerCode("PICC").map { CoverageAnswer.Insurer(code: $0, name: "人保财险") }
        answer.policyNumber = "****0042"
        answer.citations = [
            Citation(.regulation2019, "第2条"), Citation(.clauses2020, "第21条"), Citation(.underwritingCode2020, "第三节二"),
        ]
        setPeriods(&answer)
        return answer
    }

    private static func setPeriods(_ answer: inout CoverageAnswer) {
        switch answer.outcome {
        case .inForce, .laidUp:
            let isNear = answer.renewal != .notDue
            let end = isNear ? moment(2026, 12, 2) : moment(2027, 3, 1)
            answer.period = period(isNear ? moment(2025, 12, 2) : moment(2026, 3, 1), end)
            answer.daysLeft = isNear ? 12 : 101
            if answer.renewal == .renewed { answer.nextPeriod = period(end, moment(2027, 12, 2)) }
            if answer.renewal == .renewedWithGap {
                answer.nextPeriod = period(moment(2026, 12, 24), moment(2027, 12, 24))
                answer.gapDays = 22
            }
        case .notYetInForce:
            answer.period = period(moment(2026, 12, 1), moment(2027, 12, 1))
            answer.gapDays = answer.renewal == .renewedWithGap ? 40 : 0
        case .cancelled:
            answer.period = period(moment(2026, 3, 1), moment(2026, 9, 12, 10, 0))
            answer.gapDays = 69
        case .lapsed:
            answer.period = period(moment(2025, 10, 1), moment(2026, 10, 1))
            answer.gapDays = 50
        case .pending, .noMatch: break
        }
    }

    private static func codes(_ outcome: CoverageAnswer.Outcome, _ renewal: CoverageAnswer.Renewal) -> (Reason, Remedy)
    {
        switch (outcome, renewal) {
        case (.inForce, .renewed): (.coverCurrentRenewed, .nothingToDo)
        case (.inForce, .renewedWithGap): (.coverCurrentRenewedWithGap, .closeTheGap)
        case (.inForce, .due): (.coverEndingSoon, .renewInTime)
        case (.inForce, _): (.coverCurrent, .nothingToDo)
        case (.laidUp, _): (.coverResting, .resumeBeforeDriving)
        case (.pending, _): (.proposalReceived, .askInsurerAboutProposal)
        case (.notYetInForce, .renewedWithGap): (.coverStartsAfterGap, .waitForStart)
        case (.notYetInForce, _): (.coverStartsLater, .waitForStart)
        case (.cancelled, _): (.cancelledByGround, .insureBeforeDriving)
        case (.lapsed, _): (.periodEndedUnrenewed, .renewBeforeDriving)
        case (.noMatch, _): (.noRecordMatches, .checkInputOrAskInsurer)
        }
    }

    /// The pairs the contract's table knows.
    static let possible: [(CoverageAnswer.Outcome, CoverageAnswer.Renewal)] = [
        (.inForce, .renewed), (.inForce, .renewedWithGap), (.inForce, .due), (.inForce, .notDue),
        (.laidUp, .renewed), (.laidUp, .renewedWithGap), (.laidUp, .due), (.laidUp, .notDue),
        (.pending, .none), (.notYetInForce, .none), (.notYetInForce, .renewedWithGap),
        (.cancelled, .overdue), (.lapsed, .overdue), (.noMatch, .none),
    ]
}
