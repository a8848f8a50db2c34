import Regulation
import Testing

struct KnockForKnockTests {
    private typealias Make = AccidentFixture

    private static let fair = Make.request(
        [Make.car("A", .atFault, "2000"), Make.car("B", .atFault, "0")], allAgreed: true)

    private static func reasons(_ change: (inout CompensationRequest) -> Void) throws -> [String] {
        var request = fair
        change(&request)
        let settlement = try Make.settled(request).knockForKnock
        #expect(settlement.isEligible == settlement.reasons.isEmpty)
        #expect(settlement.isEligible || settlement.payments.isEmpty)
        #expect(settlement.reasons.allSatisfy { $0.citation != nil && $0.english != nil && $0.path != nil })
        return settlement.reasons.map(\.code)
    }

    @Test func `exactly the limit still settles — 2009 settlement rules`() throws {
        #expect(try Self.reasons { _ in }.isEmpty)
        #expect(try Make.lines(Make.settled(Self.fair).knockForKnock.payments) == ["A→A property 2000.00"])
    }

    @Test func `each condition that fails is a reason of its own — 2009 settlement rules`() throws {
        #expect(try Self.reasons { $0.allAgreed = nil } == ["notAllAgreed"])
        #expect(try Self.reasons { $0.allAgreed = false } == ["notAllAgreed"])
        #expect(try Self.reasons { $0.vehicles.removeLast() } == ["fewerThanTwoVehicles"])
        #expect(try Self.reasons { $0.vehicles[0].insured = false } == ["vehicleUninsured"])
        #expect(try Self.reasons { $0.vehicles[1].atFault = false } == ["vehicleWithoutFault"])
        #expect(try Self.reasons { $0.vehicles[0].damage = Amount(fen: 200_001) } == ["damageOverLimit"])
        #expect(try Self.reasons { $0.vehicles[0].cause = .drunk } == ["groundOfExclusion"])
        #expect(try Self.reasons { $0.victims = [Make.person("P", medical: "1")] } == ["personInjured"])
        #expect(try Self.reasons { $0.victims = [Make.person("P")] }.isEmpty)
        #expect(try Self.reasons { $0.outsideProperty = [Make.thing("T", "1")] } == ["outsidePropertyDamaged"])
        #expect(try Self.reasons { $0.outsideProperty = [Make.thing("T", "0")] }.isEmpty)
        #expect(
            try Self.reasons { $0.accidentAt = Instant.read("2008-12-31")?.instant } == ["beforeSettlementRules"])
    }

    @Test func `all reasons are told, not the first`() throws {
        let reasons = try Self.reasons {
            $0.allAgreed = false
            $0.victims = [Make.person("P", death: "1")]
            $0.vehicles[0].insured = false
            $0.vehicles[1].insured = false
        }
        #expect(reasons == ["personInjured", "notAllAgreed", "vehicleUninsured", "vehicleUninsured"])
    }
}
