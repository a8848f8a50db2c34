import Regulation
import Testing

/// Short terms, arrears and late fees — announcements on collection by insurers; Vehicle Tax Rules 13, 14.
struct VehicleTaxTermTests {
    private let tables = LawTables.published
    private let car = VehicleFacts(vehicleClass: .passenger, ratedPassengers: 5, displacementML: 1600)

    private func midnight(_ text: String) throws -> Instant {
        try #require(CivilDate(text).flatMap { Instant(shanghai: $0) })
    }

    private func request(year: Int = 2026, lastPaid: Int? = nil, due: String? = nil, paid: String? = nil)
        -> VehicleTaxRequest
    {
        VehicleTaxRequest(
            region: Region(code: "330200"), vehicle: car, year: year, lastPaidYear: lastPaid,
            dueOn: due.flatMap { CivilDate($0) }, paidOn: paid.flatMap { CivilDate($0) })
    }

    private func sums(_ request: VehicleTaxRequest) throws -> [String] {
        var remarks = Remarks()
        let result = try VehicleTaxRule.tax(of: request, by: tables.get(), as: Unrecorded.self, &remarks)
        let parts = [result.tax, result.arrears, result.lateFee].map(\.value)
        #expect(result.total.value.fen == parts.reduce(0) { $0 + $1.fen })
        return parts.map(\.yuanText)
    }

    private func codes(_ request: VehicleTaxRequest) throws -> [String] {
        var remarks = Remarks()
        let tables = try tables.get()
        do {
            _ = try VehicleTaxRule.tax(of: request, by: tables, as: Unrecorded.self, &remarks)
            return remarks.warnings.map(\.code)
        } catch {
            return error.findings.map(\.code)
        }
    }

    @Test(arguments: [
        ("2026-02-10", "2026-03-01", 1), ("2026-02-10", "2026-03-02", 2), ("2026-01-01", "2026-12-31", 12),
        ("2026-12-15", "2027-01-14", 1), ("2025-12-15", "2026-01-14", 1), ("2026-05-31", "2026-06-07", 2),
    ])
    func `a short term is taxed from its first month to its last`(start: String, end: String, months: Int64) throws {
        var request = request()
        request.start = try midnight(start)
        request.end = try midnight(end)
        #expect(try sums(request).first == Amount(fen: months * 2500)?.yuanText)
    }

    @Test func `a policy of a year is no short term, and one of another year is refused`() throws {
        var request = request()
        request.start = try midnight("2026-07-01")
        request.end = try midnight("2027-07-01")
        #expect(try sums(request).first == "300.00")
        request.end = try midnight("2027-06-30")
        #expect(try sums(request).first == "150.00")
        for year in [Int.min, .max, 2201] {
            request.year = year
            #expect(try codes(request) == ["outOfRange"])
        }
        request.year = 2025
        #expect(try codes(request) == ["periodOutsideYear"])
        request.end = nil
        #expect(try codes(request) == ["missing"])
        request.end = request.start
        #expect(try codes(request) == ["endNotAfterStart"])
    }

    @Test func `arrears are the whole years left out`() throws {
        #expect(try sums(request(lastPaid: 2025)) == ["300.00", "0.00", "0.00"])
        #expect(try sums(request(lastPaid: 2024)) == ["300.00", "300.00", "0.00"])
        #expect(try sums(request(lastPaid: 2020)) == ["300.00", "1500.00", "0.00"])
        #expect(try codes(request(lastPaid: 2024)) == ["lateFeeNotReckoned"])
        #expect(try codes(request(lastPaid: 2010)) == ["tableNotEncoded"])
        #expect(try codes(request(lastPaid: .min)) == ["outOfRange"])
        #expect(try codes(request(lastPaid: 2027)) == ["lastPaidYearAhead"])
    }

    @Test func `a year that was paid is not collected again — Rules 13`() throws {
        #expect(try sums(request(lastPaid: 2026, due: "2026-01-10", paid: "2026-11-20")) == ["0.00", "0.00", "0.00"])
    }

    @Test func `a hundred days on 300 yuan are 15 yuan — the published late fee`() throws {
        #expect(try sums(request(due: "2026-03-01", paid: "2026-06-09")) == ["300.00", "0.00", "15.00"])
        let earlier = request(lastPaid: 2024, due: "2025-11-01", paid: "2026-02-09")
        #expect(try sums(earlier) == ["300.00", "300.00", "15.00"])
    }

    @Test func `each year is reckoned by itself, from the day after it was due`() throws {
        // 2026: 100 days, 15.00; 2025: 465 days, 69.75; 2024: 830 days, 124.50.
        let request = request(lastPaid: 2023, due: "2026-03-01", paid: "2026-06-09")
        #expect(try sums(request) == ["300.00", "600.00", "209.25"])
        #expect(try sums(self.request(due: "2026-03-01", paid: "2026-03-01")).last == "0.00")
        #expect(try sums(self.request(due: "2026-03-01", paid: "2026-03-02")).last == "0.15")
        #expect(try sums(self.request(due: "2026-03-01", paid: "2026-02-01")).last == "0.00")
    }

    @Test func `one day of the two is not enough`() throws {
        #expect(try codes(request(due: "2026-03-01")) == ["missing"])
        #expect(try codes(request(paid: "2026-03-01")) == ["missing"])
    }

    @Test func `a new car with arrears and a plug-in hybrid without relief are odd`() throws {
        var new = request(lastPaid: 2023, due: "2026-03-01", paid: "2026-03-01")
        new.acquiredMonth = 3
        #expect(try codes(new) == ["newVehicleWithArrears"])
        var hybrid = request()
        hybrid.vehicle?.energy = .plugInHybrid
        #expect(try codes(hybrid) == ["reliefPossible"])
        hybrid.relief = .exempt
        #expect(try codes(hybrid).isEmpty)
    }

    @Test func `relief, short terms, arrears and rounding are noted as readings`() throws {
        var remarks = Remarks()
        var request = request(lastPaid: 2024, due: "2026-03-01", paid: "2026-03-01")
        request.vehicle = VehicleFacts(vehicleClass: .truck, curbMassKg: 4455)
        request.relief = .half
        request.start = try midnight("2026-03-10")
        request.end = try midnight("2026-03-17")
        let result = try VehicleTaxRule.tax(of: request, by: tables.get(), as: Recorded.self, &remarks)
        #expect(result.tax.value.yuanText == "11.14")
        #expect(remarks.notes.map(\.code) == Array(repeating: "readingUnverified", count: 5))
        #expect(Set(remarks.notes.compactMap(\.path)) == ["start", "relief", "lastPaidYear", "dueOn"])
        let names = FigureTree.all(of: result.tax.node).map(\.name.code)
        #expect(names.contains("tonnes") && names.contains("reliefShare") && names.contains("shareOfYear"))
        #expect(result.lateFee.node.inputs.map(\.value.text) == ["24.39"])
    }

    @Test func `the recorded tree and the bare result agree`() throws {
        for year in 2012...2030 {
            for lastPaid in [nil, year - 1, year - 3] where lastPaid.map({ $0 >= 2011 }) ?? true {
                let request = request(year: year, lastPaid: lastPaid, due: "\(year)-02-28", paid: "\(year)-11-20")
                var remarks = Remarks()
                var others = Remarks()
                let bare = try VehicleTaxRule.tax(of: request, by: tables.get(), as: Unrecorded.self, &remarks)
                let full = try VehicleTaxRule.tax(of: request, by: tables.get(), as: Recorded.self, &others)
                #expect(full.tax.node.value == .amount(bare.tax.value))
                #expect(full.arrears.node.value == .amount(bare.arrears.value))
                #expect(full.lateFee.node.value == .amount(bare.lateFee.value))
                #expect(full.total.node.inputs == [full.tax.node, full.arrears.node, full.lateFee.node])
                #expect(remarks == others)
            }
        }
    }
}
