/// What moves the premium: the ratio of the factor in the region's scheme, and what the region links beside accidents.
struct FloatingRates: Sendable {
    private(set) var scheme: Int?
    private(set) var ratio: Int?
    private(set) var percent = 0
    private(set) var drinkDriving: LinkedRatio?
    private(set) var violations: LinkedRatio?

    /// Refuses with the row that is not there, and with the region where a row needs one.
    init(
        _ standing: HistoryStanding, of request: borrowing PremiumRequest, appliedAt: Instant, on date: CivilDate,
        by tables: borrowing LawTables
    ) throws(Refusal) {
        if standing.factor != .none {
            guard let region = request.region else { throw Refusal(.missing(.insuranceRegion, at: "region")) }
            let scheme = try tables.floatingSchemes.position(of: region, appliedOn: date)
            let ratio = try tables.floatingRatios.position(
                of: standing.factor, in: tables.floatingSchemes.scheme(at: scheme), appliedOn: date)
            self.scheme = scheme
            self.ratio = ratio
            percent = tables.floatingRatios.percent(at: ratio)
        }
        guard let region = request.region, let windowStart = standing.windowStart else { return }
        if tables.drinkDrivingRatios.hasApplying,
            let position = tables.drinkDrivingRatios.position(of: region, appliedOn: date)
        {
            drinkDriving = LinkedRatio(
                drinkDriving: request.history, from: windowStart, until: appliedAt, at: position, by: tables)
        }
        if tables.violationRatios.hasApplying,
            let position = tables.violationRatios.position(of: region, appliedOn: date)
        {
            violations = try LinkedRatio.violations(
                of: request.history, from: windowStart, until: appliedAt, at: position, by: tables)
        }
    }

    /// Notes every row that is not both verified and published, and records no row puts to use.
    func note(of request: borrowing PremiumRequest, by tables: borrowing LawTables, in remarks: inout Remarks) {
        if let scheme { tables.floatingSchemes.note(scheme, in: &remarks) }
        if let ratio { tables.floatingRatios.note(ratio, in: &remarks) }
        if let drinkDriving {
            tables.drinkDrivingRatios.note(drinkDriving.position, in: &remarks)
        } else if !request.history.drinkDriving.isEmpty {
            remarks.note(.linkOff(.drinkDrivingRatios, at: "history.drinkDriving"))
        }
        if let violations {
            tables.violationRatios.note(violations.position, in: &remarks)
        } else if !request.history.violations.isEmpty {
            remarks.note(.linkOff(.violationRatios, at: "history.violations"))
        }
    }
}
