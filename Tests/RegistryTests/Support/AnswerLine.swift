import Registry
import Regulation

extension CoverageAnswer {
    /// The answer on one line, for tables: outcome, renewal, reason, remedy, period, next period, days left, gap.
    var line: String {
        let parts: [String?] = [
            "\(outcome)", "\(renewal)", "\(reason)", "\(remedy)", period.map { "\($0.dates)" } ?? "no period",
            nextPeriod.map { "then \($0.dates)" }, daysLeft.map { "left \($0)" }, gapDays == 0 ? nil : "gap \(gapDays)",
        ]
        return parts.compactMap(\.self).joined(separator: " · ")
    }
}

extension Period {
    /// Days where both ends are midnights, else moments.
    var dates: String { "\(Self.short(start))…\(Self.short(end))" }

    private static func short(_ instant: Instant) -> String {
        instant.millisecondOfShanghaiDay == 0 ? instant.shanghaiDate.text : String(instant.text.prefix(16))
    }
}
