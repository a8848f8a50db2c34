/// What an extension of the period for a lay-up is asked for with.
public struct LayUpRequest: Hashable, Sendable {
    public var use: VehicleUse?
    public var start: Instant?
    public var end: Instant?
    /// When the vehicle stops.
    public var from: Instant?
    /// When it goes back on the road.
    public var to: Instant?
    /// How often the period of this contract was extended before.
    public var previousLayUps: Int?
    public var requestedAt: Instant?

    public init(
        use: VehicleUse? = nil, start: Instant? = nil, end: Instant? = nil, from: Instant? = nil, to: Instant? = nil,
        previousLayUps: Int? = nil, requestedAt: Instant? = nil
    ) {
        self.use = use
        self.start = start
        self.end = end
        self.from = from
        self.to = to
        self.previousLayUps = previousLayUps
        self.requestedAt = requestedAt
    }
}
