import Regulation
import Testing

struct FloatTests {
    private typealias Make = PremiumFixture

    /// A history that comes to the factor, whatever else it says.
    private static func history(_ factor: FloatingFactor) -> PremiumHistory {
        let once = Make.claim("2025-06-10", paid: "2025-07-20")
        switch factor {
        case .none: return Make.first
        case .x1: return Make.history(years: 1)
        case .x2: return Make.history(years: 2)
        case .x3: return Make.history(years: 3)
        case .x4: return Make.history(years: 3, [once])
        case .x5: return Make.history(years: 3, [once, Make.claim("2025-08-10", paid: "2025-08-20")])
        case .x6: return Make.history(years: 3, [Make.claim("2025-06-10", paid: "2025-07-20", death: true)])
        }
    }

    @Test(arguments: [
        (5, "150000", FloatingFactor.x3, "475.00"), (5, "530000", .x3, "522.50"), (5, "140000", .x3, "570.00"),
        (5, "110000", .x3, "617.50"), (5, "310000", .x3, "665.00"), (5, "440000", .x1, "855.00"),
        (5, "440000", .x4, "950.00"), (5, "440000", .x5, "1045.00"), (5, "440000", .x6, "1235.00"),
        (6, "110000", .x2, "825.00"),
    ])
    func `published premiums come out to the fen — Notice 2 of 2020`(
        seats: Int, region: String, factor: FloatingFactor, premium: String
    ) throws {
        let car = VehicleFacts(vehicleClass: .passenger, use: .household, ratedPassengers: seats)
        let (result, _) = try Make.result(Make.request(car, region: region, Self.history(factor)))
        #expect(result.premium.value.yuanText == premium)
        #expect(result.floatingFactor == factor)
    }

    /// By scheme: X1 to X6 in per cent, and where it holds.
    private static let schemes: [(regions: [String], percents: [Int], notes: [Int])] = [
        (["150000", "460000", "630000", "540000"], [-30, -40, -50, 0, 10, 30], [0, 0, 0, 0, 0, 0]),
        (["610000", "530000", "450000"], [-25, -35, -45, 0, 10, 30], [1, 1, 0, 0, 0, 0]),
        (["620000", "220000", "140000", "230000", "650000"], [-20, -30, -40, 0, 10, 30], [1, 1, 0, 0, 0, 0]),
        (["110000", "120000", "130000", "640000"], [-15, -25, -35, 0, 10, 30], [1, 1, 0, 0, 0, 0]),
        (
            [
                "320000", "330000", "340000", "310000", "430000", "420000", "360000", "210000", "410000", "350000",
                "500000", "370000", "440000", "440300", "350200", "510000", "520000", "210200", "370200", "330200",
            ], [-10, -20, -30, 0, 10, 30], [0, 0, 0, 0, 0, 0]
        ),
    ]

    @Test func `every region has its scheme, and the middle steps say they are not verified — Notice 2 of 2020`() throws
    {
        #expect(Self.schemes.flatMap(\.regions).count == 36)
        for (regions, percents, notes) in Self.schemes {
            for region in regions {
                for (place, factor) in FloatingFactor.allCases.dropFirst().enumerated() {
                    let (result, remarks) = try Make.result(Make.request(region: region, Self.history(factor)))
                    #expect(result.floatingPercent == percents[place], "\(region) \(factor)")
                    #expect(remarks.notes.map(\.code) == (notes[place] == 0 ? [] : ["rowUnverified"]))
                }
            }
        }
    }

    @Test func `before 19 September 2020 one ladder holds everywhere, by the day of application — Floating Rules 3`()
        throws
    {
        let history = PremiumHistory(
            policies: (2017...2019).map { Make.policy("\($0)-09-18", "\($0)-09-25", "\($0 + 1)-09-25") })
        for (applied, answer) in [("2020-09-18 23:59:59", "665.00 X3 -30"), ("2020-09-19", "475.00 X3 -50")] {
            let request = Make.request(region: "150000", applied: applied, start: "2020-09-25", history)
            #expect(try Make.answer(request) == answer)
        }
    }

    @Test func `before 1 July 2007 nothing floats — Floating Rules 2`() throws {
        let history = PremiumHistory(policies: [Make.policy("2006-07-02", "2006-07-05", "2007-07-05")])
        for (applied, answer) in [("2007-06-30 23:59:59", "1050.00 none 0"), ("2007-07-01", "945.00 X1 -10")] {
            #expect(try Make.answer(Make.request(applied: applied, start: "2007-07-05", history)) == answer)
        }
    }

    @Test(arguments: [
        VehicleFacts(vehicleClass: .motorcycle, displacementML: 125),
        VehicleFacts(vehicleClass: .tractor, power: Power(kilowatts: "11"), tractorKind: .transport),
        VehicleFacts(vehicleClass: .lowSpeedTruck), VehicleFacts(vehicleClass: .threeWheeler),
    ])
    func `motorcycles, tractors, low-speed trucks and three-wheelers never float — Floating Rules 6, Code 3(6)`(
        vehicle: VehicleFacts
    ) throws {
        for factor in FloatingFactor.allCases {
            let (result, _) = try Make.result(Make.request(vehicle, Self.history(factor)))
            #expect(result.floatingFactor == .none)
            #expect(result.premium.value == result.basePremium)
        }
    }

    @Test func `nothing floats for the first insurance, a sale from another province, a move without proof`() throws {
        var sold = Self.history(.x3)
        sold.isSoldFromOtherProvince = true
        #expect(try Make.answer(Make.request(sold)) == "950.00 none 0")
        var moved = Self.history(.x3)
        moved.isMovedFromOtherProvince = true
        #expect(try Make.answer(Make.request(moved)) == "950.00 none 0")
        moved.isMovedWithProof = true
        #expect(try Make.answer(Make.request(moved)) == "665.00 X3 -30")
        var worse = Self.history(.x6)
        worse.isSoldFromOtherProvince = true
        #expect(try Make.answer(Make.request(worse)) == "950.00 none 0")
        #expect(try Make.answer(Make.request(Make.first)) == "950.00 none 0")
    }

    @Test func `first insurance and earlier policies contradict each other — Floating Rules 11(1)`() throws {
        var history = Self.history(.x1)
        history.isFirstInsurance = true
        #expect(try Make.objections(Make.request(history)) == ["contradiction history.firstInsurance"])
    }

    @Test func `neither the one nor the other is warned of and does not float`() throws {
        let (result, remarks) = try Make.result(Make.request(PremiumHistory()))
        #expect(result.floatingFactor == .none)
        #expect(remarks.warnings.map(\.code) == ["noEarlierPolicy"])
    }

    @Test func `the higher one counts and nothing adds up — Floating Rules 7`() throws {
        let claims = [
            Make.claim("2025-06-10", paid: "2025-07-20", death: true), Make.claim("2025-08-10", paid: "2025-08-20"),
            Make.claim("2025-09-10", paid: "2025-09-20"),
        ]
        #expect(try Make.answer(Make.request(Make.history(years: 3, claims))) == "1235.00 X6 30")
    }

    @Test func `accidents without fault and while stolen move nothing — Floating Rules 8 and 11(4)`() throws {
        let claims = [
            Make.claim("2025-06-10", paid: "2025-07-20", atFault: false, death: true),
            Make.claim("2025-08-10", paid: "2025-08-20", stolen: true), Make.claim("2025-10-10", atFault: false),
            Make.claim("2025-11-10", stolen: true),
        ]
        #expect(try Make.answer(Make.request(Make.history(years: 3, claims))) == "665.00 X3 -30")
    }
}
