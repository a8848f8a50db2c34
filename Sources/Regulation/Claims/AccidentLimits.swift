/// The limits in force on the day of one accident — Regulation 23.
struct AccidentLimits {
    private struct Items {
        let property: LiabilityLimit
        let medical: LiabilityLimit
        let deathDisability: LiabilityLimit

        init(_ heading: LiabilityHeading, _ date: CivilDate, _ table: LiabilityLimitTable) throws(Refusal) {
            property = try table.limit(for: .property, heading: heading, accidentOn: date)
            medical = try table.limit(for: .medical, heading: heading, accidentOn: date)
            deathDisability = try table.limit(for: .deathDisability, heading: heading, accidentOn: date)
        }
    }

    private let atFault: Items
    private let noFault: Items

    init(accidentOn date: CivilDate, by table: LiabilityLimitTable) throws(Refusal) {
        atFault = try Items(.atFault, date, table)
        noFault = try Items(.noFault, date, table)
    }

    func limit(for item: CompensationItem, _ heading: LiabilityHeading) -> LiabilityLimit {
        let items = heading == .atFault ? atFault : noFault
        return switch item {
        case .property: items.property
        case .medical, .rescueAdvance: items.medical
        case .deathDisability: items.deathDisability
        }
    }

    /// By vehicle.
    func amounts(for item: CompensationItem, of accident: Accident) -> [Amount] {
        accident.vehicles.map { limit(for: item, $0.heading).amount }
    }
}
