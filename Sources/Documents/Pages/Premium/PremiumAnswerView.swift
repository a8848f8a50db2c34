import Registry
import Regulation

/// What the premium page says once it has an answer.
struct PremiumAnswerView {
    private let answer: PremiumModel.Answer
    private let fields: PremiumFields
    private let language: Language
    private let figure: Figure

    init(_ answer: PremiumModel.Answer, _ fields: PremiumFields, _ language: Language) {
        self.answer = answer
        self.fields = fields
        self.language = language
        figure = answer.report.result.premium.node
    }

    func values() -> Values {
        let result = answer.report.result
        // Histories are set from plain answers, and so is a day of application that was left open.
        let isAppliedAssumed = fields[.applied].isEmpty
        let paidPath = fields[.paid].isEmpty ? "" : "history.claims[\(answer.request.history.claims.count - 1)].paidAt"
        let drawing = FigureDrawing(language: language) { path in
            if path == paidPath { return false }
            return path.hasPrefix("history.policies") || path.hasPrefix("history.claims")
                || (isAppliedAssumed && path == "appliedAt")
        }
        return [
            "amount": LawTypography.yuan(result.premium.value),
            "label": label.text(in: language),
            "sentence": sentence,
            "period": period,
            "stair": StairDrawing(figure, drawing).map { $0.values() },
            "trunkless": StairDrawing(figure, drawing) == nil ? drawing.values(figure) : nil,
            "otherwise": otherwise,
            "ladder": ladder,
            // Accidents told in words have no dates to be checked.
            "notes": LawDerivation.notes(answer.report.remarks, in: language),
            "citations": LawDerivation.citations(of: [figure]),
            "derivation": LawDerivation.text(of: figure, in: language),
        ]
    }

    private var isShort: Bool { answer.request.shortTerm != nil }

    private var label: Phrase {
        isShort
            ? Phrase("交强险短期保费", "Compulsory insurance, short term")
            : Phrase("交强险一年保费", "Compulsory insurance, one year")
    }

    /// In two parts, so that a date is not torn at the end of a line.
    private var period: Values? {
        guard let start = answer.request.start, let end = answer.request.end else { return nil }
        let from = MomentText.moment(start, in: language)
        let to = MomentText.moment(end, in: language)
        return [
            "from": Phrase("\(from)起", "From \(from)").text(in: language),
            "to": Phrase("到 \(to)止", "to \(to)").text(in: language),
        ]
    }

    /// Row and base, days of a short term, and what the history does, in one sentence.
    private var sentence: String {
        let result = answer.report.result
        let row = result.tariffRow.title
        let base = LawTypography.money(result.basePremium, in: language)
        let short = shortTermClause.map { $0.text(in: language) } ?? ""
        let float = floatClause.text(in: language)
        return switch language {
        case .chinese: "\(LawTypography.set(row, in: .chinese))，全年基础保费\u{2009}\(base)\(short)；\(float)。"
        case .english: "\(LawTypography.set(row, in: .english)): base premium \(base) a year\(short); \(float)."
        }
    }

    private var shortTermClause: Phrase? {
        guard isShort, let days = Self.find("chargedDays", in: figure)?.value else { return nil }
        let text = LawTypography.value(days, in: language)
        return Phrase("，按 \(text)计费", ", charged for \(text)")
    }

    private var floatClause: Phrase {
        let result = answer.report.result
        let percent = result.floatingPercent
        let size = "\(percent.magnitude)%"
        if result.floatingFactor == .none {
            let reason = Self.find("floatingFactor", in: figure)?.reason ?? result.floatingFactor.title
            return Phrase(ChineseText(stringLiteral: reason.chinese), reason.english)
        }
        let factor = result.floatingFactor.title
        let change =
            percent < 0
            ? Phrase("下浮 \(size)", "so \(size) less")
            : percent > 0 ? Phrase("上浮 \(size)", "so \(size) more") : Phrase("不上浮也不下浮", "so neither more nor less")
        return Phrase("\(factor.chinese)，\(change.chinese)", "\(factor.english), \(change.english)")
    }

    private static func find(_ code: String, in figure: Figure) -> Figure? {
        if figure.name.code == code { return figure }
        for input in figure.inputs {
            if let found = find(code, in: input) { return found }
        }
        return nil
    }

    /// Counterfactuals of the law itself; one that hangs on a date nobody gave would say nothing.
    private var otherwise: Values? {
        let actual = answer.report.result.premium.value
        let isPaymentDated = !fields[.paid].isEmpty
        let told = answer.report.counterfactuals.filter { $0.code != "earlierRenewal" || isPaymentDated }
        let greatest = max(told.map(\.premium).max() ?? .zero, actual)
        let items: [Values] = told.map { other in
            let isLess = other.difference < .zero
            let difference = LawTypography.money(
                Amount(fen: abs(other.difference.fen)) ?? .zero, in: language)
            return [
                "title": Self.title(of: other, in: language),
                "amount": LawTypography.money(other.premium, in: language),
                "difference":
                    (isLess
                    ? Phrase("少 \(difference)", "\(difference) less")
                    : Phrase("多 \(difference)", "\(difference) more")).text(in: language),
                "width": Self.width(other.premium, of: greatest),
                "tone": isLess ? "less" : "more",
            ]
        }
        if items.isEmpty { return nil }
        let now: Values = [
            "title": PremiumTexts.phrases["now"]?.text(in: language),
            "amount": LawTypography.money(actual, in: language),
            "width": Self.width(actual, of: greatest), "isNow": true,
        ]
        return ["items": [now] + items]
    }

    /// The sentence without the sum, which stands beside it.
    private static func title(of other: Counterfactual, in language: Language) -> String {
        let text = LawTypography.set(other.sentence, in: language)
        let mark: Character = language == .chinese ? "\u{FF1A}" : ":"
        guard let end = text.lastIndex(of: mark) else { return text }
        return String(text[..<end])
    }

    /// What each history would cost; `nil` where it makes no difference.
    private var ladder: Values? {
        let rungs = answer.rungs
        guard Set(rungs.map(\.amount)).count > 1, let greatest = rungs.map(\.amount).max() else { return nil }
        let items: [Values] = rungs.map { rung in
            [
                "title": rung.record.shortTitle.text(in: language),
                "percent": LawTypography.change(percent: rung.percent),
                "amount": LawTypography.yuan(rung.amount),
                "width": Self.width(rung.amount, of: greatest),
                "tone": rung.percent < 0 ? "less" : rung.percent > 0 ? "more" : "same",
                "isNow": rung.record.rawValue == fields[.record] && fields[.circumstance].isEmpty,
            ]
        }
        return ["items": items]
    }

    private static func width(_ amount: Amount, of greatest: Amount) -> Int64 {
        greatest.fen > 0 ? max(amount.fen, 0) * 1000 / greatest.fen : 0
    }
}
