/// A moment on the time line, exact to the millisecond.
///
/// Business time is Asia/Shanghai: UTC+8 without summer time since 1992, and no moment this house decides about is
/// older.
public struct Instant: Hashable, Comparable, Sendable {
    public static let shanghaiOffsetSeconds = 8 * 3600
    /// 1900-01-01 to 2200-01-01, in milliseconds.
    static let range: ClosedRange<Int64> = -2_208_988_800_000...7_258_118_400_000

    /// Milliseconds since 1970-01-01T00:00:00Z.
    public let milliseconds: Int64

    /// `nil` before 1900 and after 2200.
    public init?(milliseconds: Int64) {
        guard Self.range.contains(milliseconds) else { return nil }
        self.milliseconds = milliseconds
    }

    /// The given wall clock in Shanghai; hour 24 is the following midnight. `nil` for a clock that does not exist.
    public init?(shanghai date: CivilDate, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        self.init(
            date, hour: hour, minute: minute, second: second, millisecond: 0, offsetSeconds: Self.shanghaiOffsetSeconds)
    }

    init?(_ date: CivilDate, hour: Int, minute: Int, second: Int, millisecond: Int, offsetSeconds: Int) {
        guard (0...24).contains(hour), (0...59).contains(minute), (0...60).contains(second),
            hour < 24 || (minute == 0 && second == 0 && millisecond == 0)
        else { return nil }
        let seconds = date.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + min(second, 59) - offsetSeconds
        self.init(milliseconds: Int64(seconds) * 1000 + Int64(millisecond))
    }

    /// The day this moment falls on in Shanghai.
    public var shanghaiDate: CivilDate {
        let shifted = milliseconds + Int64(Self.shanghaiOffsetSeconds) * 1000
        let days = Int(shifted >= 0 ? shifted / 86_400_000 : (shifted - 86_399_999) / 86_400_000)
        guard let date = CivilDate(daysSince1970: days) else {
            preconditionFailure("an Instant lies between 1900 and 2200, every such day exists")
        }
        return date
    }

    /// Midnight in Shanghai at the start of the day this moment falls on.
    public var startOfShanghaiDay: Instant {
        Instant(shanghai: shanghaiDate) ?? self
    }

    /// Milliseconds since midnight in Shanghai.
    public var millisecondOfShanghaiDay: Int {
        let rest = Int((milliseconds + Int64(Self.shanghaiOffsetSeconds) * 1000) % 86_400_000)
        return rest >= 0 ? rest : rest + 86_400_000
    }

    /// The moment so many milliseconds later; stays at the ends of the range.
    public func adding(milliseconds delta: Int64) -> Instant {
        let (sum, overflow) = milliseconds.addingReportingOverflow(delta)
        let clamped = overflow ? (delta > 0 ? Self.range.upperBound : Self.range.lowerBound) : sum
        return Instant(clamped: clamped)
    }

    public func adding(seconds: Int) -> Instant {
        guard seconds.magnitude < 20_000_000_000 else { return Instant(clamped: seconds > 0 ? .max : .min) }
        return adding(milliseconds: Int64(seconds) * 1000)
    }

    public func adding(days: Int) -> Instant {
        guard days.magnitude < 200_000 else { return Instant(clamped: days > 0 ? .max : .min) }
        return adding(milliseconds: Int64(days) * 86_400_000)
    }

    private init(clamped value: Int64) {
        milliseconds = min(max(value, Self.range.lowerBound), Self.range.upperBound)
    }

    /// Whole seconds from another moment to this one, rounded down.
    public func seconds(since other: Instant) -> Int64 {
        let delta = milliseconds - other.milliseconds
        return delta >= 0 ? delta / 1000 : (delta - 999) / 1000
    }

    public static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

    /// The earliest moment there is; stands for "always" in a binding that has no known beginning.
    public static let distantPast = Instant(clamped: .min)
    /// The latest moment there is.
    public static let distantFuture = Instant(clamped: .max)
}
