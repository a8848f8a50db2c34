import Testing

@testable import Regulation

/// Insurance Law 87: five years from the end of a contract of up to a year.
struct RecordRetentionTests {
    private func firstFreeDay(_ start: String, _ end: String, endedOn: String) throws -> String {
        var remarks = Remarks()
        let first = try #require(Instant.read("\(start) 00:00")?.instant)
        let last = try #require(Instant.read("\(end) 00:00")?.instant)
        let period = try #require(Period(start: first, end: last))
        return try RecordRetention.firstFreeDay(
            contracted: period, endedOn: try #require(CivilDate(endedOn)), at: "end", by: LawTables.published.get(),
            &remarks
        ).text
    }

    @Test(arguments: [
        ("2019-01-01", "2020-01-01", "2020-01-01", "2025-01-02"),
        ("2019-01-01", "2020-01-01", "2019-06-30", "2024-07-01"),
        // From 29 February a year ends on 1 March; five years after 29 February is 28 February.
        ("2016-02-29", "2017-03-01", "2017-03-01", "2022-03-02"),
        ("2019-01-01", "2020-01-01", "2020-02-29", "2025-03-01"),
    ])
    func `the day after the five years is free`(start: String, end: String, endedOn: String, free: String) throws {
        #expect(try firstFreeDay(start, end, endedOn: endedOn) == free)
    }

    @Test func `more than a year is kept for ten, by a row that is not verified and says so`() throws {
        #expect(try firstFreeDay("2019-01-01", "2020-01-02", endedOn: "2020-01-02") == "2030-01-03")
        #expect(try firstFreeDay("2016-02-29", "2017-03-02", endedOn: "2017-03-02") == "2027-03-03")
        let table = try LawTables.published.get().deadlines
        let row = try table.terms(of: .retentionOverOneYear, on: try #require(CivilDate("2026-11-21"))).row
        #expect(row.status == .unverified)
    }

    @Test func `an end before the text is refused by the row that is missing`() throws {
        do {
            _ = try firstFreeDay("2012-01-01", "2013-01-01", endedOn: "2013-01-01")
            Issue.record("not refused")
        } catch let refusal as Refusal { #expect(refusal.findings.map(\.code) == ["tableNotEncoded"]) }
    }
}
