/// A refund's facts, complete and possible.
struct RefundFacts {
    let premium: Amount
    let period: ContractPeriod
    let cancelledAt: Instant
    let ground: CancellationGround
    /// Of a duplicate only: the earlier contract's start.
    let otherStart: Instant?
    let row: TableRow<CancellationTerms>
    let terms: CancellationTerms

    /// Refuses with everything that stands against a refund.
    init(_ request: RefundRequest, by tables: LawTables) throws(Refusal) {
        var objections = Objections()
        let premium = objections.need(request.premium, .contractPremium, at: "premium")
        let start = objections.need(request.start, .termStart, at: "start")
        let end = objections.need(request.end, .termEnd, at: "end")
        let cancelledAt = objections.need(request.cancelledAt, .cancelledAt, at: "cancelledAt")
        let ground = objections.need(request.ground, .cancellationGround, at: "ground")
        var otherStart: Instant?
        if ground == .duplicate {
            otherStart = objections.need(request.otherStart, .otherStart, at: "otherStart")
        }
        if let premium, premium < .zero { objections.add(.amountNegative(.contractPremium, at: "premium")) }
        if let start, let end, start >= end { objections.add(.endNotAfterStart(at: "end")) }
        if let cancelledAt, let end, cancelledAt >= end { objections.add(ContractPeriod.over(at: "cancelledAt")) }
        if let start, let otherStart, otherStart >= start { objections.add(Self.notLater) }
        var entry: (row: TableRow<CancellationTerms>, value: CancellationTerms)?
        if let ground, let cancelledAt {
            entry = objections.attempt { () throws(Refusal) in
                try tables.cancellationGrounds.terms(of: ground, on: cancelledAt.shanghaiDate)
            }
        }
        guard objections.isEmpty, let premium, let start, let end, let cancelledAt, let ground, let entry else {
            throw objections.refusal
        }
        self.premium = premium
        period = ContractPeriod(start: start, end: end)
        self.cancelledAt = cancelledAt
        self.ground = ground
        self.otherStart = otherStart
        row = entry.row
        terms = entry.value
    }

    private static let notLater = Finding(
        code: "notTheLaterContract", message: "重复投保只能解除保险起期在后的合同；另一份合同的起期不早于这一份，这一份不能解除。",
        english:
            "Of duplicate contracts only the one that starts later may be cancelled; the other does not start earlier.",
        path: "otherStart", citation: RefundRule.duplicates)
}
