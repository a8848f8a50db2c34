extension CompensationRule {
    /// What one policy pays at most for an accident on that day, for property, medical costs, and death and disability —
    /// Regulation 23. Refuses for a day no encoded text speaks of.
    public static func limits(
        _ heading: LiabilityHeading, accidentOn date: CivilDate, by tables: LawTables
    ) throws(Refusal) -> [CompensationItem: Amount] {
        let limits = try AccidentLimits(accidentOn: date, by: tables.liabilityLimits)
        var amounts: [CompensationItem: Amount] = [:]
        for item in [CompensationItem.property, .medical, .deathDisability] {
            amounts[item] = limits.limit(for: item, heading).amount
        }
        return amounts
    }
}
