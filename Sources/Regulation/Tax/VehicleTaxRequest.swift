/// What vehicle tax is asked for with.
public struct VehicleTaxRequest: Hashable, Sendable {
    public var region: Region?
    public var vehicle: VehicleFacts?
    /// The year whose tax is collected.
    public var year: Int?
    /// 1 to 12, of a vehicle that was bought new in the year.
    public var acquiredMonth: Int?
    /// Of a short-term policy; a policy of a year or more changes nothing.
    public var start: Instant?
    public var end: Instant?
    /// The last year whose tax was paid.
    public var lastPaidYear: Int?
    public var relief: VehicleTaxRelief?
    /// The last day on which the insurance should have been bought.
    public var dueOn: CivilDate?
    public var paidOn: CivilDate?

    public init(
        region: Region? = nil, vehicle: VehicleFacts? = nil, year: Int? = nil, acquiredMonth: Int? = nil,
        start: Instant? = nil, end: Instant? = nil, lastPaidYear: Int? = nil, relief: VehicleTaxRelief? = nil,
        dueOn: CivilDate? = nil, paidOn: CivilDate? = nil
    ) {
        self.region = region
        self.vehicle = vehicle
        self.year = year
        self.acquiredMonth = acquiredMonth
        self.start = start
        self.end = end
        self.lastPaidYear = lastPaidYear
        self.relief = relief
        self.dueOn = dueOn
        self.paidOn = paidOn
    }
}
