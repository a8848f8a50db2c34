import Regulation
import Testing

/// Every published base premium, asked for as a vehicle that falls in its row.
struct BasePremiumTests {
    private typealias Make = PremiumFixture

    /// A vehicle in the middle of a row.
    private static func vehicle(_ row: PublishedTariff.Row) -> VehicleFacts {
        let size = (row.least ?? 1) + 1
        switch row.number {
        case 1...23: return VehicleFacts(vehicleClass: .passenger, use: row.use, ratedPassengers: size)
        case 24...31:
            return VehicleFacts(vehicleClass: .truck, use: row.use, ratedLoadKg: (row.least ?? 0) * 1000 + 500)
        case 32...35: return VehicleFacts(vehicleClass: .special, specialClass: row.number - 31)
        default:
            return VehicleFacts(vehicleClass: .motorcycle, displacementML: [36: 50, 37: 250, 38: 251][row.number])
        }
    }

    @Test(arguments: PublishedTariff.rows)
    func `the edition of 2008 is read for covers that begin on or after 1 February 2008 — Tariff 2008`(
        row: PublishedTariff.Row
    ) throws {
        for (applied, start) in [("2008-01-20", "2008-02-01"), ("2026-02-20", "2026-03-01")] {
            let (result, _) = try Make.result(Make.request(Self.vehicle(row), applied: applied, start: start))
            #expect(result.tariffRow.number == row.number)
            #expect(result.basePremium.yuanText == "\(row.premium2008).00")
            #expect(result.premium.value == result.basePremium)
        }
    }

    @Test(arguments: PublishedTariff.rows)
    func `the edition of 2006 is read for covers that begin before — Tariff 2006`(row: PublishedTariff.Row) throws {
        for (applied, start) in [("2006-07-01", "2006-07-01"), ("2008-01-20", "2008-01-31 23:59:59")] {
            let (result, _) = try Make.result(Make.request(Self.vehicle(row), applied: applied, start: start))
            #expect(result.basePremium.yuanText == "\(row.premium2006).00")
        }
    }

    @Test(arguments: PublishedTariff.rows)
    func `rows are titled as published — Tariff 2008`(row: PublishedTariff.Row) throws {
        #expect(try #require(TariffRow(number: row.number)).title.chinese == row.title)
    }

    @Test func `a cover before the first edition is refused by the row's name`() throws {
        let request = Make.request(applied: "2006-06-20", start: "2006-06-30")
        #expect(try Make.objections(request) == ["tableNotEncoded basePremiums/no. 1"])
    }

    @Test(arguments: PublishedTariff.tractors)
    func `tractors pay by province — document 53 of 2007`(region: String, premiums: [Int]) throws {
        for (place, premium) in premiums.enumerated() {
            let kind: TractorKind = place < 2 ? .multiPurpose : .transport
            let power = Power(kilowatts: place % 2 == 0 ? "14.7" : "14.71")
            let tractor = VehicleFacts(vehicleClass: .tractor, power: power, tractorKind: kind)
            let (result, remarks) = try Make.result(Make.request(tractor, region: region))
            #expect(result.tariffRow.number == 39 + place)
            #expect(result.premium.value.yuanText == "\(premium).00")
            #expect(remarks == Remarks())
        }
    }

    @Test(arguments: PublishedTariff.regionsWithoutTractors)
    func `a region without a row is refused and never guessed — document 53 of 2007`(region: String) throws {
        for vehicle in [VehicleFacts(vehicleClass: .lowSpeedTruck), VehicleFacts(vehicleClass: .threeWheeler)] {
            #expect(
                try Make.objections(Make.request(vehicle, region: region)) == [
                    "tableNotEncoded tractorPremiums/\(region)/42"
                ])
        }
    }

    @Test func `low-speed trucks and three-wheelers take the row of large transport tractors — Tariff 2008, notes`()
        throws
    {
        let truck = Make.request(VehicleFacts(vehicleClass: .lowSpeedTruck), region: "330000")
        #expect(try Make.answer(truck) == "700.00 none 0")
        #expect(try Make.notes(truck).isEmpty)
        let wheeler = Make.request(VehicleFacts(vehicleClass: .threeWheeler), region: "330000")
        #expect(try Make.answer(wheeler) == "700.00 none 0")
        #expect(try Make.notes(wheeler) == ["readingUnverified"])
    }
}
