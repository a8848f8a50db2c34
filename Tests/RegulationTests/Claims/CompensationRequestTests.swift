import Regulation
import Testing

struct CompensationRequestTests {
    private typealias Make = AccidentFixture

    private static func codes(_ request: CompensationRequest) throws -> [String] {
        try Make.findings(request).map { "\($0.code) \($0.path ?? "")" }
    }

    @Test func `everything that is missing is named with its path`() throws {
        let request = CompensationRequest(
            accidentAt: nil,
            vehicles: [.init(id: nil, atFault: nil, insured: nil, damage: nil)],
            victims: [.init(id: "", medical: nil, deathDisability: nil)],
            outsideProperty: [.init(id: nil, loss: nil)])
        #expect(
            try Self.codes(request) == [
                "missing accidentAt", "missing vehicles[0].id", "missing vehicles[0].atFault",
                "missing vehicles[0].insured", "missing vehicles[0].damage", "missing victims[0].id",
                "missing victims[0].medical", "missing victims[0].deathDisability", "missing outsideProperty[0].id",
                "missing outsideProperty[0].loss",
            ])
        let findings = try Make.findings(request)
        #expect(findings.allSatisfy { $0.english != nil && $0.citation != nil })
    }

    @Test func `an accident without vehicles is none`() throws {
        #expect(try Self.codes(Make.request([])) == ["missing vehicles"])
    }

    @Test func `ids differ among all, whatever they stand for`() throws {
        let request = Make.request(
            [Make.car("A", .atFault), Make.car("A", .noFault)], [Make.person("A")], [Make.thing("A", "1")])
        #expect(
            try Self.codes(request) == [
                "duplicateID vehicles[1].id", "duplicateID victims[0].id", "duplicateID outsideProperty[0].id",
            ])
    }

    @Test func `nobody rides in a vehicle that was not there`() throws {
        let request = Make.request([Make.car("A", .atFault)], [Make.person("P", aboard: "B")])
        #expect(try Self.codes(request) == ["unknownVehicle victims[0].aboard"])
    }

    @Test func `amounts are neither negative nor beyond all measure`() throws {
        let request = Make.request(
            [Make.car("A", .atFault, "-0.01")], [Make.person("P", medical: "10000000000.01")],
            [Make.thing("T", "10000000000")], rescueCost: "-5")
        #expect(
            try Self.codes(request) == [
                "negativeAmount vehicles[0].damage", "amountTooLarge victims[0].medical", "negativeAmount rescueCost",
            ])
    }

    @Test func `more than a hundred of a kind are refused`() throws {
        let cars = (0...100).map { Make.car("V\($0)", .atFault, "1") }
        let people = (0...100).map { Make.person("P\($0)") }
        #expect(try Self.codes(Make.request(cars, people)) == ["tooMany vehicles", "tooMany victims"])
        #expect(try Self.codes(Make.request(Array(cars.dropLast()))) == [])
    }

    @Test func `an accident before the law is refused with the row's name`() throws {
        #expect(
            try Self.codes(Make.request(at: "2006-06-30", [Make.car("A", .atFault)])) == [
                "tableNotEncoded liabilityLimits/atFault/property"
            ])
    }

    @Test func `no message holds an id`() throws {
        let request = Make.request(
            [Make.car("京A12345", .atFault), Make.car("京A12345", .noFault)], [Make.person("张三", aboard: "李四")])
        let texts = try Make.findings(request).flatMap { [$0.message, $0.english ?? ""] }
        #expect(texts.allSatisfy { !$0.contains("京A12345") && !$0.contains("张三") && !$0.contains("李四") })
    }
}
