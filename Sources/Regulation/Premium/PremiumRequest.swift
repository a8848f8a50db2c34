/// What the premium of a policy depends on. What is `nil` is not known; the rule refuses what it needs and has not.
public struct PremiumRequest: Hashable, Sendable {
    public var vehicle: VehicleFacts
    public var region: Region?
    /// Decides which text of the float and of the short-term formula applies.
    public var appliedAt: Instant?
    /// Decides which edition of the tariff applies.
    public var start: Instant?
    public var end: Instant?
    /// `nil` for a full year.
    public var shortTerm: ShortTermGround?
    public var history: PremiumHistory

    public init(
        vehicle: VehicleFacts, region: Region?, appliedAt: Instant?, start: Instant?, end: Instant?,
        shortTerm: ShortTermGround? = nil, history: PremiumHistory = PremiumHistory()
    ) {
        self.vehicle = vehicle
        self.region = region
        self.appliedAt = appliedAt
        self.start = start
        self.end = end
        self.shortTerm = shortTerm
        self.history = history
    }
}
