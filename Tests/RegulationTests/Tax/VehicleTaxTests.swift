import Regulation
import Testing

/// Vehicle Tax Law and Rules; collection by insurers.
struct VehicleTaxTests {
    private let tables = LawTables.published

    private func request(
        _ region: String, _ vehicle: VehicleFacts, year: Int = 2026, month: Int? = nil,
        relief: VehicleTaxRelief? = nil
    ) -> VehicleTaxRequest {
        VehicleTaxRequest(
            region: Region(code: region), vehicle: vehicle, year: year, acquiredMonth: month, relief: relief)
    }

    private func car(_ displacement: Int?, energy: Energy? = nil, seats: Int = 5) -> VehicleFacts {
        VehicleFacts(
            vehicleClass: .passenger, use: .household, ratedPassengers: seats, displacementML: displacement,
            energy: energy)
    }

    private func byMass(_ vehicleClass: VehicleClass, _ mass: Int?) -> VehicleFacts {
        VehicleFacts(vehicleClass: vehicleClass, curbMassKg: mass)
    }

    private func result(
        _ request: VehicleTaxRequest, _ remarks: inout Remarks
    ) throws -> VehicleTaxResult<Unrecorded.Nothing> {
        try VehicleTaxRule.tax(of: request, by: tables.get(), as: Unrecorded.self, &remarks)
    }

    private func tax(_ request: VehicleTaxRequest) throws -> String {
        var remarks = Remarks()
        return try result(request, &remarks).tax.value.yuanText
    }

    private func codes(_ request: VehicleTaxRequest) throws -> [String] {
        var remarks = Remarks()
        let tables = try tables.get()
        do {
            _ = try VehicleTaxRule.tax(of: request, by: tables, as: Unrecorded.self, &remarks)
            return []
        } catch {
            return error.findings.map(\.code)
        }
    }

    @Test(arguments: ["330000", "330200"]) func `the published taxes, to the fen`(region: String) throws {
        #expect(try tax(request(region, car(1598), month: 1)) == "300.00")
        #expect(try tax(request(region, car(1998), month: 10)) == "90.00")
        #expect(try tax(request(region, car(1600), month: 12)) == "25.00")
        #expect(try tax(request(region, byMass(.truck, 4455))) == "267.30")
        #expect(try tax(request(region, byMass(.trailer, 6300))) == "189.00")
        #expect(try tax(request("150000", car(2995))) == "1800.00")
        #expect(try tax(request(region, car(1498), relief: .half)) == "150.00")
        #expect(try tax(request(region, car(nil, energy: .batteryElectric))) == "0.00")
    }

    @Test func `an exempt region's row is not needed for what is not taxed`() throws {
        #expect(try tax(request("460000", car(nil, energy: .batteryElectric))) == "0.00")
        #expect(try tax(request("460000", car(nil, energy: .fuelCell))) == "0.00")
        #expect(try tax(request("460000", car(1600), relief: .exempt)) == "0.00")
        #expect(try tax(request("460000", VehicleFacts(vehicleClass: .tractor))) == "0.00")
        #expect(try tax(request("460000", VehicleFacts(isPoliceOrPrisonVan: true))) == "0.00")
        #expect(try tax(request("460000", VehicleFacts(isMilitary: true))) == "0.00")
        let moped = VehicleFacts(vehicleClass: .motorcycle, displacementML: 49, motorcycleKind: .moped)
        #expect(try tax(request("460000", moped)) == "0.00")
    }

    @Test(arguments: [
        (1, "180.00"), (1000, "180.00"), (1001, "300.00"), (1600, "300.00"), (1601, "360.00"), (2000, "360.00"),
        (2001, "660.00"), (2500, "660.00"), (2501, "1500.00"), (3000, "1500.00"), (3001, "3000.00"),
        (4000, "3000.00"), (4001, "4500.00"), (Int.max, "4500.00"),
    ])
    func `the upper end belongs to its band`(displacement: Int, expected: String) throws {
        #expect(try tax(request("330200", car(displacement))) == expected)
    }

    @Test func `nine seats are a car, ten a bus, twenty a large one`() throws {
        #expect(try tax(request("330200", car(1600, seats: 9))) == "300.00")
        #expect(try tax(request("330200", car(1600, seats: 10))) == "480.00")
        #expect(try tax(request("330200", car(nil, seats: 19))) == "480.00")
        #expect(try tax(request("330200", car(nil, seats: 20))) == "540.00")
    }

    @Test func `mass counts with its fractions, other classes by their items`() throws {
        #expect(try tax(request("330200", byMass(.semiTrailerTractor, 8805))) == "528.30")
        #expect(try tax(request("330200", byMass(.lowSpeedTruck, 1999))) == "119.94")
        #expect(try tax(request("330200", byMass(.threeWheeler, 1))) == "0.06")
        #expect(try tax(request("330200", byMass(.special, 12_000))) == "720.00")
        #expect(try tax(request("330200", VehicleFacts(vehicleClass: .motorcycle, displacementML: 125))) == "60.00")
        #expect(try tax(request("330200", byMass(.truck, 1_000_000))) == "60000.00")
    }

    @Test func `a trailer's rate is half a truck's, as the published rows of three provinces have it`() throws {
        for (region, rate) in [("110000", "48.00"), ("330000", "30.00"), ("150000", "42.00")] {
            #expect(try tax(request(region, byMass(.trailer, 1000))) == rate)
        }
    }

    @Test(arguments: 1...12) func `a new vehicle is taxed from its month on — Rules 19`(month: Int) throws {
        let expected = Amount(fen: Int64(13 - month) * 2500)
        #expect(try tax(request("330200", car(1600), month: month)) == expected?.yuanText)
    }

    @Test func `a city without a row has its province's`() throws {
        #expect(try tax(request("440300", car(1600))) == "360.00")
        #expect(try tax(request("370200", car(1600))) == "360.00")
        #expect(try codes(request("210200", car(1600))) == ["tableNotEncoded"])
    }

    @Test func `what Beijing collects is ten twelfths of its schedule`() throws {
        #expect(try tax(request("110000", car(1600))) == "350.00")
        #expect(try tax(request("110000", car(2000))) == "400.00")
    }

    @Test func `rows that are missing refuse by name, unverified ones are noted`() throws {
        var remarks = Remarks()
        let tables = try tables.get()
        let missing = request("140000", car(1600))
        #expect {
            _ = try VehicleTaxRule.tax(of: missing, by: tables, as: Unrecorded.self, &remarks)
        } throws: {
            ($0 as? Refusal)?.findings.map(\.path) == ["vehicleTax/140000/passengerUpTo1600"]
        }
        #expect(try tax(request("140000", car(1000))) == "180.00")
        #expect(try codes(request("650000", byMass(.truck, 1000))) == ["tableNotEncoded"])
        #expect(try codes(request("330200", car(1600), year: 2011)) == ["tableNotEncoded"])
        _ = try result(request("510000", car(1600)), &remarks)
        #expect(remarks.notes.map(\.code) == ["rowUnverified"])
        var verified = Remarks()
        _ = try result(request("330200", car(1600)), &verified)
        #expect(verified == Remarks())
    }

    @Test func `a zero that rests on what was not verified says so in the figure and in a note`() throws {
        for (vehicle, isVerified) in [
            (car(nil, energy: .batteryElectric), false), (VehicleFacts(vehicleClass: .tractor), false),
            (VehicleFacts(isMilitary: true), true),
        ] {
            var remarks = Remarks()
            let node = try VehicleTaxRule.tax(
                of: request("330200", vehicle), by: tables.get(), as: Recorded.self, &remarks
            ).tax.node
            #expect(node.status == (isVerified ? nil : .unverified))
            #expect(remarks.notes.map(\.code) == (isVerified ? [] : ["readingUnverified"]))
        }
    }

    @Test func `that a special vehicle is one for special work is noted as a reading`() throws {
        var remarks = Remarks()
        _ = try result(request("330200", byMass(.special, 12_000)), &remarks)
        #expect(remarks.notes.map(\.path) == ["vehicle.class"])
    }

    @Test func `what is missing or impossible is told at once`() throws {
        #expect(try codes(VehicleTaxRequest()) == ["missing", "missing", "missing"])
        #expect(try codes(request("330200", VehicleFacts())) == ["missing"])
        #expect(try codes(request("330200", car(nil))) == ["missing"])
        #expect(try codes(request("330200", car(0))) == ["outOfRange"])
        #expect(try codes(request("330200", car(1600, seats: .min))) == ["outOfRange"])
        #expect(try codes(request("330200", byMass(.truck, nil))) == ["missing"])
        for mass in [0, -1, 1_000_001, Int.max, .min] {
            #expect(try codes(request("330200", byMass(.truck, mass))) == ["outOfRange"])
        }
        for month in [0, 13, Int.max, .min] {
            #expect(try codes(request("330200", car(1600), month: month)) == ["outOfRange"])
        }
        for year in [Int.max, .min, 2201] {
            #expect(try codes(request("330200", car(1600), year: year)) == ["outOfRange"])
        }
    }
}
