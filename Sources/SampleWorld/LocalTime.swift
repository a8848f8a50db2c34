import Regulation

/// Wall-clock time in Shanghai as whole seconds since 1970-01-01 00:00 there; plain numbers keep a million lives cheap.
enum LocalTime {
    static let hour = 3600
    static let day = 86_400

    static func midnight(_ dayNumber: Int) -> Int { dayNumber * day }

    /// The day a moment falls on, in days since 1970-01-01.
    static func dayNumber(_ seconds: Int) -> Int {
        seconds >= 0 ? seconds / day : (seconds - day + 1) / day
    }

    static func clock(_ seconds: Int) -> Int { seconds - midnight(dayNumber(seconds)) }

    /// The same clock on the same date so many years later or earlier, 1 March for a 29 February that does not exist.
    static func adding(years: Int, to seconds: Int) -> Int {
        let number = dayNumber(seconds)
        let moved = CivilDate(daysSince1970: number)?.adding(years: years)?.daysSince1970
        return midnight(moved ?? number + years * 365) + clock(seconds)
    }

    /// The same clock so many months later, clamped to the month's end.
    static func adding(months: Int, to seconds: Int) -> Int {
        let number = dayNumber(seconds)
        let moved = CivilDate(daysSince1970: number)?.adding(months: months)?.daysSince1970
        return midnight(moved ?? number + months * 30) + clock(seconds)
    }

    static func month(_ seconds: Int) -> Int { CivilDate(daysSince1970: dayNumber(seconds))?.month ?? 1 }

    static func instant(_ seconds: Int) -> Instant? {
        Instant(milliseconds: Int64(seconds - Instant.shanghaiOffsetSeconds) * 1000)
    }
}
