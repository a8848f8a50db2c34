/// One case of driving under the influence, for regions that link it to the premium.
public struct DrinkDrivingRecord: Hashable, Sendable {
    public var happenedAt: Instant
    /// Drunk (醉酒), not merely under the influence (饮酒).
    public var isIntoxicated: Bool

    public init(happenedAt: Instant, isIntoxicated: Bool) {
        self.happenedAt = happenedAt
        self.isIntoxicated = isIntoxicated
    }
}
