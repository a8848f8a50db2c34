import Regulation
import Testing

struct PremiumRefusalTests {
    private typealias Make = PremiumFixture

    @Test func `everything that stands against a premium is told at once`() throws {
        var request = Make.request(Make.history(years: 1))
        request.vehicle.use = nil
        request.region = nil
        request.appliedAt = nil
        request.end = nil
        request.history.isFirstInsurance = true
        request.history.policies[0].issuedAt = nil
        #expect(
            try Make.objections(request) == [
                "missing vehicle.use", "missing end", "missing appliedAt", "contradiction history.firstInsurance",
                "missing history.policies[0].issuedAt",
            ])
    }

    @Test func `a row that is not there is told beside what else is wrong`() throws {
        var request = Make.request(applied: "2006-06-20", start: "2006-06-30", shortTerm: .other)
        request.end = nil
        request.history.policies = [Make.year(2005)]
        #expect(
            try Make.objections(request) == [
                "missing end", "tableNotEncoded shortTerm", "contradiction history.firstInsurance",
                "tableNotEncoded basePremiums/no. 1",
            ])
    }

    @Test func `a region is asked for only where a row needs it`() throws {
        #expect(try Make.objections(Make.request(region: nil)).isEmpty)
        #expect(try Make.objections(Make.request(region: nil, Make.history(years: 1))) == ["missing region"])
        var late = Make.request(region: nil, Make.history(years: 1))
        late.end = nil
        #expect(try Make.objections(late) == ["missing end", "missing region"])
        #expect(
            try Make.objections(Make.request(VehicleFacts(vehicleClass: .lowSpeedTruck), region: nil)) == [
                "missing region"
            ])
    }

    @Test(arguments: ["710000", "810000", "820000"])
    func `a region with a law of its own is refused by name, whatever the history`(region: String) throws {
        for history in [Make.first, Make.history(years: 1)] {
            #expect(
                try Make.objections(Make.request(region: region, history)) == [
                    "tableNotEncoded floatingSchemes/\(region)"
                ])
        }
        #expect(try Make.objections(Make.short(3, .temporaryEntry, Make.car, region: region)).count == 1)
    }

    @Test func `a premium without anything lacks vehicle, term and application`() throws {
        let request = PremiumRequest(vehicle: VehicleFacts(), region: nil, appliedAt: nil, start: nil, end: nil)
        #expect(
            try Make.objections(request) == [
                "missing vehicle.class", "missing start", "missing end", "missing appliedAt",
            ])
    }

    @Test func `a start too early and an end that is none are both told`() throws {
        let request = Make.request(applied: "2026-03-02", start: "2026-03-01", end: "2027-02-01")
        #expect(try Make.objections(request) == ["startBeforeAcceptance start", "termNotOneYear end"])
    }

    @Test func `a leap day's end is a reading, and said to be one`() throws {
        let leap = Make.request(applied: "2024-02-20", start: "2024-02-29")
        #expect(try Make.answer(leap) == "950.00 none 0")
        #expect(try Make.notes(leap) == ["readingUnverified"])
    }
}
