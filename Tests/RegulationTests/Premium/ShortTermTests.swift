import Regulation
import Testing

struct ShortTermTests {
    private typealias Make = PremiumFixture

    private static func vehicle(base: Int) -> VehicleFacts {
        switch base {
        case 1800: VehicleFacts(vehicleClass: .passenger, use: .rental, ratedPassengers: 5)
        case 4480: VehicleFacts(vehicleClass: .truck, use: .commercial, ratedLoadKg: 12_000)
        case 80: VehicleFacts(vehicleClass: .motorcycle, displacementML: 50)
        case 120: VehicleFacts(vehicleClass: .motorcycle, displacementML: 125)
        default: Make.car
        }
    }

    @Test(arguments: [
        (950, 1, 18), (950, 6, 18), (950, 7, 18), (950, 8, 21), (950, 15, 39), (950, 30, 78), (950, 90, 234),
        (950, 180, 468), (950, 364, 947), (950, 365, 950), (1800, 30, 148), (4480, 7, 86), (80, 5, 2), (120, 30, 10),
    ])
    func `days of 365, seven at least, in whole yuan — Code 3(2)`(base: Int, days: Int, premium: Int) throws {
        for ground in ShortTermGround.allCases {
            let (result, _) = try Make.result(Make.short(days, ground, Self.vehicle(base: base)))
            #expect(result.premium.value.yuanText == "\(premium).00")
            #expect(result.basePremium.yuanText == "\(base).00")
        }
    }

    @Test func `six days are charged as seven, an hour more than seven as eight — Code 3(2)`() throws {
        for (end, premium) in [("2026-03-07", "18.00"), ("2026-03-08", "18.00"), ("2026-03-08 01:00", "21.00")] {
            let request = Make.request(end: end, shortTerm: .other)
            #expect(try Make.result(request).0.premium.value.yuanText == premium)
        }
    }

    @Test func `the divisor is 365 in leap years too — Code 3(2)`() throws {
        let leap = Make.request(
            applied: "2023-02-20", start: "2023-03-01", end: "2024-03-01", shortTerm: .other)
        #expect(try Make.answer(leap) == "953.00 none 0")
    }

    @Test func `temporary entry and temporary road use do not float, the others do — Code 3(2)`() throws {
        let history = Make.history(years: 3)
        for (ground, answer) in [
            (ShortTermGround.temporaryEntry, "234.00 none 0"), (.temporaryRoadUse, "234.00 none 0"),
            (.scrapWithinYear, "163.80 X3 -30"), (.other, "163.80 X3 -30"),
        ] {
            #expect(try Make.answer(Make.short(90, ground, history)) == answer)
        }
    }

    @Test func `a float multiplies the whole yuan and keeps the fen, with a note — Code 3(2)`() throws {
        // 950 × 8/365 = 20.82, in whole yuan 21, × 0.65 = 13.65.
        let request = Make.short(8, .scrapWithinYear, region: "110000", Make.history(years: 3))
        #expect(try Make.answer(request) == "13.65 X3 -35")
        #expect(try Make.notes(request) == ["readingUnverified"])
        let other = Make.short(8, .other, region: "110000", Make.history(years: 3))
        #expect(try Make.notes(other) == ["readingUnverified", "readingUnverified"])
    }

    @Test func `the formula speaks from 19 September 2020, by the day of application`() throws {
        let before = Make.request(
            applied: "2020-09-18 23:59:59", start: "2020-09-25", end: "2020-10-05", shortTerm: .other)
        #expect(try Make.objections(before) == ["tableNotEncoded shortTerm"])
        let since = Make.request(applied: "2020-09-19", start: "2020-09-25", end: "2020-10-05", shortTerm: .other)
        #expect(try Make.answer(since) == "26.00 none 0")
    }

    @Test func `longer terms never cost less, and a year's days no more than the year — Code 3(2)`() throws {
        var last = Amount.zero
        for days in 1...365 {
            let premium = try Make.result(Make.short(days, .other)).0.premium.value
            #expect(premium >= last)
            last = premium
        }
        #expect(last.yuanText == "950.00")
    }
}
