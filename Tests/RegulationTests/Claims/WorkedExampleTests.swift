import Regulation
import Testing

/// The worked examples of the claims practice and of its commentators: who pays whom, to the fen, and what is left.
struct WorkedExampleTests {
    struct Example: CustomTestStringConvertible, Sendable {
        let title: String
        let request: CompensationRequest
        let payments: [String]
        let open: [String]

        var testDescription: String { title }
    }

    private typealias Make = AccidentFixture

    static let property: [Example] = [
        Example(
            title: "P01 两车互碰，各负同等责任",
            request: Make.request([Make.car("A", .atFault, "3500"), Make.car("B", .atFault, "3200")]),
            payments: ["A→B property 2000.00", "B→A property 2000.00"], open: ["A: 1500.00", "B: 1200.00"]),
        Example(
            title: "P02 A全责 B无责",
            request: Make.request([Make.car("A", .atFault, "1000"), Make.car("B", .noFault, "1500")]),
            payments: ["A→B property 1500.00", "B→A property 100.00"], open: ["A: 900.00"]),
        Example(
            title: "P03 A全责 B无责，路产1000",
            request: Make.request(
                [Make.car("A", .atFault, "2000"), Make.car("B", .noFault, "5000")], [], [Make.thing("road", "1000")]),
            payments: ["A→B property 1666.67", "A→road property 333.33", "B→A property 100.00"],
            open: ["A: 1900.00", "B: 3333.33", "road: 666.67"]),
        Example(
            title: "P04 A全责 B无责且未投保，路产1000",
            request: Make.request(
                [Make.car("A", .atFault, "800"), Make.car("B", .noFault, "700", insured: false)], [],
                [Make.thing("road", "1000")]),
            payments: ["A→B property 700.00", "A→road property 1000.00", "B→A property 100.00"],
            open: ["A: 700.00"]),
        Example(
            title: "P06 四车：A全责，B C D无责",
            request: Make.request([
                Make.car("A", .atFault, "1000"), Make.car("B", .noFault, "600"), Make.car("C", .noFault, "800"),
                Make.car("D", .noFault, "500"),
            ]),
            payments: [
                "A→B property 600.00", "A→C property 800.00", "A→D property 500.00", "B→A property 100.00",
                "C→A property 100.00", "D→A property 100.00",
            ], open: ["A: 700.00"]),
        Example(
            title: "P08 四车：A主责 B次责，C D无责",
            request: Make.request([
                Make.car("A", .atFault, "1000"), Make.car("B", .atFault, "600"), Make.car("C", .noFault, "800"),
                Make.car("D", .noFault, "500"),
            ]),
            payments: [
                "A→B property 500.00", "A→C property 400.00", "A→D property 250.00", "B→A property 900.00",
                "B→C property 400.00", "B→D property 250.00", "C→A property 50.00", "C→B property 50.00",
                "D→A property 50.00", "D→B property 50.00",
            ], open: []),
        Example(
            title: "P10 主次责，两车损失均超2000",
            request: Make.request(
                [Make.car("A", .atFault, "4000"), Make.car("B", .atFault, "3000")], allAgreed: true),
            payments: ["A→B property 2000.00", "B→A property 2000.00"], open: ["A: 2000.00", "B: 1000.00"]),
        Example(
            title: "P11 三车均有责",
            request: Make.request([
                Make.car("A", .atFault, "600"), Make.car("B", .atFault, "500"), Make.car("C", .atFault, "300"),
            ]),
            payments: [
                "A→B property 250.00", "A→C property 150.00", "B→A property 300.00", "B→C property 150.00",
                "C→A property 300.00", "C→B property 250.00",
            ], open: []),
    ]

    private static let twoAtFault = [Make.car("A", .atFault), Make.car("B", .atFault)]

    static let injury: [Example] = [
        Example(
            title: "I04 两车有责撞C：医疗3万 死伤25万（旧限额）",
            request: Make.request(at: "2015-06-01", twoAtFault, [Make.person("C", medical: "30000", death: "250000")]),
            payments: [
                "A→C medical 10000.00", "A→C deathDisability 110000.00", "B→C medical 10000.00",
                "B→C deathDisability 110000.00",
            ], open: ["C: 40000.00"]),
        Example(
            title: "I05 同上，医疗1万 死伤10万",
            request: Make.request(at: "2015-06-01", twoAtFault, [Make.person("C", medical: "10000", death: "100000")]),
            payments: [
                "A→C medical 5000.00", "A→C deathDisability 50000.00", "B→C medical 5000.00",
                "B→C deathDisability 50000.00",
            ], open: []),
        Example(
            title: "I06 同上，医疗1万 死伤25万",
            request: Make.request(at: "2015-06-01", twoAtFault, [Make.person("C", medical: "10000", death: "250000")]),
            payments: [
                "A→C medical 5000.00", "A→C deathDisability 110000.00", "B→C medical 5000.00",
                "B→C deathDisability 110000.00",
            ], open: ["C: 30000.00"]),
        Example(
            title: "I07 单车全责撞周、吴",
            request: Make.request(
                at: "2015-06-01", [Make.car("A", .atFault)],
                [
                    Make.person("周", medical: "12200", death: "80000"),
                    Make.person("吴", medical: "17200", death: "2300"),
                ]),
            payments: [
                "A→吴 medical 5850.34", "A→吴 deathDisability 2300.00", "A→周 medical 4149.66",
                "A→周 deathDisability 80000.00",
            ], open: ["吴: 11349.66", "周: 8050.34"]),
        Example(
            title: "I08 机动车无责：医疗5000 伤残30000 手机1000",
            request: Make.request(
                [Make.car("A", .noFault)], [Make.person("P", medical: "5000", death: "30000")],
                [Make.thing("phone", "1000")]),
            payments: ["A→P medical 1800.00", "A→P deathDisability 18000.00", "A→phone property 100.00"],
            open: ["P: 15200.00", "phone: 900.00"]),
        Example(
            title: "I09 A、B有责，C无责；行人死伤500000",
            request: Make.request(
                [Make.car("A", .atFault), Make.car("B", .atFault), Make.car("C", .noFault)],
                [Make.person("P", death: "500000")]),
            payments: [
                "A→P deathDisability 180000.00", "B→P deathDisability 180000.00", "C→P deathDisability 18000.00",
            ], open: ["P: 122000.00"]),
        Example(
            title: "X02 受害人故意碰撞",
            request: Make.request(
                [Make.car("A", .atFault)],
                [Make.person("P", medical: "9000", death: "50000", intentional: true)], rescueCost: "3000"),
            payments: [], open: ["P: 59000.00"]),
    ]

    @Test(arguments: property)
    func `damage to vehicles and things is paid as published — claims practice`(_ example: Example) throws {
        let result = try AccidentFixture.settled(example.request)
        #expect(AccidentFixture.lines(result.payments) == example.payments)
        #expect(AccidentFixture.open(result) == example.open)
    }

    @Test(arguments: injury)
    func `injuries are paid as published — Interpretation 18, 19, Regulation 21`(_ example: Example) throws {
        let result = try AccidentFixture.settled(example.request)
        #expect(AccidentFixture.lines(result.payments) == example.payments)
        #expect(AccidentFixture.open(result) == example.open)
    }

    @Test func `P13: both settle knock for knock when they agree — 2009 settlement rules`() throws {
        let cars = [AccidentFixture.car("A", .atFault, "1800"), AccidentFixture.car("B", .atFault, "1200")]
        let result = try AccidentFixture.settled(AccidentFixture.request(cars, allAgreed: true))
        #expect(result.knockForKnock.isEligible)
        #expect(
            AccidentFixture.lines(result.knockForKnock.payments) == ["A→A property 1800.00", "B→B property 1200.00"])
        // Beside, never instead.
        #expect(AccidentFixture.lines(result.payments) == ["A→B property 1200.00", "B→A property 1800.00"])
    }

    @Test func `P10: no knock for knock above the property limit — 2009 settlement rules`() throws {
        let cars = [AccidentFixture.car("A", .atFault, "4000"), AccidentFixture.car("B", .atFault, "3000")]
        let result = try AccidentFixture.settled(AccidentFixture.request(cars, allAgreed: true))
        #expect(!result.knockForKnock.isEligible)
        #expect(result.knockForKnock.reasons.map(\.code) == ["damageOverLimit", "damageOverLimit"])
        #expect(result.knockForKnock.payments.isEmpty)
    }
}
