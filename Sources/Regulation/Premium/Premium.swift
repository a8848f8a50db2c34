/// The premium of a policy: the base premium of its row, by days for a short term, moved by the history — Underwriting
/// Code 3, Tariffs of 2006 and 2008, Floating Rules.
public enum Premium {
    /// The premium alone. Refuses with everything that is missing, contradictory or not encoded.
    public static func premium(
        of request: borrowing PremiumRequest, by tables: borrowing LawTables, _ remarks: inout Remarks
    ) throws(Refusal) -> PremiumResult<Unrecorded.Nothing> {
        try premium(of: request, by: tables, as: Unrecorded.self, &remarks)
    }

    /// The same with the tree of figures that leads to it.
    public static func explainedPremium(
        of request: borrowing PremiumRequest, by tables: borrowing LawTables, _ remarks: inout Remarks
    ) throws(Refusal) -> PremiumResult<Figure> {
        try premium(of: request, by: tables, as: Recorded.self, &remarks)
    }

    static func premium<D: Derivation>(
        of request: borrowing PremiumRequest, by tables: borrowing LawTables, as derivation: D.Type,
        _ remarks: inout Remarks
    ) throws(Refusal) -> PremiumResult<D.Node> {
        let facts: PremiumFacts
        let rates: PremiumRates
        do {
            facts = try PremiumFacts(request, &remarks)
            rates = try PremiumRates(facts, of: request, by: tables)
        } catch {
            throw PremiumObjections.all(to: copy request, by: copy tables, after: error)
        }
        facts.note(in: &remarks)
        rates.note(facts, of: request, by: tables, in: &remarks)
        let full = try fullYear(facts, rates, of: request, by: tables, as: derivation)
        let charged = try shortTerm(full, facts, of: request, as: derivation)
        return PremiumResult(
            premium: try floated(charged, facts, rates, of: request, by: tables, as: derivation),
            basePremium: rates.base.amount, tariffRow: facts.decision.row, floatingFactor: facts.standing.factor,
            floatingPercent: rates.float.percent, drinkDrivingPercent: rates.float.drinkDriving?.percent ?? 0,
            violationPercent: rates.float.violations?.percent ?? 0,
            motorcycleRegionPercent: rates.motorcycleRegionPercent)
    }

    /// The base premium of the row, with a region's own factor for motorcycles.
    private static func fullYear<D: Derivation>(
        _ facts: PremiumFacts, _ rates: PremiumRates, of request: borrowing PremiumRequest,
        by tables: borrowing LawTables, as derivation: D.Type
    ) throws(Refusal) -> Derived<Amount, D.Node> {
        // A closure that is called, not an autoclosure: it borrows what it would otherwise copy for every premium.
        let node = D.node({ _ in rates.baseFigure(facts, of: request, by: tables) }, over: [])
        let base = Derived(rates.base.amount, node)
        guard let position = rates.motorcycleFactor else { return base }
        let percent = rates.motorcycleRegionPercent
        guard let amount = base.value.times(Int64(100 + percent), over: 100, .halfUpToFen) else {
            throw Refusal(.premiumOutOfRange)
        }
        let factor = D.node(
            tables.motorcycleRegionFactors.figure(at: position, inputs: [request.regionFact].compactMap { $0 }))
        let regional = D.node(
            { inputs in
                Figure(
                    .regionalPremium, .amount(amount), .multiply,
                    citation: Citation(.regionalMotorcycleFactor, "地区费率因子"), inputs: inputs,
                    rounding: .halfUpToFen)
            }, over: [base.node, factor])
        return Derived(amount, regional)
    }

    /// By days, seven at least, of 365, in whole yuan — Underwriting Code 3(2). A full year as it is.
    private static func shortTerm<D: Derivation>(
        _ full: Derived<Amount, D.Node>, _ facts: PremiumFacts, of request: borrowing PremiumRequest,
        as derivation: D.Type
    ) throws(Refusal) -> Derived<Amount, D.Node> {
        guard let ground = facts.term.ground else { return full }
        let days = facts.term.days
        let charged = max(days, 7)
        guard let amount = full.value.times(Int64(charged), over: 365, .halfUpToYuan) else {
            throw Refusal(.premiumOutOfRange)
        }
        let node = D.node(
            { inputs in
                Figure(
                    .shortTermPremium, .amount(amount), .multiply,
                    citation: Citation(.underwritingCode2020, "第三节二"), inputs: inputs, rounding: .halfUpToYuan,
                    reason: ground.title)
            }, over: [full.node, D.node(daysShare(days: days, charged: charged, of: request))])
        return Derived(amount, node)
    }

    /// Moved by the history: base × (1 + X), to the fen — Floating Rules 4.
    private static func floated<D: Derivation>(
        _ charged: Derived<Amount, D.Node>, _ facts: PremiumFacts, _ rates: PremiumRates,
        of request: borrowing PremiumRequest, by tables: borrowing LawTables, as derivation: D.Type
    ) throws(Refusal) -> Derived<Amount, D.Node> {
        let float = Int64(100 + rates.float.percent + (rates.float.drinkDriving?.percent ?? 0))
        let link = Int64(100 + (rates.float.violations?.percent ?? 0))
        guard let amount = charged.value.times(float * link, over: 10_000, .halfUpToFen) else {
            throw Refusal(.premiumOutOfRange)
        }
        let ratio = D.node({ _ in rates.floatingFigure(facts, of: request, by: tables) }, over: [])
        let node = D.node(
            { inputs in
                Figure(
                    .premium, .amount(amount), .multiply, citation: Citation(.floatingRules2007, "第4条"),
                    inputs: inputs + rates.linkFigures(of: request, by: tables), rounding: .halfUpToFen)
            }, over: [charged.node, ratio])
        return Derived(amount, node)
    }

    /// What part of a year is charged; the divisor is 365 in leap years too.
    private static func daysShare(days: Int, charged: Int, of request: PremiumRequest) -> Figure {
        let article = Citation(.underwritingCode2020, "第三节二")
        let span = Figure(
            .termDays, .count(days, .days), .span, citation: request.shortTerm?.citation,
            inputs: [request.startFact, request.endFact, request.shortTermFact].compactMap { $0 })
        let least = Figure(.leastDays, .count(7, .days), .constant, citation: article)
        let greatest = Figure(
            .chargedDays, .count(charged, .days), .greatest, citation: article, inputs: [span, least])
        let year = Figure(.yearDays, .count(365, .days), .constant, citation: article)
        let share = Ratio(Int64(charged), over: 365) ?? .one
        return Figure(.daysShare, .ratio(share), .divide, citation: article, inputs: [greatest, year])
    }
}
