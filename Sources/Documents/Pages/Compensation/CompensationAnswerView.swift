import Registry
import Regulation

/// What the page on an accident says once it has an answer.
struct CompensationAnswerView {
    private let report: CompensationReport
    private let compensation: Compensation<Figure>
    private let language: Language
    private let drawing: FigureDrawing

    init(_ report: CompensationReport, _ language: Language) {
        self.report = report
        compensation = report.compensation
        self.language = language
        drawing = FigureDrawing(language: language)
    }

    func values() -> Values {
        let total = compensation.total
        let kinds = Set(compensation.payments.map { FlowDrawing.kind(of: $0.item) })
        return [
            "amount": LawTypography.yuan(total.value),
            "sentence": sentence,
            "flow": FlowDrawing(compensation.payments, in: language).map { $0.values() },
            "flowKeys": CompensationItem.allCases.filter { $0 != .rescueAdvance }.compactMap { item -> Values? in
                let kind = FlowDrawing.kind(of: item)
                return kinds.contains(kind)
                    ? ["kind": kind, "title": LawTypography.set(item.title, in: language)] : nil
            },
            "payments": payments(compensation.payments, isFirstOpen: true),
            "limits": list(LimitBars(report: report, language: language).values()),
            "open": open,
            "readings": readings,
            "knock": knock,
            "otherwise": otherwise,
            "notes": LawDerivation.notes(report.remarks, in: language),
            "citations": LawDerivation.citations(of: [total.node]),
            "derivation": LawDerivation.text(of: total.node, in: language),
        ]
    }

    private func list(_ items: [Values]) -> Values? { items.isEmpty ? nil : ["items": items] }

    /// Up to three streams are told; more are counted.
    private var sentence: String {
        var sums: [(from: String, to: String, amount: Amount)] = []
        for payment in compensation.payments {
            if let place = sums.firstIndex(where: { $0.from == payment.from && $0.to == payment.to }) {
                sums[place].amount = sums[place].amount.adding(payment.amount) ?? sums[place].amount
            } else {
                sums.append((payment.from, payment.to, payment.amount))
            }
        }
        if sums.isEmpty {
            return Phrase(
                "按填的情况，交强险没有要赔的。", "On what you gave, compulsory insurance has nothing to pay."
            ).text(in: language)
        }
        if sums.count > 3 {
            let (payers, payees) = (Set(sums.map(\.from)).count, Set(sums.map(\.to)).count)
            return Phrase(
                "由 \(payers) 辆车的交强险，赔给 \(payees) 方。",
                "Out of the cover of \(MomentText.counted(payers, "vehicle")), to \(payees) who suffered a loss."
            ).text(in: language)
        }
        let clauses = sums.map { sum in
            let amount = LawTypography.money(sum.amount, in: language)
            return Phrase(
                "\(sum.from)的交强险赔 \(sum.to) \(amount)", "the cover of \(sum.from) pays \(amount) to \(sum.to)"
            )
            .text(in: language)
        }
        let sentence = clauses.joined(separator: language == .chinese ? "；" : "; ")
        return LawTypography.set(sentence, in: language) + (language == .chinese ? "。" : ".")
    }

    /// The derivation of the first lies open, to show that there is one.
    private func payments(_ payments: [CompensationPayment<Figure>], isFirstOpen: Bool = false) -> Values? {
        list(
            payments.enumerated().map { place, payment in
                [
                    "from": payment.from, "to": LawTypography.set(payment.to, in: language),
                    "kind": FlowDrawing.kind(of: payment.item),
                    "item": LawTypography.set(payment.item.title, in: language),
                    "amount": LawTypography.money(payment.amount, in: language),
                    "payer": payer(of: payment), "recourse": payment.recourse,
                    "tree": drawing.values(payment.node), "isOpen": isFirstOpen && place == 0,
                ]
            })
    }

    /// Who hands it over, where it is not the insurer of the vehicle whose cover pays.
    private func payer(of payment: CompensationPayment<Figure>) -> String? {
        switch payment.paidBy {
        case .insurerOf(payment.from): nil
        case .insurerOf(let other):
            Phrase("由 \(other)的保险公司代付", "handed over by the insurer of \(other)").text(in: language)
        case .ownerOf(let owner):
            Phrase("没有投保，由 \(owner)的车主支付", "not insured: the owner of \(owner) pays").text(in: language)
        }
    }

    private var open: Values? {
        list(
            compensation.uncompensated.map { loss in
                [
                    "name": LawTypography.set(loss.id, in: language),
                    "item": LawTypography.set(loss.item.title, in: language),
                    "amount": LawTypography.money(loss.amount, in: language),
                ]
            })
    }

    /// The clauses and the courts side by side, where they differ.
    private var readings: Values? {
        guard let court = compensation.courtPayments else { return nil }
        let sum = court.reduce(Amount.zero) { $0.adding($1.amount) ?? $0 }
        return [
            "clauseTotal": LawTypography.money(compensation.total.value, in: language),
            "clause": payments(compensation.payments),
            "courtTotal": LawTypography.money(sum, in: language),
            "court": payments(court),
        ]
    }

    /// Only where vehicles met.
    private var knock: Values? {
        let knock = compensation.knockForKnock
        guard report.counterfactuals.count > 1 else { return nil }
        let reasons: [Values] = knock.reasons.map { finding in
            let text = language == .chinese ? finding.message : finding.english ?? finding.message
            return ["sentence": LawTypography.set(text, in: language)]
        }
        return [
            "isEligible": knock.isEligible, "payments": payments(knock.payments), "reasons": list(reasons),
        ]
    }

    private var otherwise: Values? {
        let others = report.counterfactuals.filter { $0.difference != .zero }
        let actual = compensation.total.value
        let greatest = max(others.map(\.total).max() ?? .zero, actual)
        guard !others.isEmpty, greatest > .zero else { return nil }
        let items: [Values] = others.map { other in
            let isLess = other.difference < .zero
            let difference = LawTypography.money(Amount(fen: abs(other.difference.fen)) ?? .zero, in: language)
            return [
                "title": title(of: other), "amount": LawTypography.money(other.total, in: language),
                "difference":
                    (isLess
                    ? Phrase("少 \(difference)", "\(difference) less")
                    : Phrase("多 \(difference)", "\(difference) more")).text(in: language),
                "width": other.total.fen * 1000 / greatest.fen, "tone": isLess ? "less" : "more",
            ]
        }
        let now: Values = [
            "title": Phrase("现在", "Now").text(in: language), "amount": LawTypography.money(actual, in: language),
            "width": actual.fen * 1000 / greatest.fen, "isNow": true,
        ]
        return ["items": [now] + items]
    }

    /// The rule's own sentence up to its first comma says which way the fault would be turned.
    private func title(of other: CompensationCounterfactual) -> String {
        let isAtFault = other.sentence.chinese.hasPrefix("如该车有责任")
        return
            (isAtFault
            ? Phrase("如果 \(other.vehicle)有责任", "Were \(other.vehicle) at fault")
            : Phrase("如果 \(other.vehicle)没有责任", "Were \(other.vehicle) without fault")).text(in: language)
    }
}
