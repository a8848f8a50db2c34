import Regulation
import Testing

struct ExclusionTests {
    private typealias Make = AccidentFixture

    private static func drunk(_ cause: ExclusionCause = .drunk) -> CompensationRequest.Vehicle {
        Make.car("A", .atFault, "3000", cause: cause)
    }

    private static let victim = Make.person("P", medical: "30000", death: "100000")

    @Test(arguments: ExclusionCause.allCases)
    func `a ground of exclusion leaves only the advance, with recourse — Regulation 22`(_ cause: ExclusionCause) throws
    {
        let result = try Make.settled(
            Make.request([Self.drunk(cause)], [Self.victim], [Make.thing("wall", "500")], rescueCost: "12000"))
        #expect(Make.lines(result.payments) == ["A→P rescueAdvance 12000.00"])
        #expect(result.payments.map(\.recourse) == [true])
        #expect(Make.open(result) == ["A: 3000.00", "P: 118000.00", "wall: 500.00"])
    }

    @Test func `the advance stays within the medical limit, with fault and without — Regulation 22`() throws {
        let atFault = Make.request([Self.drunk()], [Self.victim], rescueCost: "25000")
        #expect(try Make.lines(Make.settled(atFault).payments) == ["A→P rescueAdvance 18000.00"])
        let without = Make.request([Make.car("A", .noFault, cause: .unlicensed)], [Self.victim], rescueCost: "25000")
        #expect(try Make.lines(Make.settled(without).payments) == ["A→P rescueAdvance 1800.00"])
    }

    @Test(arguments: [ExclusionCause.unlicensed, .drunk, .insuredIntentional])
    func `a court has injuries paid, never property, with recourse — Interpretation 15`(_ cause: ExclusionCause) throws
    {
        let result = try Make.settled(
            Make.request([Self.drunk(cause)], [Self.victim], [Make.thing("wall", "500")], rescueCost: "12000"))
        let court = try #require(result.courtPayments)
        #expect(Make.lines(court) == ["A→P medical 18000.00", "A→P deathDisability 100000.00"])
        #expect(court.map(\.recourse) == [true, true])
    }

    @Test func `for a stolen vehicle the court's reading is the clause's — Interpretation 15`() throws {
        let result = try Make.settled(Make.request([Self.drunk(.stolen)], [Self.victim], rescueCost: "12000"))
        #expect(result.courtPayments == nil)
    }

    @Test func `without a ground there is one reading`() throws {
        let result = try Make.settled(Make.request([Make.car("A", .atFault)], [Self.victim]))
        #expect(result.courtPayments == nil)
        #expect(result.payments.allSatisfy { !$0.recourse })
    }

    @Test func `with property alone the readings agree — Interpretation 15`() throws {
        let result = try Make.settled(Make.request([Self.drunk(), Make.car("B", .noFault, "5000")]))
        #expect(result.courtPayments == nil)
        // B is without fault and gives A its 100 all the same.
        #expect(Make.lines(result.payments) == ["B→A property 100.00"])
    }

    @Test func `the others pay what the excluded vehicle does not — Regulation 22`() throws {
        let cars = [Self.drunk(), Make.car("B", .atFault)]
        let people = [Make.person("P", medical: "20000", death: "100000")]
        let result = try Make.settled(Make.request(cars, people, rescueCost: "12000"))
        // B pays its 18,000 of medical costs; of the 2,000 left A's insurer advances rescue.
        #expect(
            Make.lines(result.payments) == [
                "A→P rescueAdvance 2000.00", "B→A property 2000.00", "B→P medical 18000.00",
                "B→P deathDisability 100000.00",
            ])
        let court = try #require(result.courtPayments)
        #expect(
            Make.lines(court) == [
                "A→P medical 10000.00", "A→P deathDisability 50000.00", "B→A property 2000.00",
                "B→P medical 10000.00", "B→P deathDisability 50000.00",
            ])
        #expect(court.map(\.recourse) == [true, true, false, false, false])
    }

    @Test func `an excluded vehicle without fault gives no substitution — Regulation 22`() throws {
        let cars = [Make.car("A", .atFault, "1000"), Make.car("B", .noFault, "500", cause: .drunk)]
        #expect(try Make.lines(Make.settled(Make.request(cars)).payments) == ["A→B property 500.00"])
    }

    @Test func `rescue of several is divided by medical costs, of which it may be all that is known`() throws {
        let people = [Make.person("P", medical: "6000"), Make.person("Q", medical: "3000")]
        let shared = try Make.explained(Make.request([Self.drunk()], people, rescueCost: "1000"))
        #expect(Make.lines(shared.0.payments) == ["A→P rescueAdvance 666.67", "A→Q rescueAdvance 333.33"])
        #expect(shared.1.notes.contains { $0.message.contains("抢救费用按各自医疗费用") })
        let early = Make.request([Self.drunk()], [Make.person("P"), Make.person("Q")], rescueCost: "1000")
        #expect(
            try Make.lines(Make.settled(early).payments) == ["A→P rescueAdvance 500.00", "A→Q rescueAdvance 500.00"])
    }

    @Test func `nothing is advanced to whoever meant it, nor aboard the vehicle itself — Regulation 21`() throws {
        let people = [
            Make.person("P", medical: "9000", intentional: true), Make.person("Q", aboard: "A", medical: "9000"),
        ]
        let result = try Make.settled(Make.request([Self.drunk()], people, rescueCost: "5000"))
        #expect(result.payments.isEmpty)
        #expect(result.courtPayments == nil)
    }

    @Test func `odd rescue costs are warned of and refuse nothing`() throws {
        func warnings(_ request: CompensationRequest) throws -> [String] {
            try Make.explained(request).1.warnings.map(\.code)
        }
        #expect(try warnings(Make.request([Self.drunk()], [Self.victim])) == ["rescueCostUnknown"])
        #expect(
            try warnings(Make.request([Make.car("A", .atFault)], [Self.victim], rescueCost: "5"))
                == ["rescueCostNotAdvanced"])
        #expect(
            try warnings(Make.request([Self.drunk()], [Self.victim], rescueCost: "30000.01"))
                == ["rescueCostBeyondMedical"])
        #expect(try warnings(Make.request([Self.drunk()], [Self.victim], rescueCost: "30000")).isEmpty)
    }

    @Test func `an uninsured drunken owner advances himself and has recourse to nobody`() throws {
        let car = Make.car("A", .atFault, insured: false, cause: .drunk)
        let result = try Make.settled(Make.request([car], [Self.victim], rescueCost: "100"))
        #expect(Make.purses(result.payments) == ["A→P ownerOf A"])
        #expect(result.payments.map(\.recourse) == [false])
    }

    @Test func `a cause is read by code and by term`() {
        for cause in ExclusionCause.allCases {
            #expect(ExclusionCause.read(cause.rawValue).value == cause)
            #expect(ExclusionCause.read(cause.chineseTerm).value == cause)
        }
        #expect(ExclusionCause.read("困倦").value == nil)
    }
}
