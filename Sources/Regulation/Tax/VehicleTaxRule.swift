/// Vehicle tax as insurers collect it with the insurance (Vehicle Tax Law and Rules; announcements on collection by
/// insurers): the year's tax, what earlier years still owe, and 0.05 % a day for being late.
public enum VehicleTaxRule {
    /// Refuses where the region's row of the schedule is not encoded.
    @specialized(where D == Recorded)
    @specialized(where D == Unrecorded)
    public static func tax<D: Derivation>(
        of request: VehicleTaxRequest, by tables: LawTables, as derivation: D.Type, _ remarks: inout Remarks
    ) throws(Refusal) -> VehicleTaxResult<D.Node> {
        let facts = try VehicleTaxFacts(request)
        let reckoning = VehicleTaxReckoning<D>(facts: facts, table: tables.vehicleTax)
        var objections = Objections()
        let current = objections.attempt { () throws(Refusal) in try reckoning.currentTax(&remarks) }
        let earlier = reckoning.earlierYears.compactMap { year in
            objections.attempt { () throws(Refusal) in
                (year: year, tax: try reckoning.tax(of: year, .taxOfEarlierYear, monthsTaxed: 12, &remarks))
            }
        }
        guard objections.isEmpty, let current else { throw objections.refusal }
        if request.acquiredMonth != nil, !earlier.isEmpty { remarks.warn(newWithArrears) }
        let arrears = try total(.taxArrears, earlier.map(\.tax), .taxByInsurers, as: derivation)
        if !earlier.isEmpty { remarks.note(.readingUnverified(wholeYears, .taxByInsurers, at: "lastPaidYear")) }
        if facts.lateness == nil, arrears.value > .zero { remarks.warn(lateFeeUnknown) }
        if facts.lateness != nil, arrears.value > .zero {
            remarks.note(.readingUnverified(dueEachYear, .lateVehicleTax, at: "dueOn"))
        }
        var fees: [Derived<Amount, D.Node>] = []
        for entry in earlier + [(year: facts.year, tax: current)] {
            if let fee = try reckoning.lateFee(on: entry.tax, ofYear: entry.year) { fees.append(fee) }
        }
        var item: VehicleTaxItem?
        if case .taxed(let base) = facts.scope { item = base.item }
        let lateFee = try total(.lateFee, fees, .lateVehicleTax, as: derivation)
        return VehicleTaxResult(
            tax: current, arrears: arrears, lateFee: lateFee,
            total: try total(.taxToPay, [current, arrears, lateFee], .taxByInsurers, as: derivation), item: item)
    }

    private static func total<D: Derivation>(
        _ name: FigureName, _ parts: [Derived<Amount, D.Node>], _ citation: Citation, as derivation: D.Type
    ) throws(Refusal) -> Derived<Amount, D.Node> {
        var sum = Amount.zero
        for part in parts {
            guard let next = sum.adding(part.value) else { throw Refusal(.amountOutOfBounds(name)) }
            sum = next
        }
        let node = D.node(
            { Figure(name, .amount(sum), .add, citation: citation, inputs: $0) }, over: parts.map(\.node))
        return Derived(sum, node)
    }

    private static let wholeYears = Sentence(
        "往年补缴按前次缴税年度之后、本次纳税年度之前的每个整年计算，各年用当年的税额。",
        "Arrears are every whole year between the last one paid and the one asked about, each at its own rate.")
    private static let dueEachYear = Sentence(
        "滞纳金逐年计算，往年的应购买截止日期按所给日期的同月同日推算；条文未写明往年如何确定截止日期。",
        "The late fee is reckoned for each year by itself; an earlier year is taken to have been due on the same day "
            + "of its own year, which the text does not say.")
    private static let newWithArrears = Finding(
        code: "newVehicleWithArrears", message: "当年新购的车辆不应有往年欠税，请核对取得月份和前次缴税年度。",
        english:
            "A vehicle bought new in the year owes nothing for earlier years: check the month and the last year paid.",
        path: "lastPaidYear", citation: .newVehicleTax)
    private static let lateFeeUnknown = Finding(
        code: "lateFeeNotReckoned", message: "有往年欠税，但没有给出应购买交强险截止日期和购买之日，滞纳金没有计算。",
        english: "Earlier years owe tax, but without the due day and the day of payment no late fee was reckoned.",
        path: "dueOn", citation: .lateVehicleTax)
}
