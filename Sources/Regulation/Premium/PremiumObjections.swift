/// Everything that stands against a premium. The premium itself stops at the first objection, since it is asked for by
/// the million; only when it has one is each part asked again, and whatever the others lack is told with it.
enum PremiumObjections {
    /// - Parameter first: what the premium stopped at.
    static func all(
        to request: PremiumRequest, by tables: LawTables, after first: Refusal
    ) -> Refusal {
        var objections = Objections()
        let decision = objections.attempt { () throws(Refusal) in try Classification.decide(request.vehicle) }
        _ = objections.attempt { () throws(Refusal) in try PremiumFacts.term(of: request) }
        let appliedAt = objections.need(request.appliedAt, .appliedAt, at: "appliedAt")
        if let date = appliedAt?.shanghaiDate,
            let objection = PremiumFacts.shortTermObjection(to: request, appliedOn: date)
        {
            objections.add(objection)
        }
        let standing = standing(of: request, appliedAt: appliedAt, &objections)
        if let decision, let start = request.start {
            rows(decision.row, of: request, startingOn: start.shanghaiDate, by: tables, &objections)
        }
        if let region = request.region, let appliedAt {
            _ = objections.attempt { () throws(Refusal) in
                try tables.floatingSchemes.require(region, appliedOn: appliedAt.shanghaiDate)
            }
        }
        if let standing, let appliedAt {
            _ = objections.attempt { () throws(Refusal) in
                try FloatingRates(standing, of: request, appliedAt: appliedAt, on: appliedAt.shanghaiDate, by: tables)
            }
        }
        for finding in first.findings { objections.add(finding) }
        return objections.refusal
    }

    /// Without a time of application the history is read to its end, to tell what it lacks.
    private static func standing(
        of request: PremiumRequest, appliedAt: Instant?, _ objections: inout Objections
    ) -> HistoryStanding? {
        var remarks = Remarks()
        let until = appliedAt ?? .distantFuture
        return objections.attempt { () throws(Refusal) in
            try HistoryReading.standing(of: request, appliedAt: until, on: until.shanghaiDate, &remarks)
        }
    }

    private static func rows(
        _ row: TariffRow, of request: PremiumRequest, startingOn date: CivilDate, by tables: LawTables,
        _ objections: inout Objections
    ) {
        _ = objections.attempt { () throws(Refusal) in
            try PremiumRates.base(row, in: request.region, startingOn: date, by: tables)
        }
        _ = objections.attempt { () throws(Refusal) in
            try PremiumRates.specialClass(row, startingOn: date, by: tables)
        }
    }
}
