import Registry
import Regulation

/// How many entries each day brought, as bars; the same stands beneath as a table.
struct LogGrowthDrawing {
    private static let (width, height): (Int64, Int64) = (720, 150)

    private let days: [LogModel.Day]
    private let most: Int64

    /// `nil` when nothing came on any of these days.
    init?(_ days: [LogModel.Day]) {
        most = days.map(\.entries).max() ?? 0
        guard most > 0 else { return nil }
        self.days = days
    }

    func values(in language: Language) -> Values {
        [
            "bars": bars,
            "first": days.first.map { Self.short($0.date, in: language) },
            "last": days.last.map { Self.short($0.date, in: language) },
            "most": Phrase("最多一天 \(Page.grouped(most)) 条", "\(Page.grouped(most)) on the busiest day")
                .text(in: language),
            "rows": days.reversed().map { day -> Values in
                ["date": MomentText.date(day.date, in: language), "entries": Page.grouped(day.entries)]
            },
        ]
    }

    private var bars: [Values] {
        let pitch = Self.width / Int64(days.count)
        return days.enumerated().map { index, day in
            // A day that brought anything is seen; the counts are far below where this product would overflow.
            let share = day.entries.multipliedReportingOverflow(by: Self.height)
            let height = day.entries > 0 ? max(share.overflow ? Self.height : share.partialValue / most, 4) : 0
            return [
                "x": Int64(index) * pitch + 4, "y": 10 + Self.height - height, "width": max(pitch - 8, 2),
                "height": height,
            ]
        }
    }

    private static func short(_ date: CivilDate, in language: Language) -> String {
        Phrase("\(date.month)月\(date.day)日", "\(date.day) \(MomentText.monthName(date.month).prefix(3))").text(
            in: language)
    }
}
