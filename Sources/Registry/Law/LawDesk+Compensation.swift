import Regulation

extension LawDesk {
    /// Of more figures no derivation is sent: nobody reads them, and what many share is told once for each.
    private static let mostFigures = 10_000

    func compensation(_ request: CompensationRequest, isExplained: Bool) throws(Refusal) -> LawResult {
        var remarks = Remarks()
        guard isExplained else {
            let result = try CompensationRule.compensation(for: request, by: tables, &remarks)
            return LawResult(members(of: result) { _ in nil }, remarks)
        }
        let result = try CompensationRule.explainedCompensation(for: request, by: tables, &remarks)
        let isTold = result.total.node.hasFigures(upTo: Self.mostFigures)
        if !isTold { remarks.warn(.derivationTooLong(Self.mostFigures)) }
        return LawResult(
            members(of: result) { isTold ? $0 : nil }, remarks, figure: isTold ? result.total.node : nil,
            counterfactuals: try CompensationRule.counterfactuals(for: request, by: tables).map(Self.counterfactual))
    }

    private static func counterfactual(_ other: CompensationCounterfactual) -> LawResult.Counterfactual {
        LawResult.Counterfactual(
            code: "faultTurnedRound", sentence: other.sentence,
            members: [
                LawMember("vehicle", "车辆", "vehicle", .text(other.vehicle)),
                LawMember("paid", "该车限额内赔付", "paid out of its cover", .amount(other.paid)),
                LawMember("total", "各方合计获赔", "paid in all", .amount(other.total)),
                LawMember("difference", "与现在相差", "difference", .amount(other.difference)),
            ])
    }

    private func members<Node>(
        of result: Compensation<Node>, _ figure: (Node) -> Figure?
    ) -> [LawMember] {
        let uncompensated = result.uncompensated.map { loss in
            LawValue.object([
                LawMember("id", "对象", "of", .text(loss.id)), Self.item(loss.item),
                LawMember("amount", "金额", "amount", .amount(loss.amount)),
            ])
        }
        // The tree of the result holds the figures of its payments; the other payments carry theirs along.
        let court = result.courtPayments.map { payments in payments.map { Self.payment($0, figure($0.node)) } }
        let knockForKnock = result.knockForKnock
        return [
            LawMember("total", "合计", "in all", .amount(result.total.value)),
            LawMember("payments", "赔付", "payments", .list(result.payments.map { Self.payment($0, nil) })),
            LawMember(
                "courtPayments", "按最高人民法院的解释", "payments as the Supreme Court reads the law",
                court.map { .list($0) } ?? .null),
            LawMember("uncompensated", "交强险未赔足的损失", "what is left open", .list(uncompensated)),
            LawMember(
                "knockForKnock", "互碰自赔（仅供对照）", "knock for knock, shown beside",
                .object([
                    LawMember("eligible", "可以适用", "may be used", .value(.flag(knockForKnock.isEligible))),
                    LawMember("reasons", "不适用的原因", "why not", .findings(knockForKnock.reasons)),
                    LawMember(
                        "payments", "赔付", "payments",
                        .list(knockForKnock.payments.map { Self.payment($0, figure($0.node)) })),
                ])),
        ]
    }

    private static func item(_ item: CompensationItem) -> LawMember {
        LawMember("item", "项目", "item", .value(.word(code: item.rawValue, title: item.title)))
    }

    private static func payment<Node>(_ payment: CompensationPayment<Node>, _ figure: Figure?) -> LawValue {
        let heading = payment.heading
        let members = [
            LawMember("from", "承担车辆", "from", .text(payment.from)), LawMember("to", "受偿方", "to", .text(payment.to)),
            item(payment.item), LawMember("amount", "金额", "amount", .amount(payment.amount)),
            LawMember("heading", "限额", "limits", .value(.word(code: heading.rawValue, title: heading.title))),
            LawMember("paidBy", "支付人", "paid by", payer(payment.paidBy)),
            LawMember("recourse", "可追偿", "recourse", .value(.flag(payment.recourse))),
        ]
        return .object(members + (figure.map { [LawMember("figure", "推导", "derivation", .figure($0))] } ?? []))
    }

    private static func payer(_ payer: CompensationPayer) -> LawValue {
        switch payer {
        case .insurerOf(let id):
            .told(
                .object([LawMember("insurerOf", "保险人", "insurer of", .text(id))]),
                Sentence("\(id) 的保险公司", "the insurer of \(id)"))
        case .ownerOf(let id):
            .told(
                .object([LawMember("ownerOf", "所有人", "owner of", .text(id))]),
                Sentence("\(id) 的所有人", "the owner of \(id)"))
        }
    }
}

extension Figure {
    /// Whether there are no more figures than that, each counted wherever it stands.
    fileprivate func hasFigures(upTo most: Int) -> Bool {
        var left = most
        return count(downFrom: &left)
    }

    private func count(downFrom left: inout Int) -> Bool {
        left -= 1
        return left >= 0 && inputs.allSatisfy { $0.count(downFrom: &left) }
    }
}
