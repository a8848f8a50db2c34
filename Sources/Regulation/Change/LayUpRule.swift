/// The extension of the period while a commercial vehicle is laid up (Underwriting Code 5(5)): once, for one to four
/// months; the end moves by the days rested.
public enum LayUpRule {
    static let article = Citation(.underwritingCode2020, "第五节五")

    /// Refuses whatever the code does not grant.
    @specialized(where D == Recorded)
    @specialized(where D == Unrecorded)
    public static func newEnd<D: Derivation>(
        of request: LayUpRequest, by tables: LawTables, as derivation: D.Type, _ remarks: inout Remarks
    ) throws(Refusal) -> LayUpResult<D.Node> {
        let facts = try LayUpFacts(request, by: tables)
        remarks.note(facts.shortest, of: .deadlines)
        remarks.note(facts.longest, of: .deadlines)
        remarks.note(.readingUnverified(countsDays, Citation(.layUpRules2009, "顺延天数"), at: "to"))
        let days = facts.from.shanghaiDate.days(to: facts.to.shanghaiDate)
        let newEnd = facts.end.adding(days: days)
        let from = D.node(.fact(.layUpFrom, .instant(facts.from), at: "from"))
        let to = D.node(.fact(.layUpTo, .instant(facts.to), at: "to"))
        let rested = D.node(
            {
                Figure(
                    .restedDays, .count(days, .days), .span, citation: Citation(.layUpRules2009, "顺延天数"),
                    inputs: $0, status: .unverified)
            }, over: [from, to])
        let use = D.node(
            .fact(.vehicleUse, .word(code: facts.use.rawValue, title: facts.use.title), at: "use"))
        let end = D.node(.fact(.termEnd, .instant(facts.end), at: "end"))
        let node = D.node(
            { Figure(.newEnd, .instant(newEnd), .shift, citation: article, inputs: $0, reason: granted) },
            over: [end, rested, use])
        return LayUpResult(newEnd: Derived(newEnd, node), restedDays: days)
    }

    private static let granted = Sentence(
        "营业性机动车在合同有效期内停驶，办理一次保险期间顺延，止期后移停驶的天数，不加收保险费。",
        "A commercial vehicle was laid up during the contract: the period is extended once, its end moves by the days "
            + "rested, and no premium is added.")
    private static let countsDays = Sentence(
        "顺延天数按停驶起止的日历天数计算；中保协发〔2009〕68号原文尚未取得，天数算法、所需材料和复驶手续有待确认。",
        "The end moves by the calendar days of the lay-up; the association's rules of 2009 were not found, so the "
            + "count, the documents and the steps of resumption are to be confirmed.")
}

extension VehicleUse {
    /// Whether the vehicle earns by carrying (营业性机动车).
    var isCommercial: Bool {
        switch self {
        case .rental, .cityBus, .highwayCoach, .commercial: true
        case .household, .enterprise, .government, .nonCommercial: false
        }
    }
}
