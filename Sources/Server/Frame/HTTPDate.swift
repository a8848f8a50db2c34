import Regulation
import Synchronization

/// The `Date` field (RFC 9110, 5.6.7), written once for every second.
final class HTTPDate: Sendable {
    private let latest = Mutex<(second: Int64, text: String)>((.min, ""))

    /// `Sat, 21 Nov 2026 06:00:00 GMT`.
    func text(at now: Instant) -> String {
        let second = now.milliseconds / 1000
        return latest.withLock { latest in
            if latest.second != second { latest = (second, Self.write(second)) }
            return latest.text
        }
    }

    static func write(_ second: Int64) -> String {
        let days = Int(second >= 0 ? second / 86_400 : (second - 86_399) / 86_400)
        guard let date = CivilDate(daysSince1970: days) else { return "" }
        let clock = Int(second) - days * 86_400
        // 1 January 1970 was a Thursday.
        let weekday = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][((days % 7) + 7) % 7]
        let month = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ][date.month - 1]
        let time = [clock / 3600, clock / 60 % 60, clock % 60].map(padded).joined(separator: ":")
        return "\(weekday), \(padded(date.day)) \(month) \(date.year) \(time) GMT"
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
