/// What compulsory insurance pays for an accident — Regulation 21 to 23; Supreme Court Interpretation 15, 16, 18 and
/// 19; claims practice.
///
/// Each vehicle's policy has three limits for the accident, by its fault; the degree of fault plays no part. Losses are
/// shared among the policies that answer for them item by item, exactly, and made fen once at the end.
public enum CompensationRule {
    /// The result alone.
    public static func compensation(
        for request: CompensationRequest, by tables: LawTables, _ remarks: inout Remarks
    ) throws(Refusal) -> Compensation<Unrecorded.Nothing> {
        try compensation(for: request, by: tables, as: Unrecorded.self, &remarks)
    }

    /// The result with the way each payment came about.
    public static func explainedCompensation(
        for request: CompensationRequest, by tables: LawTables, _ remarks: inout Remarks
    ) throws(Refusal) -> Compensation<Figure> {
        try compensation(for: request, by: tables, as: Recorded.self, &remarks)
    }

    static func compensation<D: Derivation>(
        for request: CompensationRequest, by tables: LawTables, as derivation: D.Type, _ remarks: inout Remarks
    ) throws(Refusal) -> Compensation<D.Node> {
        let accident = try request.accident()
        let limits = try AccidentLimits(accidentOn: accident.date, by: tables.liabilityLimits)
        let clause = AccidentSettlement(accident, limits, under: .clause)
        let payments = payments(of: clause, accident, limits, as: derivation)
        CompensationNotes(accident: accident, settlement: clause).add(to: &remarks)
        for item in CompensationItem.allCases {
            for vehicle in accident.vehicles {
                remarks.note(limits.limit(for: item, vehicle.heading).row, of: .liabilityLimits)
            }
        }
        return Compensation(
            payments: payments, courtPayments: courtPayments(besides: payments, accident, limits, as: derivation),
            uncompensated: clause.uncompensated(),
            knockForKnock: KnockForKnockRule.settlement(accident, limits, as: derivation),
            total: total(of: payments, as: derivation))
    }

    private static func payments<D: Derivation>(
        of settlement: AccidentSettlement, _ accident: Accident, _ limits: AccidentLimits, as derivation: D.Type
    ) -> [CompensationPayment<D.Node>] {
        let figures = CompensationFigures(accident: accident, limits: limits)
        let payments = settlement.items.flatMap { item in
            item.lines.compactMap { line -> CompensationPayment<D.Node>? in
                guard line.fen > 0, let amount = Amount(fen: line.fen) else { return nil }
                let vehicle = accident.vehicles[line.payer]
                let payer = line.pair == nil ? substitute(line, of: item, accident) : vehicle.payer
                let isInsurers = payer == .insurerOf(vehicle.id)
                return CompensationPayment(
                    from: vehicle.id, to: item.claims[line.claim].id, item: item.item, amount: amount,
                    heading: vehicle.heading, paidBy: payer,
                    recourse: isInsurers && item.item != .property && vehicle.cause != nil,
                    node: D.node(figures.payment(line, of: item, amount: amount)))
            }
        }
        return payments.sorted { ($0.from, $0.to, $0.item.order) < ($1.from, $1.to, $1.item.order) }
    }

    /// Who hands over what a vehicle without fault owes: the insurer of the vehicle that receives it; where either of
    /// the two is not insured, there is no insurer to do so, and it comes from the vehicle without fault itself.
    private static func substitute(
        _ line: ItemSettlement.Line, of settlement: ItemSettlement, _ accident: Accident
    ) -> CompensationPayer {
        let giver = accident.vehicles[line.payer]
        guard giver.insured, let receiver = settlement.claims[line.claim].vehicle,
            accident.vehicles[receiver].insured
        else { return giver.payer }
        return accident.vehicles[receiver].payer
    }

    /// The Supreme Court's reading, where a ground of exclusion makes it differ.
    private static func courtPayments<D: Derivation>(
        besides payments: [CompensationPayment<D.Node>], _ accident: Accident, _ limits: AccidentLimits,
        as derivation: D.Type
    ) -> [CompensationPayment<D.Node>]? {
        guard accident.vehicles.contains(where: { $0.cause?.courtPaysInjuries == true }) else { return nil }
        let court = Self.payments(
            of: AccidentSettlement(accident, limits, under: .court), accident, limits, as: derivation)
        let isSame = court.elementsEqual(payments) {
            $0.from == $1.from && $0.to == $1.to && $0.item == $1.item && $0.amount == $1.amount
        }
        return isSame ? nil : court
    }

    private static func total<D: Derivation>(
        of payments: [CompensationPayment<D.Node>], as derivation: D.Type
    ) -> Derived<Amount, D.Node> {
        let sum = payments.reduce(Amount.zero) { $0.adding($1.amount) ?? $0 }
        return Derived(
            sum,
            D.node(
                { inputs in
                    Figure(.compensation, .amount(sum), .add, citation: .liabilityLimits, inputs: inputs)
                }, over: payments.map(\.node)))
    }
}
