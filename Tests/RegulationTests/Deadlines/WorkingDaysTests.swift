import Testing

@testable import Regulation

/// State Council's arrangement of holidays; Civil Code 201–203.
struct WorkingDaysTests {
    private func calendar() throws -> WorkingDays { try LawTables.published.get().workingDays }

    private func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    @Test(arguments: [
        ("2026-11-20", true), ("2026-11-21", false), ("2026-11-22", false), ("2026-10-01", false),
        ("2026-10-08", true), ("2026-10-10", true), ("2026-02-14", true), ("2026-02-15", false),
        ("2026-02-23", false), ("2026-02-24", true), ("2026-09-20", true), ("2026-09-25", false),
        ("2025-01-26", true), ("2025-01-28", false), ("2025-10-08", false), ("2025-10-11", true),
        ("2024-02-12", true), ("2030-01-01", true), ("1969-12-27", false), ("1970-01-01", true),
    ])
    func `a day is worked as arranged, without a row by weekends alone`(text: String, isWorked: Bool) throws {
        #expect(try calendar().isWorkingDay(date(text)) == isWorked)
    }

    @Test func `working days skip the days off and count the weekends worked`() throws {
        let calendar = try calendar()
        #expect(try calendar.day(1, after: date("2026-11-20"))?.text == "2026-11-23")
        #expect(try calendar.day(7, after: date("2026-11-20"))?.text == "2026-12-01")
        #expect(try calendar.day(1, after: date("2026-09-30"))?.text == "2026-10-08")
        #expect(try calendar.day(3, after: date("2026-09-30"))?.text == "2026-10-10")
        #expect(try calendar.day(4, after: date("2026-09-30"))?.text == "2026-10-12")
        #expect(try calendar.day(0, after: date("2026-11-21"))?.text == "2026-11-21")
        #expect(try calendar.day(5, after: date("2200-12-28")) == nil)
    }

    @Test func `the next working day is the day itself when it is worked`() throws {
        let calendar = try calendar()
        #expect(try calendar.nextWorkingDay(from: date("2026-11-20"))?.text == "2026-11-20")
        #expect(try calendar.nextWorkingDay(from: date("2026-10-01"))?.text == "2026-10-08")
        #expect(try calendar.nextWorkingDay(from: date("2026-02-15"))?.text == "2026-02-24")
    }

    @Test func `an operator adds a year, and a row that strays from its year is refused`() throws {
        let tables = try LawTables.published.get()
        let row = """
            {"table": "holidays", "rows": [{"name": "2027", "value": {"daysOff": ["2027-01-01"], "workedWeekends": []},
            "from": "2027-01-01", "to": "2028-01-01", "citation": {"instrument": "holidayNotice", "article": "2027年"},
            "status": "verified", "checked": "2026-11-30"}]}
            """
        let more = try tables.with(operatorRows: Array(row.utf8))
        #expect(try !more.workingDays.isWorkingDay(date("2027-01-01")))
        #expect(try tables.workingDays.isWorkingDay(date("2027-01-01")))
        var remarks = Remarks()
        more.workingDays.remark(from: try date("2026-12-30"), to: try date("2027-01-04"), &remarks)
        #expect(remarks.notes.map(\.code) == ["operatorRow"])
        let stray = row.replacing("[\"2027-01-01\"]", with: "[\"2026-12-31\"]")
        #expect(throws: Refusal.self) { _ = try tables.with(operatorRows: Array(stray.utf8)) }
        let mistaken = row.replacing("\"to\": \"2028-01-01\"", with: "\"to\": \"2027-12-31\"")
        #expect(throws: Refusal.self) { _ = try tables.with(operatorRows: Array(mistaken.utf8)) }
    }
}
