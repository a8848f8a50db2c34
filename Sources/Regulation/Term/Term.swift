/// A lawful period of insurance: one year, or shorter on one of four grounds — Underwriting Code 2(5).
public struct Term: Hashable, Sendable {
    /// Cover begins at its start and ends before its end.
    public let period: Period
    /// `nil` for a full year.
    public let ground: ShortTermGround?

    /// The day cover begins on.
    let startDate: CivilDate

    /// Whole days of cover, what is left over counted as one.
    public var days: Int {
        let milliseconds = period.end.milliseconds - period.start.milliseconds
        return Int((milliseconds + 86_399_999) / 86_400_000)
    }

    /// Refuses an end that is not after the start, a year that is none, and more than a year on any ground.
    public init(start: Instant, end: Instant, ground: ShortTermGround?) throws(Refusal) {
        guard let period = Period(start: start, end: end) else { throw Refusal(.endNotAfterStart(at: "end")) }
        let startDate = start.shanghaiDate
        guard let yearEnd = Self.yearEnd(from: start, on: startDate) else { throw Refusal(.termOutOfBounds) }
        if ground == nil, end != yearEnd { throw Refusal(.termNotOneYear(expected: yearEnd)) }
        if end > yearEnd { throw Refusal(.shortTermTooLong) }
        self.period = period
        self.ground = ground
        self.startDate = startDate
    }

    /// The end of a year's cover from this moment: the same date and clock a year later, 1 March for 29 February.
    /// `nil` where it would lie beyond every calendar here.
    public static func yearEnd(from start: Instant) -> Instant? { yearEnd(from: start, on: start.shanghaiDate) }

    private static func yearEnd(from start: Instant, on date: CivilDate) -> Instant? {
        guard let endDate = date.adding(years: 1), let midnight = Instant(shanghai: endDate) else { return nil }
        let end = midnight.adding(milliseconds: Int64(start.millisecondOfShanghaiDay))
        return end < .distantFuture ? end : nil
    }
}
