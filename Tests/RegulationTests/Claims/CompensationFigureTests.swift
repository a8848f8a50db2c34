import Regulation
import Testing

struct CompensationFigureTests {
    private typealias Make = AccidentFixture

    private static func all(_ figure: Figure) -> [Figure] { [figure] + figure.inputs.flatMap(all) }

    private static func told(_ figure: Figure) -> [String] {
        all(figure).map { "\($0.name.code) \($0.value.text)" }
    }

    @Test func `the total is over its payments, and each shows loss, share, limit and round`() throws {
        let (result, _) = try Make.explained(
            Make.request(
                [Make.car("A", .atFault, "2000"), Make.car("B", .noFault, "5000")], [], [Make.thing("road", "1000")]))
        #expect(result.total.value.yuanText == "2100.00")
        #expect(result.total.node.inputs == result.payments.map(\.node))
        let payment = try #require(result.payments.first)
        #expect(
            Self.told(payment.node) == [
                "compensationPayment 1666.67", "paymentFrom A", "paymentTo B", "roundPayment 1666.66",
                "sharingRound 1", "assessedAmount 5000.00", "vehicleDamage 5000.00", "limitShare 1",
                "liabilityLimit 2000.00", "limitsOfPayers 2000.00", "liabilityLimit 2000.00", "vehiclesAtFault 1",
                "assessedTotal 6000.00", "limitLeft 2000.00", "liabilityLimit 2000.00",
            ])
        #expect(payment.node.reason?.chinese.contains("补一分") == true)
    }

    @Test func `a later round starts from what is uncovered`() throws {
        let (result, _) = try Make.explained(
            Make.request(
                [Make.car("A", .atFault), Make.car("B", .atFault)],
                [Make.person("P", aboard: "A", death: "180000"), Make.person("Q", death: "120000")]))
        let payment = try #require(result.payments.first)
        #expect(
            Self.told(payment.node) == [
                "compensationPayment 75000.00", "paymentFrom A", "paymentTo Q",
                "roundPayment 60000.00", "sharingRound 1", "assessedAmount 60000.00", "deathDisabilityLoss 120000.00",
                "limitShare 1/2", "liabilityLimit 180000.00", "limitsOfPayers 360000.00", "liabilityLimit 180000.00",
                "vehiclesAtFault 2", "assessedTotal 60000.00", "limitLeft 180000.00", "liabilityLimit 180000.00",
                "roundPayment 15000.00", "sharingRound 2", "assessedAmount 15000.00", "uncoveredLoss 15000.00",
                "deathDisabilityLoss 120000.00", "limitShare 1", "payersWithLimitLeft 1", "assessedTotal 15000.00",
                "limitLeft 120000.00", "liabilityLimit 180000.00",
            ])
    }

    @Test func `a substitution shows damage, limit and how many on each side, and is deducted before sharing`() throws {
        let (result, _) = try Make.explained(
            Make.request([
                Make.car("A", .atFault, "1000"), Make.car("B", .atFault, "600"), Make.car("C", .noFault, "800"),
            ]))
        let given = try #require(result.payments.first { $0.from == "C" && $0.to == "B" })
        #expect(
            Self.told(given.node) == [
                "substitutionPayment 50.00", "paymentFrom C", "paymentTo B", "vehicleDamage 600.00",
                "liabilityLimit 100.00", "vehiclesWithoutFault 1", "vehiclesAtFault 2",
            ])
        let shared = try #require(result.payments.first { $0.from == "A" && $0.to == "B" })
        #expect(Self.told(shared.node).contains("lossAfterSubstitution 550.00"))
        #expect(Self.told(shared.node).contains("substitutionReceived 50.00"))
    }

    @Test func `facts carry their path as the asker wrote it, whatever the order of ids`() throws {
        let (result, _) = try Make.explained(
            Make.request(
                [Make.car("Z", .atFault, "10"), Make.car("A", .atFault, "20", cause: .drunk)],
                [Make.person("Q", medical: "3"), Make.person("P", medical: "4")], [Make.thing("T", "5")],
                rescueCost: "1"))
        let facts = result.payments.flatMap { Self.all($0.node) }.filter { $0.operation == .fact }
        let paths = Set(facts.compactMap(\.path))
        #expect(
            paths.isSuperset(of: [
                "vehicles[0].id", "vehicles[1].damage", "victims[0].medical", "victims[1].id",
                "outsideProperty[0].loss",
            ]))
        let damage = try #require(facts.first { $0.path == "vehicles[1].damage" })
        #expect(damage.value == .amount(try #require(Amount(yuan: "20"))))
        #expect(facts.allSatisfy { $0.path != nil && $0.inputs.isEmpty })
    }

    @Test func `every figure that decides rests on an article, and every limit on its row`() throws {
        let (result, _) = try Make.explained(
            Make.request(
                [
                    Make.car("A", .atFault, "2000", cause: .drunk), Make.car("B", .atFault, "9"),
                    Make.car("C", .noFault),
                ],
                [Make.person("P", medical: "40000", death: "400000")], rescueCost: "9000", allAgreed: true))
        let figures = Self.all(result.total.node) + (result.courtPayments ?? []).flatMap { Self.all($0.node) }
        for figure in figures where figure.operation == .lookUp {
            #expect(figure.citation != nil && figure.status == .verified)
        }
        let deciding: Set<String> = [
            "compensation", "compensationPayment", "substitutionPayment", "roundPayment", "assessedAmount",
            "limitShare", "rescueShare",
        ]
        #expect(figures.allSatisfy { !deciding.contains($0.name.code) || $0.citation != nil })
        #expect(figures.contains { $0.name.code == "rescueShare" && $0.value.text == "9000.00" })
    }

    @Test func `explained or not, the answer is the same`() throws {
        var dice = Dice(seed: 21)
        for _ in 0..<60 {
            let request = RandomAccident.request(&dice)
            let plain = try Make.settled(request)
            let (explained, _) = try Make.explained(request)
            #expect(Make.lines(plain.payments) == Make.lines(explained.payments))
            #expect(plain.uncompensated == explained.uncompensated)
            #expect(plain.total.value == explained.total.value)
            for payment in explained.payments { #expect(payment.node.value == .amount(payment.amount)) }
        }
    }
}
