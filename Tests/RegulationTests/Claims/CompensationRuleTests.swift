import Regulation
import Testing

struct CompensationRuleTests {
    private typealias Make = AccidentFixture

    private static func lines(_ request: CompensationRequest) throws -> [String] {
        try Make.lines(Make.settled(request).payments)
    }

    @Test func `a single vehicle pays nothing for itself and those aboard — Regulation 21`() throws {
        let result = try Make.settled(
            Make.request([Make.car("A", .atFault, "9000")], [Make.person("P", aboard: "A", medical: "5000")]))
        #expect(result.payments.isEmpty)
        #expect(Make.open(result) == ["A: 9000.00", "P: 5000.00"])
    }

    @Test func `people aboard are victims of the other vehicles — claims practice ÷(N−1)`() throws {
        let cars = [Make.car("A", .atFault), Make.car("B", .atFault), Make.car("C", .atFault)]
        #expect(
            try Self.lines(Make.request(cars, [Make.person("P", aboard: "A", medical: "8000")])) == [
                "B→P medical 4000.00", "C→P medical 4000.00",
            ])
    }

    @Test func `people outside are victims of all at fault — claims practice ÷N`() throws {
        let cars = [Make.car("A", .atFault), Make.car("B", .atFault), Make.car("C", .atFault)]
        #expect(
            try Self.lines(Make.request(cars, [Make.person("P", medical: "9000")])) == [
                "A→P medical 3000.00", "B→P medical 3000.00", "C→P medical 3000.00",
            ])
    }

    @Test func `a vehicle without fault shares injuries by its limit — Interpretation 18`() throws {
        let cars = [Make.car("A", .atFault), Make.car("B", .noFault)]
        // 18,000 and 1,800: ten elevenths and one.
        #expect(
            try Self.lines(Make.request(cars, [Make.person("P", medical: "11000")])) == [
                "A→P medical 10000.00", "B→P medical 1000.00",
            ])
    }

    @Test func `a vehicle without fault pays people aboard those at fault, not aboard others without`() throws {
        let cars = [Make.car("A", .atFault), Make.car("B", .noFault), Make.car("C", .noFault)]
        #expect(
            try Self.lines(Make.request(cars, [Make.person("P", aboard: "A", medical: "2000")])) == [
                "B→P medical 1000.00", "C→P medical 1000.00",
            ])
        var request = Make.request(cars, [Make.person("P", aboard: "B", medical: "2200")])
        #expect(try Self.lines(request) == ["A→P medical 2200.00"])
        request.noFaultPaysAboardNoFault = true
        #expect(try Self.lines(request) == ["A→P medical 2000.00", "C→P medical 200.00"])
    }

    @Test func `vehicles without fault pay things outside only when none is at fault`() throws {
        let things = [Make.thing("wall", "1000")]
        #expect(
            try Self.lines(Make.request([Make.car("A", .noFault), Make.car("B", .noFault)], [], things)) == [
                "A→wall property 100.00", "B→wall property 100.00",
            ])
        #expect(
            try Self.lines(Make.request([Make.car("A", .atFault), Make.car("B", .noFault)], [], things)) == [
                "A→wall property 1000.00"
            ])
    }

    @Test func `vehicles without fault owe one another nothing — claims practice`() throws {
        #expect(try Self.lines(Make.request([Make.car("A", .noFault, "500"), Make.car("B", .noFault, "700")])).isEmpty)
    }

    @Test func `what a vehicle does not need of a substitution goes to nobody — claims practice`() throws {
        let cars = [Make.car("A", .atFault, "10"), Make.car("B", .atFault, "5000"), Make.car("C", .noFault)]
        // A gets its 10, B its 50 and not the 40 that A leaves.
        #expect(
            try Self.lines(Make.request(cars)) == [
                "A→B property 2000.00", "C→A property 10.00", "C→B property 50.00",
            ])
    }

    @Test func `a limit shared by three is paid to the last fen, ties by id`() throws {
        let cars = [
            Make.car("A", .atFault, "9000"), Make.car("B", .atFault, "9000"), Make.car("C", .atFault, "9000"),
            Make.car("D", .noFault),
        ]
        let given = try Self.lines(Make.request(cars)).filter { $0.hasPrefix("D") }
        #expect(given == ["D→A property 33.34", "D→B property 33.33", "D→C property 33.33"])
        let paid = try Self.lines(
            Make.request(
                [Make.car("A", .atFault), Make.car("B", .atFault), Make.car("C", .atFault)], [],
                [Make.thing("wall", "100")]))
        #expect(paid == ["A→wall property 33.34", "B→wall property 33.33", "C→wall property 33.33"])
    }

    @Test func `what one limit leaves uncovered falls on the others — claims practice, second round`() throws {
        let cars = [Make.car("A", .atFault), Make.car("B", .atFault)]
        let people = [Make.person("P", aboard: "A", death: "180000"), Make.person("Q", death: "120000")]
        // B owes 180,000 and 60,000 and has 180,000: 135,000 and 45,000. The 15,000 open of Q fall on A.
        #expect(
            try Self.lines(Make.request(cars, people)) == [
                "A→Q deathDisability 75000.00", "B→P deathDisability 135000.00", "B→Q deathDisability 45000.00",
            ])
        let (_, remarks) = try Make.explained(Make.request(cars, people))
        #expect(remarks.notes.contains { $0.code == "readingUnverified" && $0.message.contains("首轮之后") })
    }

    @Test func `limits do not lend to one another — Regulation 23`() throws {
        let result = try Make.settled(
            Make.request([Make.car("A", .atFault)], [Make.person("P", medical: "50000", death: "1")]))
        #expect(Make.lines(result.payments) == ["A→P medical 18000.00", "A→P deathDisability 1.00"])
    }

    @Test func `the insurer of the vehicle at fault hands over what the one without fault owes`() throws {
        let result = try Make.settled(Make.request([Make.car("A", .atFault, "1000"), Make.car("B", .noFault, "500")]))
        #expect(Make.purses(result.payments) == ["A→B insurerOf A", "B→A insurerOf A"])
        #expect(result.payments.map(\.heading) == [.atFault, .noFault])
    }

    @Test func `owners of uninsured vehicles pay themselves — Interpretation 16`() throws {
        let giver = [Make.car("A", .atFault, "1000"), Make.car("B", .noFault, "500", insured: false)]
        #expect(try Make.purses(Make.settled(Make.request(giver)).payments) == ["A→B insurerOf A", "B→A ownerOf B"])
        let receiver = [Make.car("A", .atFault, "1000", insured: false), Make.car("B", .noFault, "500")]
        #expect(try Make.purses(Make.settled(Make.request(receiver)).payments) == ["A→B ownerOf A", "B→A insurerOf B"])
        let (_, remarks) = try Make.explained(Make.request(giver))
        #expect(remarks.notes.count == 2)
    }

    @Test func `an ordinary accident carries no notes and no warnings`() throws {
        let (_, remarks) = try Make.explained(
            Make.request([Make.car("A", .atFault, "1000"), Make.car("B", .noFault, "500")]))
        #expect(remarks == Remarks())
    }

    @Test func `counterfactuals run the rule again`() throws {
        let request = Make.request([Make.car("A", .atFault, "1000"), Make.car("B", .noFault, "1500")])
        let results = try CompensationRule.counterfactuals(for: request, by: LawTables.published.get())
        #expect(results.map(\.vehicle) == ["A", "B"])
        // A without fault: neither pays. B at fault too: each pays the other in full.
        #expect(results.map(\.total.yuanText) == ["0.00", "2500.00"])
        #expect(results.map(\.difference.yuanText) == ["-1600.00", "900.00"])
        #expect(results.map(\.paid.yuanText) == ["0.00", "1000.00"])
    }
}
