import Regulation
import Testing

struct ClassificationTests {
    /// `row 5`, or what stands against it: `missing vehicle.use`.
    private static func row(_ vehicle: VehicleFacts) -> String {
        do {
            return "row \(try Classification.tariffRow(of: vehicle).number)"
        } catch {
            return error.findings.map { "\($0.code) \($0.path ?? "")" }.joined(separator: ", ")
        }
    }

    private static func passenger(_ use: VehicleUse?, _ seats: Int?) -> VehicleFacts {
        VehicleFacts(vehicleClass: .passenger, use: use, ratedPassengers: seats)
    }

    private static func load(
        _ vehicleClass: VehicleClass, _ use: VehicleUse?, _ kilograms: Int?, quasi: Int? = nil, special: Int? = nil
    ) -> VehicleFacts {
        VehicleFacts(
            vehicleClass: vehicleClass, use: use, ratedLoadKg: kilograms, quasiTractionMassKg: quasi,
            specialClass: special)
    }

    @Test(arguments: [
        VehicleUse.household, .enterprise, .government, .rental, .cityBus, .highwayCoach,
    ])
    func `a bound of seats belongs to the row it begins — Tariff 2008, 含起点不含终点`(use: VehicleUse) {
        for seats in 1...60 {
            let published = PublishedTariff.seats.first { $0.use == use && $0.holds(seats) }
            let expected = published.map { "row \($0.number)" } ?? "noTariffRow vehicle.ratedPassengers"
            #expect(Self.row(Self.passenger(use, seats)) == expected, "\(seats)")
        }
    }

    @Test(arguments: [VehicleClass.truck, .semiTrailerTractor], [VehicleUse.nonCommercial, .commercial])
    func `a bound of tonnes belongs to the row it begins — Tariff 2008, 含起点不含终点`(
        vehicleClass: VehicleClass, use: VehicleUse
    ) {
        for kilograms in [1, 1999, 2000, 2001, 4999, 5000, 5001, 9999, 10_000, 10_001, 49_000] {
            let published = PublishedTariff.tonnes.first { $0.use == use && $0.holds(kilograms / 1000) }
            #expect(
                Self.row(Self.load(vehicleClass, use, kilograms)) == "row \(published?.number ?? 0)", "\(kilograms)")
        }
    }

    @Test func `buses and coaches begin with six seats — Tariff 2008, notes`() {
        for use in [VehicleUse.cityBus, .highwayCoach] {
            #expect(Self.row(Self.passenger(use, 5)) == "noTariffRow vehicle.ratedPassengers")
            #expect(Self.row(Self.passenger(use, 6)).hasPrefix("row "))
        }
    }

    @Test func `a use the tariff has no row for is refused by name`() throws {
        #expect(Self.row(Self.passenger(.commercial, 5)) == "noTariffRow vehicle.use")
        #expect(Self.row(Self.load(.truck, .household, 1500)) == "noTariffRow vehicle.use")
        let refusal = #expect(throws: Refusal.self) {
            try Classification.tariffRow(of: Self.load(.semiTrailerTractor, .rental, 1500))
        }
        let message = try #require(refusal?.findings.first).message
        #expect(message.contains("半挂牵引车") && message.contains("出租租赁"))
    }

    @Test func `a semi-trailer tractor goes by rated load, else quasi-traction mass, else as 10 tonnes — Code 3(5)`() {
        let use = VehicleUse.commercial
        #expect(Self.row(Self.load(.semiTrailerTractor, use, 4000, quasi: 40_000)) == "row 29")
        #expect(Self.row(Self.load(.semiTrailerTractor, use, nil, quasi: 9999)) == "row 30")
        #expect(Self.row(Self.load(.semiTrailerTractor, use, 0, quasi: 1500)) == "row 28")
        #expect(Self.row(Self.load(.semiTrailerTractor, use, nil)) == "row 31")
        #expect(Self.row(Self.load(.semiTrailerTractor, .nonCommercial, nil)) == "row 27")
    }

    @Test func `the tractor of container trailers is a special vehicle of class 4 — Tariff 2008`() {
        #expect(Self.row(Self.load(.semiTrailerTractor, .commercial, 4000, special: 4)) == "row 35")
        #expect(Self.row(Self.load(.semiTrailerTractor, .commercial, 4000, special: 2)) == "row 29")
    }

    @Test func `police and prison vans go by seats in the government rows, whatever class and use — Code 3(4)`() {
        for vehicleClass in [VehicleClass.passenger, .truck, .special, nil] {
            for use in [VehicleUse.household, .commercial, nil] {
                for (seats, row) in [(5, 7), (6, 8), (9, 8), (10, 9), (19, 9), (20, 10)] {
                    let van = VehicleFacts(
                        vehicleClass: vehicleClass, use: use, ratedPassengers: seats, isPoliceOrPrisonVan: true)
                    #expect(Self.row(van) == "row \(row)")
                }
            }
        }
        let bare = VehicleFacts(vehicleClass: .special, specialClass: 1, isPoliceOrPrisonVan: true)
        #expect(Self.row(bare) == "missing vehicle.ratedPassengers")
    }

    @Test func `special vehicles go by their class — Tariff 2008`() {
        for number in 1...4 {
            #expect(Self.row(VehicleFacts(vehicleClass: .special, specialClass: number)) == "row \(31 + number)")
        }
        for number in [0, 5, -1, Int.max] {
            #expect(
                Self.row(VehicleFacts(vehicleClass: .special, specialClass: number))
                    == "outOfRange vehicle.specialClass")
        }
    }

    @Test func `motorcycles: up to 50, up to 250 with it, above, and every sidecar — Tariff 2008`() {
        for (displacement, row) in [(1, 36), (50, 36), (51, 37), (250, 37), (251, 38), (1800, 38)] {
            let motorcycle = VehicleFacts(vehicleClass: .motorcycle, displacementML: displacement)
            #expect(Self.row(motorcycle) == "row \(row)")
        }
        #expect(Self.row(VehicleFacts(vehicleClass: .motorcycle, displacementML: 49, hasSidecar: true)) == "row 38")
        #expect(Self.row(VehicleFacts(vehicleClass: .motorcycle)) == "missing vehicle.displacementML")
        #expect(
            Self.row(VehicleFacts(vehicleClass: .motorcycle, displacementML: -1)) == "outOfRange vehicle.displacementML"
        )
    }

    @Test func `electric motorcycles go by kind, and the answer says no text has it`() throws {
        for (kind, row) in [(MotorcycleKind.moped, "80.00"), (.ordinary, "120.00")] {
            let motorcycle = VehicleFacts(
                vehicleClass: .motorcycle, motorcycleKind: kind, energy: .batteryElectric)
            let request = PremiumFixture.request(motorcycle)
            #expect(try PremiumFixture.answer(request) == "\(row) none 0")
            let notes = try PremiumFixture.result(request).1.notes
            #expect(notes.contains { $0.code == "readingUnverified" && $0.path == "vehicle.energy" })
        }
        let unknown = VehicleFacts(vehicleClass: .motorcycle, energy: .batteryElectric)
        #expect(Self.row(unknown) == "missing vehicle.motorcycleKind")
        for energy in [Energy.petrol, .fuelCell, .plugInHybrid] {
            let moped = VehicleFacts(vehicleClass: .motorcycle, motorcycleKind: .moped, energy: energy)
            #expect(Self.row(moped) == "missing vehicle.displacementML")
        }
        let measured = VehicleFacts(vehicleClass: .motorcycle, displacementML: 125, energy: .batteryElectric)
        #expect(Self.row(measured) == "row 37")
    }

    @Test func `tractors: 14.7 kW belongs to the lower row — document 53 of 2007`() {
        let cases: [(TractorKind, String, Int)] = [
            (.multiPurpose, "14.7", 39), (.multiPurpose, "14.700001", 40), (.transport, "14.69", 41),
            (.transport, "90", 42),
        ]
        for (kind, power, row) in cases {
            let tractor = VehicleFacts(
                vehicleClass: .tractor, power: Power(kilowatts: power), tractorKind: kind)
            #expect(Self.row(tractor) == "row \(row)")
        }
        #expect(
            Self.row(VehicleFacts(vehicleClass: .tractor)) == "missing vehicle.tractorKind, missing vehicle.powerKW")
    }

    @Test func `trailers are not insured, and vehicles of the forces not here — Regulation 42 and 44`() {
        #expect(Self.row(VehicleFacts(vehicleClass: .trailer)) == "trailerNotInsurable vehicle.class")
        #expect(
            Self.row(VehicleFacts(vehicleClass: .trailer, ratedPassengers: 5, isPoliceOrPrisonVan: true))
                == "trailerNotInsurable vehicle.class")
        #expect(
            Self.row(VehicleFacts(vehicleClass: .passenger, isMilitary: true)) == "militaryVehicle vehicle.military")
    }

    @Test func `everything missing is named, and no number makes the rule stumble`() {
        #expect(Self.row(VehicleFacts()) == "missing vehicle.class")
        #expect(Self.row(Self.passenger(nil, nil)) == "missing vehicle.use, missing vehicle.ratedPassengers")
        #expect(Self.row(Self.load(.truck, nil, nil)) == "missing vehicle.use, missing vehicle.ratedLoadKg")
        #expect(Self.row(Self.load(.truck, .commercial, 0)) == "missing vehicle.ratedLoadKg")
        for strange in [Int.min, -1] {
            #expect(Self.row(Self.passenger(.household, strange)) == "outOfRange vehicle.ratedPassengers")
            #expect(Self.row(Self.load(.truck, .commercial, strange)) == "outOfRange vehicle.ratedLoadKg")
            #expect(
                Self.row(Self.load(.semiTrailerTractor, .commercial, nil, quasi: strange))
                    == "outOfRange vehicle.quasiTractionMassKg")
        }
        #expect(Self.row(Self.passenger(.household, 0)) == "outOfRange vehicle.ratedPassengers")
        #expect(Self.row(Self.passenger(.household, Int.max)) == "row 2")
        #expect(Self.row(Self.load(.truck, .commercial, Int.max)) == "row 31")
    }
}
