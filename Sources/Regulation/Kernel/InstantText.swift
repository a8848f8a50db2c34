extension Instant {
    /// `2026-03-01T00:00:00+08:00`; milliseconds only where there are any. Always Shanghai's offset.
    public var text: String {
        let millisecond = millisecondOfShanghaiDay
        let hasFraction = millisecond % 1000 != 0
        return String(unsafeUninitializedCapacity: 29) { raw in
            var buffer = raw
            shanghaiDate.write(into: &buffer, at: 0)
            buffer[10] = UInt8(ascii: "T")
            Digits.write(millisecond / 3_600_000, digits: 2, into: &buffer, at: 11)
            buffer[13] = UInt8(ascii: ":")
            Digits.write(millisecond / 60_000 % 60, digits: 2, into: &buffer, at: 14)
            buffer[16] = UInt8(ascii: ":")
            Digits.write(millisecond / 1000 % 60, digits: 2, into: &buffer, at: 17)
            var end = 19
            if hasFraction {
                buffer[19] = UInt8(ascii: ".")
                Digits.write(millisecond % 1000, digits: 3, into: &buffer, at: 20)
                end = 23
            }
            for (offset, byte) in "+08:00".utf8.enumerated() { buffer[end + offset] = byte }
            return end + 6
        }
    }

    /// A time as written, and how precisely it was written.
    public struct Reading: Sendable, Equatable {
        public enum Precision: Sendable, Equatable { case date, minute, second }
        public let instant: Instant
        public let precision: Precision
    }

    /// Reads RFC 3339 and the local forms insurers send, the latter as Shanghai time:
    /// `2026-12-01T00:00:00+08:00`, `…Z`, `2026-12-01 00:00[:00[.123]]`, `2026/12/1 0:00`, `2026-12-01`, `20261201`,
    /// `2026年12月1日[0时[0分]]`, with `24:00` as the following midnight. `nil` for anything else.
    public static func read(_ text: String) -> Reading? {
        var scanner = DigitScanner(text.utf8)
        guard let date = readDate(&scanner) else { return nil }
        if scanner.isAtEnd {
            return Instant(shanghai: date).map { Reading(instant: $0, precision: .date) }
        }
        if scanner.skip("T") || scanner.skip("t") || scanner.skipSpaces() || scanner.next == 0xE9 {
            return readClock(&scanner, on: date)
        }
        guard let digit = scanner.next, digit >= 0x30, digit <= 0x39 else { return nil }
        return readClock(&scanner, on: date)
    }

    private static func readDate<Bytes>(_ scanner: inout DigitScanner<Bytes>) -> CivilDate? {
        guard let year = scanner.number(digits: 4) else { return nil }
        if scanner.skip("-") { return readDate(&scanner, year: year, separator: "-") }
        if scanner.skip("/") { return readDate(&scanner, year: year, separator: "/") }
        if scanner.skip(".") { return readDate(&scanner, year: year, separator: ".") }
        if scanner.skip(text: "年") {
            guard let month = scanner.number(digits: 1...2), scanner.skip(text: "月"),
                let day = scanner.number(digits: 1...2), scanner.skip(text: "日")
            else { return nil }
            return CivilDate(year: year, month: month, day: day)
        }
        guard let month = scanner.number(digits: 2), let day = scanner.number(digits: 2) else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }

    private static func readDate<Bytes>(
        _ scanner: inout DigitScanner<Bytes>, year: Int, separator: Unicode.Scalar
    ) -> CivilDate? {
        guard let month = scanner.number(digits: 1...2), scanner.skip(separator),
            let day = scanner.number(digits: 1...2)
        else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }

    private static func readClock<Bytes>(_ scanner: inout DigitScanner<Bytes>, on date: CivilDate) -> Reading? {
        if scanner.skip(text: "零时") {
            return scanner.isAtEnd ? reading(date, 0, 0, 0, 0, shanghaiOffsetSeconds, .minute) : nil
        }
        guard let hour = scanner.number(digits: 1...2) else { return nil }
        if scanner.skip(text: "时") {
            if scanner.isAtEnd { return reading(date, hour, 0, 0, 0, shanghaiOffsetSeconds, .minute) }
            guard let minute = scanner.number(digits: 1...2), scanner.skip(text: "分"), scanner.isAtEnd else {
                return nil
            }
            return reading(date, hour, minute, 0, 0, shanghaiOffsetSeconds, .minute)
        }
        let hasColon = scanner.skip(":")
        guard let minute = scanner.number(digits: 2) else { return nil }
        var second = 0
        var millisecond = 0
        var precision = Reading.Precision.minute
        if hasColon ? scanner.skip(":") : !scanner.isAtEnd {
            guard let value = scanner.number(digits: 2) else { return nil }
            second = value
            precision = .second
            if scanner.skip(".") {
                guard let fraction = readFraction(&scanner) else { return nil }
                millisecond = fraction
            }
        }
        guard let offset = readOffset(&scanner), scanner.isAtEnd else { return nil }
        return reading(date, hour, minute, second, millisecond, offset, precision)
    }

    /// Up to nine decimals of a second, cut to milliseconds.
    private static func readFraction<Bytes>(_ scanner: inout DigitScanner<Bytes>) -> Int? {
        var value = 0
        var taken = 0
        while taken < 9, let digit = scanner.number(digits: 1) {
            if taken < 3 { value = value * 10 + digit }
            taken += 1
        }
        guard taken > 0 else { return nil }
        for _ in 0..<max(0, 3 - taken) { value *= 10 }
        return value
    }

    private static func readOffset<Bytes>(_ scanner: inout DigitScanner<Bytes>) -> Int? {
        if scanner.isAtEnd { return shanghaiOffsetSeconds }
        if scanner.skip("Z") || scanner.skip("z") { return 0 }
        let sign: Int
        if scanner.skip("+") { sign = 1 } else if scanner.skip("-") { sign = -1 } else { return nil }
        guard let hours = scanner.number(digits: 2), hours <= 18 else { return nil }
        _ = scanner.skip(":")
        guard let minutes = scanner.number(digits: 2), minutes <= 59 else { return nil }
        return sign * (hours * 3600 + minutes * 60)
    }

    private static func reading(
        _ date: CivilDate, _ hour: Int, _ minute: Int, _ second: Int, _ millisecond: Int, _ offset: Int,
        _ precision: Reading.Precision
    ) -> Reading? {
        Instant(date, hour: hour, minute: minute, second: second, millisecond: millisecond, offsetSeconds: offset)
            .map { Reading(instant: $0, precision: precision) }
    }

    /// The end of a period as written: a bare date, 24:00, 23:59 and 23:59:59 mean the following midnight
    /// (a policy runs 至某日二十四时).
    public static func readEnd(_ text: String) -> Instant? {
        guard let reading = read(text) else { return nil }
        let instant = reading.instant
        let clock = instant.millisecondOfShanghaiDay
        let lastMinute = 86_340_000
        let lastSecond = 86_399_000
        let meansMidnight =
            switch reading.precision {
            case .date: true
            case .minute: clock == lastMinute
            case .second: clock == lastMinute || clock >= lastSecond
            }
        return meansMidnight ? instant.startOfShanghaiDay.adding(days: 1) : instant
    }
}
