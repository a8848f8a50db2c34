import Regulation

extension AnswerTexts {
    static func englishVerdict(_ answer: CoverageAnswer) -> String {
        if answer.outcome == .noMatch { return "We found no record that matches both the plate and the VIN" }
        switch answer.tense {
        case .present: return englishVerdictNow(answer)
        case .past: return "At \(moment(answer.on)), \(englishVerdictThen(answer, was: "was"))"
        case .future: return "At \(moment(answer.on)), \(englishVerdictThen(answer, was: "will be"))"
        }
    }

    private static func englishVerdictNow(_ answer: CoverageAnswer) -> String {
        switch (answer.outcome, answer.renewal) {
        case (.inForce, .renewed): "This vehicle’s compulsory insurance is in force and already renewed"
        case (.inForce, .renewedWithGap): "This vehicle’s compulsory insurance is in force, but a gap follows"
        case (.inForce, .due): "This vehicle’s compulsory insurance is in force, but ends soon"
        case (.inForce, _): "This vehicle’s compulsory insurance is in force"
        case (.laidUp, _): "This vehicle is laid up and its cover is suspended"
        case (.pending, _):
            answer.reason == .recordUnderReview
                ? "A record is being checked, so we cannot say yet"
                : "An application has arrived, but no policy has been issued yet"
        case (.notYetInForce, .renewedWithGap): "The old cover has ended and the new cover has not started yet"
        case (.notYetInForce, _): "This vehicle’s compulsory insurance has not started yet"
        case (.cancelled, _): "This vehicle’s compulsory insurance has been cancelled"
        case (.lapsed, _): "This vehicle’s compulsory insurance has ended and no renewal is on record"
        case (.noMatch, _): ""
        }
    }

    private static func englishVerdictThen(_ answer: CoverageAnswer, was: String) -> String {
        switch answer.outcome {
        case .inForce: "this vehicle’s compulsory insurance \(was) in force"
        case .laidUp: "this vehicle \(was) laid up and its cover suspended"
        case .pending:
            answer.reason == .recordUnderReview
                ? "cover cannot be decided yet, because a record is being checked"
                : "there is no cover on record, only an application"
        case .notYetInForce: "this vehicle’s compulsory insurance \(was) yet to start"
        case .cancelled: "this vehicle has no cover on record, because the policy was cancelled"
        case .lapsed: "this vehicle has no cover on record, because the last period had ended"
        case .noMatch: ""
        }
    }

    static func englishDateLine(_ answer: CoverageAnswer) -> String {
        switch answer.outcome {
        case .inForce: return englishUntil(answer) + englishNext(answer)
        case .laidUp:
            guard let period = answer.period else {
                return "The days laid up are added to the end when driving resumes"
            }
            return "Was to end at \(moment(period.end)), and the days laid up are added when driving resumes"
                + englishNext(answer)
        case .pending: return "There is no period to show yet"
        case .notYetInForce:
            guard let period = answer.period else { return "There is no cover before the start" }
            return "Starts at \(moment(period.start)) and runs until \(moment(period.end)), with no cover before that"
        case .cancelled: return englishEnded(answer, verb: "Cancelled from", without: "This period never took effect")
        case .lapsed: return englishEnded(answer, verb: "Ended at", without: "The last period has ended")
        case .noMatch: return "This does not mean that the vehicle is uninsured"
        }
    }

    private static func englishUntil(_ answer: CoverageAnswer) -> String {
        guard let period = answer.period else { return "Within its period" }
        let until = "Valid until \(moment(period.end))"
        guard let days = answer.daysLeft else { return until }
        switch (answer.tense, days) {
        case (.present, ...0): return until + ", which is today"
        case (.present, 1) where period.end.millisecondOfShanghaiDay == 0: return until + ", which is midnight tonight"
        case (.present, _): return until + ", \(MomentText.counted(days, "day")) left"
        default: return until + ", \(MomentText.counted(days, "day")) after the moment you asked about"
        }
    }

    private static func englishNext(_ answer: CoverageAnswer) -> String {
        guard let next = answer.nextPeriod else { return "" }
        switch answer.renewal {
        case .renewed: return ". Renewed: the next period starts at \(moment(next.start))"
        case .renewedWithGap:
            let gap = MomentText.counted(answer.gapDays, "day")
            return ". The next period starts at \(moment(next.start)), after \(gap) without cover"
        case .due, .notDue, .overdue, .none: return ""
        }
    }

    private static func englishEnded(_ answer: CoverageAnswer, verb: String, without: String) -> String {
        guard let period = answer.period else { return without }
        let line = "\(verb) \(moment(period.end))"
        switch (answer.tense, answer.gapDays) {
        case (_, ...0): return line
        case (.present, let days): return line + ", \(MomentText.counted(days, "day")) ago"
        case (_, let days): return line + ", \(MomentText.counted(days, "day")) before the moment you asked about"
        }
    }

    static func englishReason(_ answer: CoverageAnswer) -> String {
        let insurer = answer.insurer?.name ?? "the insurer"
        let at = answer.tense == .present ? "today" : "that moment"
        let start = answer.period.map { moment($0.start) } ?? "the recorded start"
        let end = answer.period.map { moment($0.end) } ?? "the recorded end"
        let next = answer.nextPeriod.map { moment($0.start) } ?? "the recorded start"
        let gap = MomentText.counted(answer.gapDays, "day")
        return switch answer.reason {
        case .coverCurrent: "A period insured by \(insurer) includes \(at): from \(start) until \(end)."
        case .coverCurrentRenewed:
            "A period insured by \(insurer) includes \(at), and the next one, from \(next), follows without a gap."
        case .coverCurrentRenewedWithGap:
            "This period ends at \(end) and the next one starts only at \(next), which leaves \(gap) without cover."
        case .coverEndingSoon:
            "The period insured by \(insurer) ends at \(end) and nothing that follows it is on record."
        case .coverResting: "The vehicle is registered as laid up. Cover rests meanwhile, and it must not be driven."
        case .proposalReceived:
            "\(answer.insurer?.name ?? "An insurer") has reported an application but not a policy. "
                + "An application is not yet cover."
        case .recordUnderReview:
            "A record from \(answer.insurer?.name ?? "an insurer") names this vehicle, "
                + "but something in it does not fit and is being checked."
        case .coverStartsLater: "A policy is on record, and its period starts at \(start)."
        case .coverStartsAfterGap:
            "The previous period has ended and the next one on record starts at \(start), "
                + "which leaves \(gap) between them without cover."
        case .cancelledByGround: "The contract was cancelled before its end, and no later policy is on record."
        case .cancelledForNonDisclosure:
            "The insurer cancelled the contract because something had not been disclosed, "
                + "and no later policy is on record."
        case .cancelledBeforeStart:
            "The contract was cancelled before it started, so this period never took effect, "
                + "and no other policy is on record."
        case .periodEnded: "The latest period ended at \(end), and nothing that follows it is on record yet."
        case .periodEndedUnrenewed: "The latest period ended at \(end), and no later policy is on record."
        case .noRecordMatches:
            "We answer only when the plate and the VIN both agree with the registration. There may be a slip in what "
                + "was typed, the insurer may not have reported yet, or the plate may have changed."
        }
    }

    private static func moment(_ instant: Instant) -> String { MomentText.moment(instant, in: .english) }
}
