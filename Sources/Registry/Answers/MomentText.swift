package import Regulation

/// Days, moments and lengths of time as people read them, in Shanghai's time.
package enum MomentText {
    /// `2027年3月1日` · `1 March 2027`.
    package static func date(_ date: CivilDate, in language: Language) -> String {
        switch language {
        case .chinese: chineseDate(date)
        case .english: "\(date.day) \(monthName(date.month)) \(date.year)"
        }
    }

    /// Byte by byte, for every answer holds several; interpolation takes ten times as long.
    private static func chineseDate(_ date: CivilDate) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(17)
        for (number, sign) in [(date.year, "年"), (date.month, "月"), (date.day, "日")] as [(Int, StaticString)] {
            var divisor = number >= 1000 ? 1000 : number >= 10 ? 10 : 1
            while divisor > 0 {
                bytes.append(UInt8(truncatingIfNeeded: 0x30 + number / divisor % 10))
                divisor /= 10
            }
            sign.withUTF8Buffer { bytes.append(contentsOf: $0) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `2027年3月1日零时`, `2027年3月1日 14:30` · `00:00 on 1 March 2027`; seconds only when asked for.
    package static func moment(_ instant: Instant, in language: Language, seconds: Bool = false) -> String {
        let day = date(instant.shanghaiDate, in: language)
        let isMidnight = instant.millisecondOfShanghaiDay == 0
        switch language {
        case .chinese: return isMidnight ? "\(day)零时" : "\(day)\u{2009}\(clock(instant, seconds: seconds))"
        case .english: return "\(clock(instant, seconds: seconds)) on \(day)"
        }
    }

    /// How long ago, in the largest unit that still says something: `3 秒前`, `12 分钟前`, `5 小时前`, `3 天前`.
    package static func age(seconds: Int64, in language: Language) -> String {
        let (count, chinese, english): (Int64, String, String) =
            switch max(seconds, 0) {
            case 0: (0, "", "")
            case ..<60: (seconds, "秒", "second")
            case ..<3600: (seconds / 60, "分钟", "minute")
            case ..<172_800: (seconds / 3600, "小时", "hour")
            default: (seconds / 86_400, "天", "day")
            }
        switch language {
        case .chinese: return count == 0 ? "此刻" : ChineseText.set("\(count) \(chinese)前")
        case .english: return count == 0 ? "just now" : "\(counted(count, english)) ago"
        }
    }

    /// `1 day`, `2 days`.
    package static func counted(_ count: some BinaryInteger, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }

    /// English, in full: `March`.
    package static func monthName(_ month: Int) -> String {
        let names = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        return names.indices.contains(month - 1) ? names[month - 1] : ""
    }

    private static func clock(_ instant: Instant, seconds: Bool) -> String {
        let total = instant.millisecondOfShanghaiDay / 1000
        let minutes = "\(padded(total / 3600)):\(padded(total / 60 % 60))"
        return seconds ? "\(minutes):\(padded(total % 60))" : minutes
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
