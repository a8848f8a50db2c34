import Registry
import Regulation

/// The answer to `POST /query`.
package enum AnswerView {
    package static func render(_ model: AnswerModel) -> String {
        let answer = model.answer
        let language = model.chrome.language
        let verdict = verdict(of: model)
        let sign = VerdictSign(outcome: answer.outcome)
        let isWarning = answer.renewal == .due || answer.renewal == .renewedWithGap
        let noMatch = answer.outcome == .noMatch
        let code = noMatch ? nil : model.card.flatMap { QRDrawing(Array($0.utf8)) }
        let values: Values = [
            "clauses": clauses(verdict),
            "dateLine": AnswerTexts.dateLine(of: answer, in: language),
            "remedy": AnswerTexts.remedy(of: answer, in: language),
            "word": sign.word.text(in: language),
            "tone": sign.tone,
            "remedyTone": sign.tone == "good" && isWarning ? "wait" : sign.tone,
            "sign": sign.shape,
            "mark": markedPeriod(answer).map { MarkDrawing(period: $0, outcome: answer.outcome).values(in: language) },
            "timeline": TimelineDrawing(answer).map { $0.values(in: language) },
            "asked": asked(model),
            "tries": noMatch,
            "editable": noMatch ? model.typed.map(typed) : nil,
            "reason": AnswerTexts.reason(of: answer, in: language),
            "insurer": answer.insurer?.name,
            "policyNumber": answer.policyNumber,
            "freshness": AnswerTexts.freshness(of: answer, in: language),
            "register": register(answer, in: language),
            "flags": flags(answer, in: language),
            "citations": citations(answer),
            "card": code == nil ? nil : model.card,
            "qr": code.map { $0.values(in: language) },
        ]
        return Page.render(
            "answer", chrome: model.chrome, title: verdict, texts: AnswerPhrases.phrases, values: values)
    }

    /// The shared sentence names plate and VIN; who asked without a plate reads one that fits.
    private static func verdict(of model: AnswerModel) -> String {
        if model.answer.outcome == .noMatch, model.asked.proof == .vinAndPolicyNumber {
            return AnswerPhrases.noMatchByVIN.text(in: model.chrome.language)
        }
        return AnswerTexts.verdict(of: model.answer, in: model.chrome.language)
    }

    /// A headline is broken between its clauses before anywhere else.
    private static func clauses(_ verdict: String) -> [String] {
        let parts = verdict.split(separator: "\u{FF0C}", omittingEmptySubsequences: false).map { String($0) }
        return parts.dropLast().map { $0 + "\u{FF0C}" } + parts.suffix(1)
    }

    private static func markedPeriod(_ answer: CoverageAnswer) -> Period? {
        answer.outcome == .pending || answer.outcome == .noMatch ? nil : answer.period
    }

    private static func asked(_ model: AnswerModel) -> Values {
        let language = model.chrome.language
        let proof =
            switch model.asked.proof {
            case .vinSuffix: Phrase("车架号后六位", "the last six of the VIN")
            case .fullVIN: Phrase("完整车架号", "the full VIN")
            case .vinAndPolicyNumber: Phrase("完整车架号和保险单号后六位", "the full VIN and the end of the policy number")
            }
        let moment = MomentText.moment(model.answer.on, in: language)
        let known = MomentText.moment(model.answer.knownAt, in: language, seconds: true)
        return [
            "plate": model.asked.maskedPlate,
            "proof": proof.text(in: language),
            "moment": model.answer.tense == .present
                ? Phrase("现在，\(moment)", "now, \(moment)").text(in: language) : moment,
            "knownAt": model.answer.isAboutEarlierKnowledge
                ? Phrase("按 \(known) 时登记簿里的记录", "on the records known at \(known)").text(in: language) : nil,
        ]
    }

    private static func typed(_ fields: QuestionFields) -> Values {
        let pairs = [
            ("form", fields.form.rawValue), ("plate", fields.plate), ("category", fields.category),
            ("vinSuffix", fields.vinSuffix), ("vin", fields.vin), ("policyNumberSuffix", fields.policyNumberSuffix),
            ("date", fields.date), ("time", fields.time),
        ]
        let inputs: [Values] = pairs.filter { !$0.1.isEmpty }.map { ["name": $0.0, "value": $0.1] }
        return ["inputs": inputs]
    }

    private static func register(_ answer: CoverageAnswer, in language: Language) -> String {
        let size = Page.grouped(answer.treeSize)
        let moment = MomentText.moment(answer.asOf, in: language, seconds: true)
        return Phrase(
            "共 \(size) 条记录，查询于 \(moment)", "\(size) entries, asked at \(moment)"
        ).text(in: language)
    }

    private static func flags(_ answer: CoverageAnswer, in language: Language) -> Values? {
        let items: [Values] = answer.flags.map { ["sentence": AnswerTexts.flag($0, in: language)] }
        return items.isEmpty ? nil : ["items": items]
    }

    private static func citations(_ answer: CoverageAnswer) -> Values? {
        let items: [Values] = answer.citations.map { ["instrument": $0.instrument.title, "article": $0.article] }
        return items.isEmpty ? nil : ["items": items]
    }
}
