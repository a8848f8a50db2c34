/// The rows a premium is made of, found for its facts: where they lie in their tables, and the numbers in them.
struct PremiumRates: Sendable {
    let base: BaseRate
    let isTractorRate: Bool
    /// Of the class of special vehicles.
    let specialClass: Int?
    private(set) var motorcycleFactor: Int?
    private(set) var motorcycleRegionPercent = 0
    let float: FloatingRates

    /// Refuses at the first row that is not there, and with the region where a row needs one.
    init(
        _ facts: PremiumFacts, of request: borrowing PremiumRequest, by tables: borrowing LawTables
    ) throws(Refusal) {
        let row = facts.decision.row
        let startDate = facts.term.startDate
        isTractorRate = row.isSetByRegion
        if let region = request.region { try tables.floatingSchemes.require(region, appliedOn: facts.appliedDate) }
        base = try Self.base(row, in: request.region, startingOn: startDate, by: tables)
        specialClass = try Self.specialClass(row, startingOn: startDate, by: tables)
        if (36...38).contains(row.number), let region = request.region,
            let position = tables.motorcycleRegionFactors.position(of: region, startingOn: startDate)
        {
            motorcycleFactor = position
            motorcycleRegionPercent = tables.motorcycleRegionFactors.percent(at: position)
        }
        float = try FloatingRates(
            facts.standing, of: request, appliedAt: facts.appliedAt, on: facts.appliedDate, by: tables)
    }

    static func base(
        _ row: TariffRow, in region: Region?, startingOn date: CivilDate, by tables: borrowing LawTables
    ) throws(Refusal) -> BaseRate {
        if !row.isSetByRegion { return try tables.basePremiums.rate(of: row, startingOn: date) }
        guard let region else { throw Refusal(.missing(.insuranceRegion, at: "region")) }
        return try tables.tractorPremiums.rate(of: row, in: region, startingOn: date)
    }

    /// `nil` for the rows of other vehicles.
    static func specialClass(
        _ row: TariffRow, startingOn date: CivilDate, by tables: borrowing LawTables
    ) throws(Refusal) -> Int? {
        guard (32...35).contains(row.number) else { return nil }
        return try tables.specialVehicleClasses.position(of: row.number - 31, startingOn: date)
    }

    /// Notes every row that is not both verified and published.
    func note(
        _ facts: PremiumFacts, of request: borrowing PremiumRequest, by tables: borrowing LawTables,
        in remarks: inout Remarks
    ) {
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
        float.note(of: request, by: tables, in: &remarks)
    }
}
