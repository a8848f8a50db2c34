/// What a request says, complete and lawful: the row, the term, and how the history stands.
struct PremiumFacts: Sendable {
    let decision: TariffDecision
    let term: Term
    let appliedAt: Instant
    let appliedDate: CivilDate
    let standing: HistoryStanding

    /// The day the code with the short-term formula came into force.
    private static let shortTermsEncoded = CivilDate(written: 2020, 9, 19)

    /// Refuses with everything that is missing or unlawful.
    init(_ request: borrowing PremiumRequest, _ remarks: inout Remarks) throws(Refusal) {
        var objections = Objections()
        // Written out, not through `attempt`: a closure would copy the request for every premium.
        var decision: TariffDecision?
        do {
            decision = try Classification.decide(request.vehicle)
        } catch {
            objections.add(all: error)
        }
        let term = Self.term(of: request, &objections)
        guard let appliedAt = request.appliedAt else {
            objections.add(.missing(.appliedAt, at: "appliedAt"))
            throw objections.refusal
        }
        let appliedDate = appliedAt.shanghaiDate
        if request.shortTerm != nil, appliedDate < Self.shortTermsEncoded { objections.add(.shortTermNotEncoded) }
        do {
            standing = try HistoryReading.standing(of: request, appliedAt: appliedAt, on: appliedDate, &remarks)
        } catch {
            objections.add(all: error)
            throw objections.refusal
        }
        guard objections.isEmpty, let decision, let term else { throw objections.refusal }
        self.decision = decision
        self.term = term
        self.appliedAt = appliedAt
        self.appliedDate = appliedDate
    }

    private static func term(of request: borrowing PremiumRequest, _ objections: inout Objections) -> Term? {
        let start = objections.need(request.start, .termStart, at: "start")
        let end = objections.need(request.end, .termEnd, at: "end")
        guard let start, let end else { return nil }
        for finding in StartCheck.findings(start: start, acceptedAt: request.appliedAt) { objections.add(finding) }
        do {
            return try Term(start: start, end: end, ground: request.shortTerm)
        } catch {
            objections.add(all: error)
            return nil
        }
    }

    /// Notes the readings chosen where the texts leave room.
    func note(in remarks: inout Remarks) {
        if let note = decision.basis.note { remarks.note(note) }
        if term.startDate.month == 2, term.startDate.day == 29, term.ground == nil { remarks.note(.leapDayReading) }
        if term.ground != nil, standing.factor != .none { remarks.note(.shortTermRoundingReading) }
        if term.ground == .other, standing.factor != .none { remarks.note(.otherGroundFloatReading) }
    }
}
