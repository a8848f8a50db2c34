import Regulation

extension AnswerTexts {
    static func englishRemedy(_ answer: CoverageAnswer) -> String {
        if answer.tense == .past { return englishPastRemedy(answer) }
        let insurer = answer.insurer?.name ?? "the insurer"
        let start = answer.period.map { moment($0.start) }
        let end = answer.period.map { moment($0.end) } ?? "the end of the period"
        let next = answer.nextPeriod.map { moment($0.start) } ?? "the start of the next one"
        return switch answer.remedy {
        case .nothingToDo:
            answer.renewal == .renewed
                ? "There is nothing to do. The next period follows by itself."
                : "There is nothing to do now. Renew before \(end)."
        case .renewInTime: "Renew before \(end), with any insurer that offers compulsory cover."
        case .closeTheGap:
            "Do not drive between \(end) and \(next). Ask \(insurer) soon how the gap can be covered."
        case .resumeBeforeDriving: "Before driving again, have \(insurer) end the lay-up."
        case .askInsurerAboutProposal:
            "Ask \(answer.insurer?.name ?? "the insurer that took the application") whether the premium has arrived "
                + "and the policy has been issued. "
                + "Do not drive until you have the policy."
        case .askInsurerAboutReport:
            "Ask \(answer.insurer?.name ?? "your insurer") to check this vehicle’s record and report it again. "
                + "If you hold a policy, carry "
                + "it with you."
        case .waitForStart: "Do not drive before \(start ?? "the period starts")."
        case .insureBeforeDriving: "Insure the vehicle before driving, with any insurer that offers compulsory cover."
        case .renewBeforeDriving:
            "Do not drive until it is renewed. If you have renewed elsewhere, show that insurer your policy "
                + "and ask it to check its report."
        case .checkInputOrAskInsurer: "Check the plate and the VIN first. If both are right, ask your insurer."
        }
    }

    /// Nothing can be done about yesterday, except to know whom to call.
    private static func englishPastRemedy(_ answer: CoverageAnswer) -> String {
        let again = "For today’s answer, ask again without a date."
        guard answer.outcome == .inForce, let insurer = answer.insurer?.name else { return again }
        return "If there was an accident at that time, report it to \(insurer). \(again)"
    }

    static func englishFreshness(_ answer: CoverageAnswer) -> String {
        guard let seconds = answer.feedAgeSeconds else {
            return "Based on the registry at \(MomentText.moment(answer.asOf, in: .english, seconds: true))"
        }
        let age = MomentText.age(seconds: seconds, in: .english)
        if restsOnAbsence(answer) {
            return "Based on the reports of all insurers, the slowest of which reported \(age)"
        }
        return "Based on data \(answer.insurer?.name ?? "an insurer") reported \(age)"
    }

    private static func moment(_ instant: Instant) -> String { MomentText.moment(instant, in: .english) }
}
