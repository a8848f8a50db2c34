/// The premium an endorsement adds or returns (Underwriting Code 5(3): by daily rate; 5(4): redetermined for the year).
public enum EndorsementRule {
    /// Refuses any endorsement of the period itself, and one by daily rate once the period is over.
    @specialized(where D == Recorded)
    @specialized(where D == Unrecorded)
    public static func delta<D: Derivation>(
        of request: EndorsementRequest, as derivation: D.Type, _ remarks: inout Remarks
    ) throws(Refusal) -> EndorsementResult<D.Node> {
        let facts = try EndorsementFacts(request)
        guard let whole = facts.newPremium.subtracting(facts.oldPremium) else {
            throw Refusal(.amountOutOfBounds(.premiumDifference))
        }
        let citation = facts.matter?.citation ?? facts.kind.citation
        let old = D.node(.fact(.oldPremium, .amount(facts.oldPremium), at: "oldPremium"))
        let new = D.node(.fact(.newPremium, .amount(facts.newPremium), at: "newPremium"))
        guard let course = facts.course else {
            if whole <= .zero { remarks.warn(notRaised) }
            let node = D.node(
                {
                    Figure(
                        .endorsementDelta, .amount(whole), .subtract, citation: citation, inputs: $0, reason: yearly)
                }, over: [new, old])
            return EndorsementResult(kind: facts.kind, delta: Derived(whole, node))
        }
        guard let share = course.period.remainingShare(at: course.effectiveAt),
            let delta = whole.times(share, .halfUpToFen)
        else { throw Refusal(ContractPeriod.withinOneDay) }
        remarks.note(.readingUnverified(byRemainingDays, citation))
        let difference = D.node(
            { Figure(.premiumDifference, .amount(whole), .subtract, citation: citation, inputs: $0) }, over: [new, old])
        let left = course.period.remainingNode(
            at: course.effectiveAt, name: .effectiveAt, path: "effectiveAt", citation: citation, as: derivation)
        let node = D.node(
            {
                Figure(
                    .endorsementDelta, .amount(delta), .multiply, citation: citation, inputs: $0,
                    rounding: .halfUpToFen, reason: daily)
            }, over: [difference, left])
        return EndorsementResult(kind: facts.kind, delta: Derived(delta, node))
    }

    private static let daily = Sentence(
        "自批改生效之日起按日费率增加或减少保险费，正数加收，负数退还。",
        "From the day it takes effect the premium changes by the daily rate; a positive sum is added, a negative one "
            + "returned.")
    private static let yearly = Sentence(
        "按照保单年度重新核定保险费，收取全年差额，不按日计算。",
        "The premium is redetermined for the year of the policy: the whole difference is due, not by days.")
    private static let byRemainingDays = Sentence(
        "日费率按“保险费差额×未了责任天数÷保险期间天数”计算；规程只写明按照日费率。",
        "By daily rate is read as the difference × days that remain ÷ days of the period; "
            + "the code only says by daily rate."
    )
    private static let notRaised = Finding(
        code: "redeterminationNotRaised", message: "重新核定的保险费没有上升；规程只就保险费上升或危险程度增加的情形规定重新核定，请核对。",
        english:
            "The redetermined premium is not higher; the code provides for this where it rises: check both premiums.",
        path: "newPremium", citation: EndorsementKind.redetermination.citation)
}
