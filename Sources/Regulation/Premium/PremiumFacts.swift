/// What a request says, complete and lawful: the row, the term, and how the history stands.
struct PremiumFacts: Sendable {
    let decision: TariffDecision
    let term: Term
    let appliedAt: Instant
    let appliedDate: CivilDate
    let standing: HistoryStanding

    /// The day the code with the short-term formula came into force.
    private static let shortTermsEncoded = CivilDate(written: 2020, 9, 19)

    /// Refuses at the first objection; `PremiumObjections` tells all of them.
    init(_ request: borrowing PremiumRequest, _ remarks: inout Remarks) throws(Refusal) {
        decision = try Classification.decide(request.vehicle)
        term = try Self.term(of: request)
        guard let appliedAt = request.appliedAt else { throw Refusal(.missing(.appliedAt, at: "appliedAt")) }
        self.appliedAt = appliedAt
        appliedDate = appliedAt.shanghaiDate
        if let objection = Self.shortTermObjection(to: request, appliedOn: appliedDate) { throw Refusal(objection) }
        standing = try HistoryReading.standing(of: request, appliedAt: appliedAt, on: appliedDate, &remarks)
    }

    static func term(of request: borrowing PremiumRequest) throws(Refusal) -> Term {
        guard let start = request.start, let end = request.end else {
            var objections = Objections()
            _ = objections.need(request.start, .termStart, at: "start")
            _ = objections.need(request.end, .termEnd, at: "end")
            throw objections.refusal
        }
        let findings = StartCheck.findings(start: start, acceptedAt: request.appliedAt)
        if findings.isEmpty { return try Term(start: start, end: end, ground: request.shortTerm) }
        var objections = Objections()
        for finding in findings { objections.add(finding) }
        _ = objections.attempt { [ground = request.shortTerm] () throws(Refusal) in
            try Term(start: start, end: end, ground: ground)
        }
        throw objections.refusal
    }

    static func shortTermObjection(
        to request: borrowing PremiumRequest, appliedOn appliedDate: CivilDate
    ) -> Finding? {
        request.shortTerm != nil && appliedDate < shortTermsEncoded ? .shortTermNotEncoded : nil
    }

    /// Notes the readings chosen where the texts leave room.
    func note(in remarks: inout Remarks) {
        if let note = decision.basis.note { remarks.note(note) }
        if term.startDate.month == 2, term.startDate.day == 29, term.ground == nil { remarks.note(.leapDayReading) }
        if term.ground != nil, standing.factor != .none { remarks.note(.shortTermRoundingReading) }
        if term.ground == .other, standing.factor != .none { remarks.note(.otherGroundFloatReading) }
    }
}
