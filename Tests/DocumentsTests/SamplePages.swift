import Documents
import Registry
import Regulation

/// Every page with made-up content at a fixed time, by the name of its snapshot.
enum SamplePages {
    static func all(in language: Language, elder: Bool = false) -> [(name: String, html: String)] {
        let answers = SampleAnswers.possible.map { outcome, renewal in
            ("answer-\(outcome)-\(renewal)", answer(SampleAnswers.answer(outcome, renewal), language, elder))
        }
        return [
            ("start", StartView.render(StartModel(chrome: chrome("/", language, elder)))),
            ("question", QuestionView.render(QuestionModel(chrome: chrome("/query", language, elder)))),
            ("question-faults", QuestionView.render(faulty(language, elder))),
            ("question-faults-vin", QuestionView.render(faultyByVIN(language, elder))),
            ("question-used-up", QuestionView.render(usedUp(language, elder))),
            ("answer-asked-past", answer(askedPast(), language, elder)),
            ("answer-asked-future", answer(askedFuture(), language, elder)),
            ("answer-flagged", answer(flagged(), language, elder)),
            ("magic-plates", MagicPlatesView.render(magicPlates(language, elder))),
            ("freshness", FreshnessView.render(freshness(language, elder))),
            (
                "about",
                AboutView.render(AboutModel(chrome: chrome("/about", language, elder), triesPerVehicleAndDay: 5))
            ),
        ] + answers + problems(language, elder) + law(language, elder)
            + SampleLogPages.all(in: language, elder: elder)
    }

    /// Empty when the law's own tables cannot be read, which their tests tell.
    private static func law(_ language: Language, _ elder: Bool) -> [(name: String, html: String)] {
        (try? SampleLawPages.all(in: language, elder: elder)) ?? []
    }

    static func chrome(_ path: String, _ language: Language, _ elder: Bool = false) -> PageChrome {
        PageChrome(language: language, path: path, elder: elder, sandbox: path == "/sandbox")
    }

    static func answer(_ answer: CoverageAnswer, _ language: Language, _ elder: Bool = false) -> String {
        AnswerView.render(
            AnswerModel(
                chrome: chrome("/query", language, elder), answer: answer,
                asked: AskedVehicle(maskedPlate: "京A·**345", proof: .vinSuffix),
                typed: QuestionFields(plate: "京A12345", vinSuffix: "123456")))
    }

    private static func faulty(_ language: Language, _ elder: Bool) -> QuestionModel {
        QuestionModel(
            chrome: chrome("/query", language, elder),
            fields: QuestionFields(plate: "京AI2345", category: "02", vinSuffix: "12345", date: "2026-13-01"),
            faults: [.plateLetters, .vinSuffixLength(5), .dateForm])
    }

    private static func faultyByVIN(_ language: Language, _ elder: Bool) -> QuestionModel {
        QuestionModel(
            chrome: chrome("/query", language, elder),
            fields: QuestionFields(form: .vin, vin: "LSAMPLE123012345", policyNumberSuffix: "12", time: "10:00"),
            faults: [.vinLength(16), .policyNumberSuffixLength(2), .timeWithoutDate])
    }

    private static func usedUp(_ language: Language, _ elder: Bool) -> QuestionModel {
        QuestionModel(
            chrome: chrome("/query", language, elder), fields: QuestionFields(plate: "京A12345", vinSuffix: "123456"),
            notice: .suffixTriesUsedUp)
    }

    private static func askedPast() -> CoverageAnswer {
        var answer = SampleAnswers.answer(.inForce, .notDue)
        answer.on = SampleAnswers.moment(2026, 5, 1, 10, 0)
        answer.knownAt = SampleAnswers.moment(2026, 6, 1)
        answer.daysLeft = 304
        return answer
    }

    private static func askedFuture() -> CoverageAnswer {
        var answer = SampleAnswers.answer(.lapsed, .overdue)
        answer.on = SampleAnswers.moment(2027, 1, 1)
        answer.gapDays = 92
        return answer
    }

    private static func flagged() -> CoverageAnswer {
        var answer = SampleAnswers.answer(.inForce, .renewed)
        answer.flags = [.duplicateCover, .formerPlate, .vinCheckDigit]
        return answer
    }

    private static func magicPlates(_ language: Language, _ elder: Bool) -> MagicPlatesModel {
        MagicPlatesModel(
            chrome: chrome("/sandbox", language, elder),
            plates: [
                MagicPlate(plate: "京A10001", vinSuffix: "100001", outcome: .inForce, shows: "还有 101 天"),
                MagicPlate(plate: "京A10002", category: "02", vinSuffix: "100002", outcome: .inForce, shows: "已经续保"),
                MagicPlate(plate: "京AD10003", category: "52", vinSuffix: "100003", outcome: .lapsed, shows: "没有查到续保"),
                MagicPlate(plate: "粤B10004", vinSuffix: "100004", outcome: .noMatch, shows: "车架号对不上"),
            ])
    }

    private static func freshness(_ language: Language, _ elder: Bool) -> FreshnessModel {
        let now = SampleAnswers.now
        return FreshnessModel(
            chrome: chrome("/freshness", language, elder),
            rows: [
                FreshnessRow(
                    code: "PICC", name: "人保财险", reportedThrough: now.adding(seconds: -3), recordsAccepted: 812_345,
                    quarantinedOpen: 0, sequenceGaps: 0),
                FreshnessRow(
                    code: "CPIC", name: "太保产险", reportedThrough: now.adding(seconds: -760), recordsAccepted: 301_002,
                    quarantinedOpen: 14, sequenceGaps: 0),
                FreshnessRow(
                    code: "PAIC", name: "平安产险", reportedThrough: now.adding(seconds: -200_000),
                    recordsAccepted: 401_002,
                    quarantinedOpen: 3, sequenceGaps: 2),
                FreshnessRow(
                    code: "NEWCO", name: "新安财险", reportedThrough: nil, recordsAccepted: 0, quarantinedOpen: 0,
                    sequenceGaps: 0),
            ], asOf: now, treeSize: 1_514_349)
    }

    private static func problems(_ language: Language, _ elder: Bool) -> [(name: String, html: String)] {
        let problems: [PageProblem] = [
            .badRequest, .notFound, .methodNotAllowed, .tooLarge, .tooManyRequests(retryAfterSeconds: 90),
            .platesUsedUp(retryAfterSeconds: 86_400), .triesUsedUp(retryAfterSeconds: 86_400),
            .unavailable(retryAfterSeconds: 5), .failed,
        ]
        return problems.map { problem in
            let model = ProblemModel(chrome: chrome("/", language, elder), problem: problem, requestID: "7F3K-2M9Q")
            let name =
                switch problem {
                case .platesUsedUp: "problem-plates"
                case .triesUsedUp: "problem-tries"
                default: "problem-\(problem.status)"
                }
            return (name, ProblemView.render(model))
        }
    }
}
