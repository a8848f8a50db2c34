/// A day of the Gregorian calendar, as written on a licence or a policy; it has no time and no zone.
public struct CivilDate: Hashable, Comparable, Sendable {
    /// The years in which anything this house speaks of can lie.
    public static let years: ClosedRange<Int> = 1850...2200

    public let year: Int
    public let month: Int
    public let day: Int

    /// `nil` when the day does not exist or its year is outside `years`.
    public init?(year: Int, month: Int, day: Int) {
        guard Self.years.contains(year), (1...12).contains(month),
            day >= 1, day <= Self.daysIn(month: month, year: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// A day that stands in the law, written in the source; it exists.
    init(written year: Int, _ month: Int, _ day: Int) {
        precondition(CivilDate(year: year, month: month, day: day) != nil, "a day written in the source exists")
        self.year = year
        self.month = month
        self.day = day
    }

    /// Days since 1970-01-01; `nil` outside `years`.
    public init?(daysSince1970 days: Int) {
        guard days > -60_000, days < 100_000 else { return nil }
        // Counting from 1 March 0000 puts the leap day at the end of each year.
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        guard Self.years.contains(year) else { return nil }
    }

    /// Days since 1970-01-01, negative before.
    public var daysSince1970: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// Whole days from this day to another, negative when the other lies before.
    public func days(to other: CivilDate) -> Int { other.daysSince1970 - daysSince1970 }

    /// The day so many days later (earlier when negative); `nil` outside `years`.
    public func adding(days: Int) -> CivilDate? {
        guard days > -200_000, days < 200_000 else { return nil }
        return CivilDate(daysSince1970: daysSince1970 + days)
    }

    /// The same date in another year; 29 February becomes 1 March where it does not exist.
    public func adding(years count: Int) -> CivilDate? {
        guard count > -400, count < 400 else { return nil }
        return CivilDate(year: year + count, month: month, day: day)
            ?? CivilDate(year: year + count, month: 3, day: 1)
    }

    /// The same day so many months later, clamped to the month's end.
    public func adding(months count: Int) -> CivilDate? {
        guard count > -4800, count < 4800 else { return nil }
        let total = year * 12 + month - 1 + count
        let year = total / 12
        let month = total % 12 + 1
        return CivilDate(year: year, month: month, day: min(day, Self.daysIn(month: month, year: year)))
    }

    public static func < (left: CivilDate, right: CivilDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    static func daysIn(month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension CivilDate {
    /// Reads `2026-11-20` and nothing else.
    public init?(_ text: some StringProtocol) {
        var scanner = DigitScanner(text.utf8)
        guard let year = scanner.number(digits: 4), scanner.skip("-"),
            let month = scanner.number(digits: 2), scanner.skip("-"),
            let day = scanner.number(digits: 2), scanner.isAtEnd
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// `2026-11-20`.
    public var text: String {
        String(
            decoding: [UInt8](unsafeUninitializedCapacity: 10) { buffer, count in
                write(into: &buffer, at: 0)
                count = 10
            }, as: UTF8.self)
    }

    func write(into buffer: inout UnsafeMutableBufferPointer<UInt8>, at offset: Int) {
        Digits.write(year, digits: 4, into: &buffer, at: offset)
        buffer[offset + 4] = UInt8(ascii: "-")
        Digits.write(month, digits: 2, into: &buffer, at: offset + 5)
        buffer[offset + 7] = UInt8(ascii: "-")
        Digits.write(day, digits: 2, into: &buffer, at: offset + 8)
    }
}
