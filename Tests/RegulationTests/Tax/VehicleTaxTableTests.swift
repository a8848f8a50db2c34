import Testing

@testable import Regulation

/// Vehicle Tax Law, 车船税税目税额表, and the provinces' schedules.
struct VehicleTaxTableTests {
    private static let bands: [VehicleTaxItem] = [
        .passengerUpTo1000, .passengerUpTo1600, .passengerUpTo2000, .passengerUpTo2500, .passengerUpTo3000,
        .passengerUpTo4000, .passengerOver4000,
    ]
    private static let others: [VehicleTaxItem] = [
        .mediumBus, .largeBus, .truck, .special, .wheeledMachine, .motorcycle,
    ]
    private let day = CivilDate(year: 2026, month: 1, day: 1)

    struct Published: Sendable {
        let region: String
        let passenger: [Int?]
        var others: [Int?] = []
        var year = 2026
    }

    static let published = [
        Published(
            region: "110000", passenger: [250, 350, 400, 750, 1600, 2900, 4400], others: [960, 1140, 96, 96, nil, 120]),
        Published(
            region: "310000", passenger: [180, 360, 450, 720, 1500, 3000, 4500],
            others: [nil, nil, nil, nil, nil, nil], year: 2018),
        Published(region: "310000", passenger: [60, 300, 360, 660, 1200, 2400, 3600]),
        Published(
            region: "440000", passenger: [180, 360, 420, 720, 1800, 3000, 4500], others: [nil, nil, 16, nil, nil, nil]),
        Published(region: "320000", passenger: [120, 300, 360, 660, 1200, 2400, 3600]),
        Published(
            region: "330000", passenger: [180, 300, 360, 660, 1500, 3000, 4500], others: [480, 540, 60, 60, 60, 60]),
        Published(
            region: "330200", passenger: [180, 300, 360, 660, 1500, 3000, 4500], others: [480, 540, 60, 60, 60, 60]),
        Published(region: "510000", passenger: [180, 300, 360, 720, 1800, 3000, 4500]),
        Published(region: "370000", passenger: [240, 360, 420, 900, 1800, 3000, 4500]),
        Published(
            region: "150000", passenger: [300, 360, 420, 900, 1800, 3000, 4500], others: [720, 900, 84, 84, 84, 36]),
        Published(region: "140000", passenger: [180, nil, nil, nil, nil, nil, nil]),
        Published(region: "430000", passenger: [120, nil, nil, nil, nil, nil, nil]),
        Published(region: "420000", passenger: [240, nil, nil, nil, nil, nil, nil]),
    ]

    @Test(arguments: published) func `every published sum of a province`(schedule: Published) throws {
        let table = try LawTables.published.get().vehicleTax
        let region = try #require(Region(code: schedule.region))
        let date = try #require(CivilDate(year: schedule.year, month: 1, day: 1))
        let expected = zip(Self.bands + Self.others, schedule.passenger + schedule.others)
        for (item, yuan) in expected {
            let amount = try? table.rate(of: item, in: region, on: date).amount
            #expect(amount?.fen == yuan.map { Int64($0) * 100 }, "\(item)")
        }
    }

    @Test func `the national ranges`() throws {
        let table = try LawTables.published.get().vehicleTax
        let date = try #require(day)
        let expected: [(Int, Int)] = [
            (60, 360), (300, 540), (360, 660), (660, 1200), (1200, 2400), (2400, 3600), (3600, 5400),
            (480, 1440), (480, 1440), (16, 120), (16, 120), (16, 120), (36, 180),
        ]
        for (item, range) in zip(Self.bands + Self.others, expected) {
            let national = try #require(table.nationalRange(of: item, on: date))
            #expect(national.least.fen == Int64(range.0) * 100, "\(item)")
            #expect(national.most.fen == Int64(range.1) * 100, "\(item)")
        }
        #expect((Self.bands + Self.others).count == VehicleTaxItem.allCases.count)
    }

    @Test func `every row is well formed, within the national range, and rises with displacement`() throws {
        let table = try LawTables.published.get().vehicleTax
        for row in table.rows {
            #expect(VehicleTaxTable.fault(in: row) == nil, "\(row.name)")
            let item = try #require(VehicleTaxItem(rawValue: String(row.name.split(separator: "/")[1])))
            guard let rate = row.value, let range = table.nationalRange(of: item, on: row.from) else { continue }
            #expect(range.least <= rate.least && rate.most <= range.most, "\(row.name)")
        }
        for schedule in Self.published {
            let sums = schedule.passenger.compactMap { $0 }
            #expect(sums == sums.sorted())
        }
    }

    @Test func `an operator's row stands in, says so, and is warned of outside the national range`() throws {
        let document = """
            {"table": "vehicleTax", "rows": [{"name": "140000/passengerUpTo1600", "value": {"amount": "600.00"},
            "from": "2026-01-01", "citation": {"instrument": "provincialVehicleTax", "article": "晋政发"},
            "status": "verified", "checked": "2026-11-30"}]}
            """
        let tables = try LawTables.published.get().with(operatorRows: Array(document.utf8))
        var remarks = Remarks()
        let request = VehicleTaxRequest(
            region: Region(code: "140000"),
            vehicle: VehicleFacts(vehicleClass: .passenger, ratedPassengers: 5, displacementML: 1600), year: 2026)
        let result = try VehicleTaxRule.tax(of: request, by: tables, as: Unrecorded.self, &remarks)
        #expect(result.tax.value.yuanText == "600.00")
        #expect(remarks.notes.map(\.code) == ["operatorRow"])
        #expect(remarks.warnings.map(\.code) == ["outsideNationalRange"])
        for (from, to) in [
            ("140000/passengerUpTo1600", "140000/passenger"), ("140000/passengerUpTo1600", "999999/truck"),
            ("{\"amount\": \"600.00\"}", "{\"least\": \"1.00\", \"most\": \"2.00\"}"), ("\"600.00\"", "\"-1.00\""),
        ] {
            let faulty = Array(document.replacing(from, with: to).utf8)
            #expect(throws: Refusal.self) { _ = try LawTables.published.get().with(operatorRows: faulty) }
        }
    }
}
