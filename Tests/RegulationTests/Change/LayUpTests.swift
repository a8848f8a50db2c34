import Regulation
import Testing

/// Underwriting Code 5(5); 停驶机动车交强险业务处理暂行办法.
struct LayUpTests {
    private let tables = LawTables.published

    private func midnight(_ text: String) throws -> Instant {
        try #require(CivilDate(text).flatMap { Instant(shanghai: $0) })
    }

    private func request(
        _ from: String, _ to: String, use: VehicleUse = .commercial, previous: Int = 0, requested: String = "2026-10-01"
    ) throws -> LayUpRequest {
        LayUpRequest(
            use: use, start: try midnight("2026-03-01"), end: try midnight("2027-03-01"), from: try midnight(from),
            to: try midnight(to), previousLayUps: previous, requestedAt: try midnight(requested))
    }

    private func codes(_ request: LayUpRequest) throws -> [String] {
        var remarks = Remarks()
        let tables = try tables.get()
        do {
            _ = try LayUpRule.newEnd(of: request, by: tables, as: Unrecorded.self, &remarks)
            return []
        } catch {
            return error.findings.map(\.code)
        }
    }

    private func newEnd(_ request: LayUpRequest) throws -> String {
        var remarks = Remarks()
        let result = try LayUpRule.newEnd(of: request, by: tables.get(), as: Unrecorded.self, &remarks)
        return result.newEnd.value.text
    }

    @Test func `the end moves by the calendar days rested`() throws {
        #expect(try newEnd(request("2026-11-01", "2026-12-01")) == "2027-03-31T00:00:00+08:00")
        #expect(try newEnd(request("2026-11-01", "2027-03-01")) == "2027-06-29T00:00:00+08:00")
        #expect(try newEnd(request("2026-11-20", "2027-01-05")) == "2027-04-16T00:00:00+08:00")
    }

    @Test func `at least one calendar month, at most four, clamped to the month's end`() throws {
        #expect(try codes(request("2026-11-01", "2026-11-30")) == ["layUpTooShort"])
        #expect(try codes(request("2026-11-01", "2026-12-01")).isEmpty)
        #expect(try codes(request("2026-10-31", "2026-11-29")) == ["layUpTooShort"])
        #expect(try codes(request("2026-10-31", "2026-11-30")).isEmpty)
        #expect(try codes(request("2026-10-31", "2027-02-28")).isEmpty)
        #expect(try codes(request("2026-10-31", "2027-03-01")) == ["layUpTooLong"])
        #expect(try codes(request("2026-11-01", "2027-03-01")).isEmpty)
        #expect(try codes(request("2026-11-01", "2027-03-02")) == ["layUpTooLong"])
        #expect(try codes(request("2027-01-31", "2027-02-28")).isEmpty)
        #expect(try codes(request("2026-12-01", "2026-11-01")) == ["layUpTooShort"])
    }

    @Test(arguments: VehicleUse.allCases) func `commercial vehicles only`(use: VehicleUse) throws {
        let isCommercial = [.rental, .cityBus, .highwayCoach, .commercial].contains(use)
        let expected = isCommercial ? [] : ["layUpCommercialOnly"]
        #expect(try codes(request("2026-11-01", "2027-01-01", use: use)) == expected)
    }

    @Test func `once during a contract`() throws {
        #expect(try codes(request("2026-11-01", "2027-01-01", previous: 1)) == ["layUpOnce"])
        #expect(try codes(request("2026-11-01", "2027-01-01", previous: .max)) == ["layUpOnce"])
        #expect(try codes(request("2026-11-01", "2027-01-01", previous: .min)) == ["countNegative"])
    }

    @Test func `within the contract and not in the past`() throws {
        #expect(try codes(request("2027-03-01", "2027-05-01")) == ["contractEnded"])
        #expect(try codes(request("2027-02-28", "2027-05-01")).isEmpty)
        #expect(try codes(request("2026-11-01", "2027-01-01", requested: "2026-11-02")) == ["layUpInThePast"])
        #expect(try codes(request("2026-11-01", "2027-01-01", requested: "2026-11-01")).isEmpty)
        #expect(
            try codes(request("2026-02-01", "2026-04-01", requested: "2026-01-01")) == ["layUpBeforeStart"])
    }

    @Test func `everything that stands against it is told at once`() throws {
        let request = try request("2026-02-01", "2026-02-10", use: .household, previous: 2, requested: "2026-03-01")
        let all: Set = ["layUpCommercialOnly", "layUpOnce", "layUpBeforeStart", "layUpInThePast", "layUpTooShort"]
        #expect(Set(try codes(request)) == all)
        #expect(try codes(LayUpRequest()) == Array(repeating: "missing", count: 7))
        #expect(
            try codes(self.request("2026-11-01", "2027-01-01", requested: "2020-09-18"))
                == ["tableNotEncoded", "tableNotEncoded"])
    }

    @Test func `the end of time is no trap`() throws {
        let extreme = LayUpRequest(
            use: .commercial, start: .distantPast, end: .distantFuture, from: .distantFuture.adding(days: -1),
            to: .distantFuture, previousLayUps: 0, requestedAt: try midnight("2026-10-01"))
        #expect(try !codes(extreme).isEmpty)
    }

    @Test func `the answer says that the association's rules were not found`() throws {
        var remarks = Remarks()
        let result = try LayUpRule.newEnd(
            of: request("2026-11-01", "2027-01-01"), by: tables.get(), as: Recorded.self, &remarks)
        #expect(remarks.notes.map(\.code) == ["readingUnverified"])
        #expect(remarks.notes.first?.citation?.instrument == .layUpRules2009)
        #expect(result.restedDays == 61)
        #expect(result.newEnd.node.inputs.map(\.name.code) == ["end", "restedDays", "use"])
    }
}
