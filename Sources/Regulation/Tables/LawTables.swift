/// Every table of the law, read once. A rule takes it as an argument, so that an operator's rows, a test's, or another
/// edition's stand in without a second path.
public struct LawTables: Sendable {
    /// The tables that come with this edition. Throws only when the edition itself is broken, which its tests exclude.
    public static let published = Result { try LawTables() }

    var basePremiums: BasePremiumTable
    var cancellationGrounds: CancellationGroundTable
    var deadlines: DeadlineTable
    var drinkDrivingRatios: DrinkDrivingRatioTable
    var floatingRatios: FloatingRatioTable
    var floatingSchemes: FloatingSchemeTable
    var liabilityLimits: LiabilityLimitTable
    var motorcycleRegionFactors: MotorcycleRegionFactorTable
    var penalties: PenaltyTable
    var specialVehicleClasses: SpecialVehicleClassTable
    var tractorPremiums: TractorPremiumTable
    var vehicleTax: VehicleTaxTable
    var violationRatios: ViolationRatioTable
    var workingDays: WorkingDays

    init() throws {
        basePremiums = try .readPublished()
        cancellationGrounds = try .readPublished()
        deadlines = try .readPublished()
        drinkDrivingRatios = try .readPublished()
        floatingRatios = try .readPublished()
        floatingSchemes = try .readPublished()
        liabilityLimits = try .readPublished()
        motorcycleRegionFactors = try .readPublished()
        penalties = try .readPublished()
        specialVehicleClasses = try .readPublished()
        tractorPremiums = try .readPublished()
        vehicleTax = try .readPublished()
        violationRatios = try .readPublished()
        workingDays = try .readPublished()
    }

    /// The tables an operator may add to, and that documents list.
    static let slots: [TableSlot] = [
        TableSlot(\.basePremiums),
        TableSlot(\.cancellationGrounds),
        TableSlot(\.deadlines),
        TableSlot(\.drinkDrivingRatios),
        TableSlot(\.floatingRatios),
        TableSlot(\.floatingSchemes),
        TableSlot(\.liabilityLimits),
        TableSlot(\.motorcycleRegionFactors),
        TableSlot(\.penalties),
        TableSlot(\.specialVehicleClasses),
        TableSlot(\.tractorPremiums),
        TableSlot(\.vehicleTax),
        TableSlot(\.violationRatios),
        TableSlot(\.workingDays),
    ]
}

extension LawTables {
    /// These tables with an operator's rows, which stand in for published rows of the same name on the days they speak
    /// of. Refuses the whole document with a finding for each row at fault; a row that is not taken is never dropped.
    public func with(operatorRows bytes: [UInt8]) throws(Refusal) -> LawTables {
        let name = try OperatorHeading.table(of: bytes)
        guard let slot = Self.slots.first(where: { $0.name == name }) else {
            throw Refusal(OperatorHeading.notLoadable(name))
        }
        var tables = self
        try slot.merge(&tables, bytes)
        return tables
    }

    /// Every row of every table, for pages and documents.
    public var descriptions: [RowDescription] { Self.slots.flatMap { $0.describe(self) } }
}
