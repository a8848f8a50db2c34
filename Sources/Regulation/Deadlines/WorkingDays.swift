/// Which days are worked: Monday to Friday, and what the arranged holidays of a year make of them. Years without a row
/// are reckoned by weekends alone, and say so.
struct WorkingDays: LawTable {
    static let name = TableName.holidays
    static var published: [UInt8] { PackageResources.holidays_json }

    let rows: [TableRow<HolidayYear>]
    /// By days since 1970.
    private var off: Set<Int> = []
    private var worked: Set<Int> = []

    init(_ document: TableDocument<HolidayYear>) {
        rows = document.rows
        for value in rows.compactMap(\.value) {
            off.formUnion(value.daysOff.map(\.daysSince1970))
            worked.formUnion(value.workedWeekends.map(\.daysSince1970))
        }
    }

    /// A row is named after its year, speaks of all of it, and of no other.
    static func fault(in row: TableRow<HolidayYear>) -> Sentence? {
        guard let year = Int(row.name), let first = CivilDate(year: year, month: 1, day: 1),
            row.from == first, row.to == first.adding(years: 1)
        else {
            return Sentence("行名应为年份，起止为当年 1 月 1 日至次年 1 月 1 日", "the name is a year, and the row speaks of all of it")
        }
        let days = (row.value?.daysOff ?? []) + (row.value?.workedWeekends ?? [])
        return days.allSatisfy(row.speaks) ? nil : Sentence("列有本行年份以外的日期", "lists days outside its own year")
    }

    static func describe(_ value: HolidayYear) -> Sentence {
        Sentence(
            "放假 \(value.daysOff.count) 天，周末上班 \(value.workedWeekends.count) 天",
            "\(value.daysOff.count) days off, \(value.workedWeekends.count) weekend days worked")
    }

    func isWorkingDay(_ date: CivilDate) -> Bool {
        let day = date.daysSince1970
        if off.contains(day) { return false }
        return worked.contains(day) || !Self.isWeekend(day)
    }

    /// The day so many working days after another, which does not count itself; `nil` beyond the years there are.
    func day(_ count: Int, after start: CivilDate) -> CivilDate? {
        var date = start
        var left = count
        while left > 0 {
            guard let next = date.adding(days: 1) else { return nil }
            date = next
            if isWorkingDay(date) { left -= 1 }
        }
        return date
    }

    /// The day itself when it is worked, else the next that is.
    func nextWorkingDay(from start: CivilDate) -> CivilDate? {
        var date = start
        while !isWorkingDay(date) {
            guard let next = date.adding(days: 1) else { return nil }
            date = next
        }
        return date
    }

    /// Notes what the days from one to another rest on: rows that are not verified, years without a row.
    func remark(from start: CivilDate, to end: CivilDate, _ remarks: inout Remarks) {
        guard start <= end else { return }
        for year in start.year...end.year {
            if let row = rows.first(where: { $0.from.year == year && $0.value != nil }) {
                remarks.note(row, of: .holidays)
            } else {
                remarks.note(Self.notEncoded(year))
            }
        }
    }

    private static func isWeekend(_ day: Int) -> Bool {
        // 1970-01-01 was a Thursday.
        let weekday = ((day + 4) % 7 + 7) % 7
        return weekday == 0 || weekday == 6
    }

    private static func notEncoded(_ year: Int) -> Finding {
        Finding(
            code: "holidaysNotEncoded", message: "没有收录 \(year) 年的节假日安排，只按周六、周日休息计算；安排公布后请补录。",
            english:
                "The holidays of \(year) are not encoded; only weekends were left out. "
                + "Add the row once it is published.",
            path: "holidays/\(year)", citation: Citation(.holidayNotice, "\(year)年"))
    }
}
