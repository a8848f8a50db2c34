/// An endorsement's facts, complete and possible.
struct EndorsementFacts {
    let kind: EndorsementKind
    let matter: EndorsementMatter?
    let oldPremium: Amount
    let newPremium: Amount
    /// Of a daily rate only.
    let course: (period: ContractPeriod, effectiveAt: Instant)?

    /// Refuses with everything that stands against an endorsement.
    init(_ request: EndorsementRequest) throws(Refusal) {
        var objections = Objections()
        let kind = Self.kind(of: request, &objections)
        let oldPremium = objections.need(request.oldPremium, .oldPremium, at: "oldPremium")
        let newPremium = objections.need(request.newPremium, .newPremium, at: "newPremium")
        if let oldPremium, oldPremium < .zero { objections.add(.amountNegative(.oldPremium, at: "oldPremium")) }
        if let newPremium, newPremium < .zero { objections.add(.amountNegative(.newPremium, at: "newPremium")) }
        if let start = request.start, let end = request.end, start >= end {
            objections.add(.endNotAfterStart(at: "end"))
        }
        if let effectiveAt = request.effectiveAt,
            let finding = UnderwritingCodeEdition.objection(to: effectiveAt.shanghaiDate, at: "effectiveAt")
        {
            objections.add(finding)
        }
        course = kind == .dailyRate ? Self.course(of: request, &objections) : nil
        guard objections.isEmpty, let kind, let oldPremium, let newPremium else { throw objections.refusal }
        self.kind = kind
        matter = request.matter
        self.oldPremium = oldPremium
        self.newPremium = newPremium
    }

    private static func kind(of request: EndorsementRequest, _ objections: inout Objections) -> EndorsementKind? {
        guard let matter = request.matter else { return objections.need(request.kind, .endorsementKind, at: "kind") }
        guard let kind = matter.kind else {
            objections.add(periodFixed)
            return nil
        }
        if let asked = request.kind, asked != kind { objections.add(kindMistaken(matter, kind)) }
        return kind
    }

    private static func course(
        of request: EndorsementRequest, _ objections: inout Objections
    ) -> (period: ContractPeriod, effectiveAt: Instant)? {
        let start = objections.need(request.start, .termStart, at: "start")
        let end = objections.need(request.end, .termEnd, at: "end")
        let effectiveAt = objections.need(request.effectiveAt, .effectiveAt, at: "effectiveAt")
        guard let start, let end, let effectiveAt, start < end else { return nil }
        if effectiveAt >= end { objections.add(ContractPeriod.over(at: "effectiveAt")) }
        let period = ContractPeriod(start: start, end: end)
        if period.days == 0 { objections.add(ContractPeriod.withinOneDay) }
        return (period, effectiveAt)
    }

    private static let periodFixed = Finding(
        code: "periodNotEndorsable", message: "禁止批改交强险的保险期间；营业性机动车停驶的，请按停驶办理顺延。",
        english:
            "The period of insurance may not be endorsed; "
            + "for a commercial vehicle that is laid up, ask for the extension.",
        path: "matter", citation: EndorsementMatter.period.citation)

    private static func kindMistaken(_ matter: EndorsementMatter, _ kind: EndorsementKind) -> Finding {
        Finding(
            code: "kindMistaken", message: "“\(matter.title.chinese)”应“\(kind.title.chinese)”，请改正批改方式。",
            english:
                "An endorsement for “\(matter.title.english)” is reckoned “\(kind.title.english)”: correct the kind.",
            path: "kind", citation: matter.citation)
    }
}
