/// The refund on cancellation (Regulation art. 17; tariff 2008, 解除保险合同保费计算办法; duplicates: Underwriting
/// Code 5(2)4): before the start all of it, after it by days, without a fee.
public enum RefundRule {
    static let formula = Citation(.tariff2008, "解除保险合同保费计算办法")
    static let duplicates = Citation(.underwritingCode2020, "第五节二(四)")

    /// Refuses a cancellation at or after the end, and of the earlier of two contracts.
    @specialized(where D == Recorded)
    @specialized(where D == Unrecorded)
    public static func refund<D: Derivation>(
        of request: RefundRequest, by tables: LawTables, as derivation: D.Type, _ remarks: inout Remarks
    ) throws(Refusal) -> RefundResult<D.Node> {
        let facts = try RefundFacts(request, by: tables)
        remarks.note(facts.row, of: .cancellationGrounds)
        return RefundResult(
            refund: try amount(of: facts, as: derivation, &remarks), party: facts.terms.party,
            evidence: facts.terms.evidence)
    }

    private static func amount<D: Derivation>(
        of facts: RefundFacts, as derivation: D.Type, _ remarks: inout Remarks
    ) throws(Refusal) -> Derived<Amount, D.Node> {
        let premium = D.node(.fact(.contractPremium, .amount(facts.premium), at: "premium"))
        let ground = groundNode(of: facts, as: derivation)
        let start = D.node(.fact(.termStart, .instant(facts.period.start), at: "start"))
        if let otherStart = facts.otherStart {
            let other = D.node(.fact(.otherStart, .instant(otherStart), at: "otherStart"))
            let node = D.node(
                { Figure(.refund, .amount(facts.premium), .choose, citation: duplicates, inputs: $0, reason: later) },
                over: [premium, ground, start, other])
            return Derived(facts.premium, node)
        }
        if facts.cancelledAt <= facts.period.start {
            let at = D.node(.fact(.cancelledAt, .instant(facts.cancelledAt), at: "cancelledAt"))
            let node = D.node(
                { Figure(.refund, .amount(facts.premium), .choose, citation: formula, inputs: $0, reason: notBegun) },
                over: [premium, ground, start, at])
            return Derived(facts.premium, node)
        }
        guard let share = facts.period.remainingShare(at: facts.cancelledAt),
            let refund = facts.premium.times(share, .halfUpToFen)
        else { throw Refusal(ContractPeriod.withinOneDay) }
        remarks.note(.readingUnverified(countsToTheDay, Citation(.regulation2019, "第17条"), at: "cancelledAt"))
        let left = facts.period.remainingNode(
            at: facts.cancelledAt, name: .cancelledAt, path: "cancelledAt", citation: formula, as: derivation)
        let node = D.node(
            {
                Figure(
                    .refund, .amount(refund), .multiply, citation: formula, inputs: $0, rounding: .halfUpToFen,
                    reason: begun)
            }, over: [premium, left, ground])
        return Derived(refund, node)
    }

    private static func groundNode<D: Derivation>(of facts: RefundFacts, as derivation: D.Type) -> D.Node {
        let ground = facts.ground
        let fact = D.node(
            .fact(.cancellationGround, .word(code: ground.rawValue, title: ground.title), at: "ground"))
        return D.node(
            {
                Figure(
                    .cancellationGround, .word(code: ground.rawValue, title: ground.title), .lookUp,
                    citation: facts.row.citation, inputs: $0, status: facts.row.status, reason: facts.terms.condition)
            }, over: [fact])
    }

    private static let later = Sentence(
        "重复投保只能解除起期在后的合同，这一份起期在后，全额退还。",
        "Of two contracts only the one that starts later may be cancelled; this one does, and all of it is returned.")
    private static let notBegun = Sentence(
        "保险责任尚未开始，全额退还。", "Cover had not begun, so all of the premium is returned.")
    private static let begun = Sentence(
        "保险责任已经开始，按未了责任天数占保险期间天数的比例退还，不收手续费。",
        "Cover had begun, so the premium is returned by the days that remain, without a fee.")
    private static let countsToTheDay = Sentence(
        "已了责任天数按解除之日与起期之日的日期差计算，解除当日不计入；条文未写明解除当日是否计入。",
        "The days of cover are the difference between the two dates; the day of cancellation does not count. The text "
            + "does not say whether it does.")
}
