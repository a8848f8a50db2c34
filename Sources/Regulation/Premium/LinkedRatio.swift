/// What records beside accidents make of a premium, where a region's row links them: the row, and the ratio it comes
/// to.
struct LinkedRatio: Sendable {
    let position: Int
    let percent: Int
    /// Times under the influence, or violations, in the last window.
    private(set) var events = 0
    /// Times drunk in the last window.
    private(set) var intoxicated = 0
    /// Windows in a row without a violation, counted back.
    private(set) var cleanYears = 0

    /// The surcharges of the last window, up to the cap.
    /// - Parameter position: of a row that applies.
    init?(
        drinkDriving history: borrowing PremiumHistory, from windowStart: Instant, until appliedAt: Instant,
        at position: Int, by tables: borrowing LawTables
    ) {
        guard let row = tables.drinkDrivingRatios.rows[position].value else { return nil }
        for record in history.drinkDriving where windowStart <= record.happenedAt && record.happenedAt < appliedAt {
            if record.isIntoxicated { intoxicated += 1 } else { events += 1 }
        }
        self.position = position
        percent = min(row.cap, row.drinking * events + row.intoxicated * intoxicated)
    }

    /// Up by each violation of the last window to the cap, or down by the windows in a row without one. Refuses a kind
    /// the row does not name.
    /// - Parameter position: of a row that applies.
    static func violations(
        of history: borrowing PremiumHistory, from windowStart: Instant, until appliedAt: Instant, at position: Int,
        by tables: borrowing LawTables
    ) throws(Refusal) -> LinkedRatio? {
        let row = tables.violationRatios.rows[position]
        guard let ratio = row.value else { return nil }
        var objections = Objections()
        var sum = 0
        var events = 0
        var last: Instant?
        for record in history.violations where record.happenedAt < appliedAt {
            last = max(last ?? record.happenedAt, record.happenedAt)
            guard record.happenedAt >= windowStart else { continue }
            guard let percent = ratio.perEvent[record.kind] else {
                objections.add(
                    .tableNotEncoded(.violationRatios, row: "\(row.name)/\(record.kind)", on: appliedAt.shanghaiDate))
                continue
            }
            events += 1
            sum += percent
        }
        guard objections.isEmpty else { throw objections.refusal }
        if events > 0 { return LinkedRatio(position: position, percent: min(ratio.cap, sum), events: events) }
        let years = history.policies.count { policy in
            guard let issuedAt = policy.issuedAt, policy.isFullYear, issuedAt < appliedAt else { return false }
            return last.map { $0 < issuedAt } ?? true
        }
        let percent = years == 0 ? 0 : ratio.clean.prefix(years).last ?? 0
        return LinkedRatio(position: position, percent: percent, cleanYears: years)
    }

    private init(position: Int, percent: Int, events: Int = 0, cleanYears: Int = 0) {
        self.position = position
        self.percent = percent
        self.events = events
        self.cleanYears = cleanYears
    }
}
