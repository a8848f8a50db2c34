/// The rows a premium is made of, found for its facts: where they lie in their tables, and the numbers in them.
struct PremiumRates: Sendable {
    let base: BaseRate
    let isTractorRate: Bool
    /// Of the class of special vehicles.
    private(set) var specialClass: Int?
    private(set) var motorcycleFactor: Int?
    private(set) var motorcycleRegionPercent = 0
    private(set) var scheme: Int?
    private(set) var ratio: Int?
    private(set) var floatingPercent = 0
    private(set) var drinkDriving: LinkedRatio?
    private(set) var violations: LinkedRatio?

    /// Refuses with every row that is not there, and with the region where a row needs one.
    init(_ facts: PremiumFacts, of request: PremiumRequest, by tables: LawTables) throws(Refusal) {
        var objections = Objections()
        let row = facts.decision.row
        let startDate = facts.term.startDate
        isTractorRate = row.isSetByRegion
        let base = objections.attempt { () throws(Refusal) in
            if !row.isSetByRegion { return try tables.basePremiums.rate(of: row, startingOn: startDate) }
            guard let region = request.region else { throw Refusal(.missing(.insuranceRegion, at: "region")) }
            return try tables.tractorPremiums.rate(of: row, in: region, startingOn: startDate)
        }
        if (32...35).contains(row.number) {
            specialClass = objections.attempt { () throws(Refusal) in
                try tables.specialVehicleClasses.position(of: row.number - 31, startingOn: startDate)
            }
        }
        if (36...38).contains(row.number), let region = request.region,
            let position = tables.motorcycleRegionFactors.position(of: region, startingOn: startDate)
        {
            motorcycleFactor = position
            motorcycleRegionPercent = tables.motorcycleRegionFactors.percent(at: position)
        }
        if facts.standing.factor != .none {
            let found = objections.attempt { () throws(Refusal) in
                try Self.ratio(facts, region: request.region, by: tables)
            }
            scheme = found?.scheme
            ratio = found?.ratio
            floatingPercent = found.map { tables.floatingRatios.percent(at: $0.ratio) } ?? 0
        }
        if let region = request.region, facts.standing.windowStart != nil {
            drinkDriving = LinkedRatio(drinkDriving: request.history, facts, region: region, by: tables)
            violations = objections.attempt { () throws(Refusal) in
                try LinkedRatio.violations(of: request.history, facts, region: region, by: tables)
            }.flatMap { $0 }
        }
        guard objections.isEmpty, let base else { throw objections.refusal }
        self.base = base
    }

    private static func ratio(
        _ facts: PremiumFacts, region: Region?, by tables: LawTables
    ) throws(Refusal) -> (scheme: Int, ratio: Int) {
        guard let region else { throw Refusal(.missing(.insuranceRegion, at: "region")) }
        let scheme = try tables.floatingSchemes.position(of: region, appliedOn: facts.appliedDate)
        let ratio = try tables.floatingRatios.position(
            of: facts.standing.factor, in: tables.floatingSchemes.scheme(at: scheme), appliedOn: facts.appliedDate)
        return (scheme, ratio)
    }

    /// Notes every row that is not both verified and published, and the links that are off.
    func note(_ facts: PremiumFacts, of request: PremiumRequest, by tables: LawTables, in remarks: inout Remarks) {
        if isTractorRate {
            tables.tractorPremiums.note(base, in: &remarks)
        } else {
            tables.basePremiums.note(base, in: &remarks)
        }
        if let specialClass { tables.specialVehicleClasses.note(specialClass, in: &remarks) }
        if let motorcycleFactor {
            tables.motorcycleRegionFactors.note(motorcycleFactor, in: &remarks)
        } else if (36...38).contains(facts.decision.row.number) {
            remarks.note(.motorcycleFactorUnknown)
        }
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
