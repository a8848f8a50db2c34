/// What records beside accidents make of a premium, where a region's row links them: the row, and the ratio it comes to.
struct LinkedRatio: Sendable {
    let position: Int
    let percent: Int
    /// Times under the influence, or violations, in the last window.
    private(set) var events = 0
    /// Times drunk in the last window.
    private(set) var intoxicated = 0
    /// Windows in a row without a violation, counted back.
    private(set) var cleanYears = 0

    /// The surcharges of the last window, up to the cap; `nil` where no row applies.
    init?(
        drinkDriving history: borrowing PremiumHistory, _ facts: PremiumFacts, region: Region,
        by tables: borrowing LawTables
    ) {
        guard let windowStart = facts.standing.windowStart,
            let position = tables.drinkDrivingRatios.position(of: region, appliedOn: facts.appliedDate),
            let row = tables.drinkDrivingRatios.rows[position].value
        else { return nil }
        for record in history.drinkDriving
        where windowStart <= record.happenedAt && record.happenedAt < facts.appliedAt {
            if record.isIntoxicated { intoxicated += 1 } else { events += 1 }
        }
        self.position = position
        percent = min(row.cap, row.drinking * events + row.intoxicated * intoxicated)
    }

    /// Up by each violation of the last window to the cap, or down by the windows in a row without one. Refuses a kind
    /// the region's row does not name.
    static func violations(
        of history: borrowing PremiumHistory, _ facts: PremiumFacts, region: Region, by tables: borrowing LawTables
    ) throws(Refusal) -> LinkedRatio? {
        guard let windowStart = facts.standing.windowStart,
            let position = tables.violationRatios.position(of: region, appliedOn: facts.appliedDate),
            let row = tables.violationRatios.rows[position].value
        else { return nil }
        var objections = Objections()
        var sum = 0
        var events = 0
        var last: Instant?
        for record in history.violations where record.happenedAt < facts.appliedAt {
            last = max(last ?? record.happenedAt, record.happenedAt)
            guard record.happenedAt >= windowStart else { continue }
            guard let percent = row.perEvent[record.kind] else {
                let name = "\(region.code)/\(record.kind)"
                objections.add(.tableNotEncoded(.violationRatios, row: name, on: facts.appliedDate))
                continue
            }
            events += 1
            sum += percent
        }
        guard objections.isEmpty else { throw objections.refusal }
        if events > 0 { return LinkedRatio(position: position, percent: min(row.cap, sum), events: events) }
        let years = history.policies.count { policy in
            guard let issuedAt = policy.issuedAt, policy.isFullYear, issuedAt < facts.appliedAt else { return false }
            return last.map { $0 < issuedAt } ?? true
        }
        let percent = years == 0 ? 0 : row.clean.prefix(years).last ?? 0
        return LinkedRatio(position: position, percent: percent, cleanYears: years)
    }

    private init(position: Int, percent: Int, events: Int = 0, cleanYears: Int = 0) {
        self.position = position
        self.percent = percent
        self.events = events
        self.cleanYears = cleanYears
    }
}
