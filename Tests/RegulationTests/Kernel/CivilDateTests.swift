import Regulation
import Testing

struct CivilDateTests {
    @Test func `days count on without a gap from 1850 to 2200`() throws {
        var expected = try #require(CivilDate(year: 1850, month: 1, day: 1))
        let first = expected.daysSince1970
        var number = first
        for year in 1850...2200 {
            for month in 1...12 {
                let length = [31, CivilDate.isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
                for day in 1...length {
                    expected = try #require(CivilDate(year: year, month: month, day: day))
                    if expected.daysSince1970 != number || CivilDate(daysSince1970: number) != expected {
                        Issue.record("\(year)-\(month)-\(day)")
                    }
                    number += 1
                }
                #expect(CivilDate(year: year, month: month, day: length + 1) == nil)
            }
        }
        #expect(CivilDate(daysSince1970: first - 1) == nil)
        #expect(CivilDate(daysSince1970: number) == nil)
        #expect(CivilDate(daysSince1970: .min) == nil)
        #expect(CivilDate(daysSince1970: .max) == nil)
    }

    @Test func `known days have their numbers`() {
        #expect(CivilDate(year: 1970, month: 1, day: 1)?.daysSince1970 == 0)
        #expect(CivilDate(year: 2000, month: 3, day: 1)?.daysSince1970 == 11_017)
        #expect(CivilDate(year: 1900, month: 1, day: 1)?.daysSince1970 == -25_567)
        #expect(CivilDate(year: 2026, month: 11, day: 20)?.daysSince1970 == 20_777)
    }

    @Test func `leap years follow the Gregorian rule`() {
        #expect([1900, 2000, 2023, 2024, 2100].map(CivilDate.isLeap) == [false, true, false, true, false])
    }

    @Test func `29 February becomes 1 March in a common year, and stays in a leap year`() {
        let leapDay = CivilDate("2024-02-29")
        #expect(leapDay?.adding(years: 1)?.text == "2025-03-01")
        #expect(leapDay?.adding(years: 4)?.text == "2028-02-29")
        #expect(leapDay?.adding(years: -1)?.text == "2023-03-01")
        #expect(leapDay?.adding(years: 1000) == nil)
    }

    @Test(arguments: [
        ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-08-31", 6, "2027-02-28"),
        ("2026-12-15", 1, "2027-01-15"), ("2026-03-31", -1, "2026-02-28"), ("2026-01-15", -13, "2024-12-15"),
        ("2026-10-31", 4, "2027-02-28"),
    ])
    func `months are clamped to the month's end`(start: String, months: Int, end: String) {
        #expect(CivilDate(start)?.adding(months: months)?.text == end)
    }

    @Test func `days between are signed and days added come back`() throws {
        let start = try #require(CivilDate("2026-02-27"))
        #expect(start.adding(days: 2)?.text == "2026-03-01")
        #expect(start.adding(days: -58)?.text == "2025-12-31")
        let yearLater = try #require(CivilDate("2027-02-27"))
        let dayBefore = try #require(CivilDate("2026-02-26"))
        #expect(start.days(to: yearLater) == 365)
        #expect(start.days(to: dayBefore) == -1)
        #expect(start.adding(days: .max) == nil)
        #expect(start.adding(days: .min) == nil)
        #expect(start.adding(months: .min) == nil)
        #expect(start.adding(years: .max) == nil)
    }

    @Test(arguments: [
        "2026-11-20 ", "2026-1-20", "2026-11-2", "20261120", "2026/11/20", "2026-13-01", "2026-00-01", "2026-02-29",
        "2026-04-31", "1849-12-31", "2201-01-01", "", "-2026-11-20", "２０26-11-20", "2026-11-200",
    ])
    func `only a date as written in documents is read`(text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test func `text and reading are inverse, and order is that of the calendar`() throws {
        var last = try #require(CivilDate("1899-12-31"))
        for number in stride(from: -25_000, to: 80_000, by: 331) {
            let date = try #require(CivilDate(daysSince1970: number))
            #expect(CivilDate(date.text) == date)
            #expect(last < date)
            last = date
        }
    }
}
