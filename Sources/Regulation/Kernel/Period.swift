/// A half-open stretch of time: it covers `start ≤ t < end` and is never empty.
public struct Period: Hashable, Sendable {
    public let start: Instant
    public let end: Instant

    /// `nil` unless the start lies before the end.
    public init?(start: Instant, end: Instant) {
        guard start < end else { return nil }
        self.start = start
        self.end = end
    }

    public func covers(_ moment: Instant) -> Bool { start <= moment && moment < end }

    public func overlaps(_ other: Period) -> Bool { start < other.end && other.start < end }

    /// Calendar days in Shanghai from the day of the start to the day of the end.
    public var days: Int { start.shanghaiDate.days(to: end.shanghaiDate) }
}
