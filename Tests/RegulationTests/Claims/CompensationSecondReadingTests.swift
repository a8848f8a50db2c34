import FoundationEssentials
import Regulation
import Testing

/// A second reading of the rules on claims, written from the contract's table of who pays whom and not from the rule:
/// in binary fractions, item by item, each payment within a fen of the rule's.
struct CompensationSecondReadingTests {
    /// Who answers for what: payer with or without fault, claimant.
    private enum Claimant {
        case vehicle(index: Int, atFault: Bool), thing, outside, aboard(index: Int, atFault: Bool)
    }

    private struct Loss {
        let id: String
        let claimant: Claimant
        var open: Double
    }

    private static let limitTable: [Int: [Bool: [Double]]] = [
        2007: [true: [2000, 8000, 50_000], false: [400, 1600, 10_000]],
        2012: [true: [2000, 10_000, 110_000], false: [100, 1000, 11_000]],
        2026: [true: [2000, 18_000, 180_000], false: [100, 1800, 18_000]],
    ]

    private static func answers(_ payer: Int, _ atFault: [Bool], for claimant: Claimant) -> Bool {
        switch claimant {
        case .vehicle(let index, _): payer != index && atFault[payer]
        case .thing: atFault[payer] || !atFault.contains(true)
        case .outside: true
        case .aboard(let index, let theirs): payer != index && (atFault[payer] || theirs)
        }
    }

    /// The rounds, on open losses and limits that run dry.
    private static func share(
        _ losses: [Loss], _ limits: [Double], _ atFault: [Bool], add: (Int, String, Double) -> Void
    ) {
        var losses = losses
        var left = limits
        var isFirst = true
        while true {
            var assessed = [[Double]](repeating: [Double](repeating: 0, count: losses.count), count: limits.count)
            for (column, loss) in losses.enumerated() where loss.open > 1e-9 {
                let payers = limits.indices.filter { left[$0] > 1e-9 && answers($0, atFault, for: loss.claimant) }
                let whole = payers.reduce(0.0) { $0 + (isFirst ? limits[$1] : 1) }
                for payer in payers { assessed[payer][column] = loss.open * (isFirst ? limits[payer] : 1) / whole }
            }
            var moved = 0.0
            for payer in limits.indices {
                let sum = assessed[payer].reduce(0, +)
                guard sum > 0 else { continue }
                let part = min(1, left[payer] / sum)
                for column in losses.indices where assessed[payer][column] > 0 {
                    let amount = assessed[payer][column] * part
                    losses[column].open -= amount
                    left[payer] -= amount
                    moved += amount
                    add(payer, losses[column].id, amount)
                }
            }
            isFirst = false
            if moved < 1e-9 { return }
        }
    }

    private static func payments(_ request: CompensationRequest) -> [String: Double] {
        let atFault = request.vehicles.map { $0.atFault == true }
        let year = request.accidentAt?.shanghaiDate.year ?? 0
        let limits = (0..<3).map { item in atFault.map { limitTable[year]?[$0]?[item] ?? 0 } }
        func yuan(_ amount: Amount?) -> Double { Double(amount?.fen ?? 0) / 100 }
        var result: [String: Double] = [:]

        var damage = request.vehicles.enumerated().map {
            Loss(id: $1.id ?? "", claimant: .vehicle(index: $0, atFault: atFault[$0]), open: yuan($1.damage))
        }
        let culprits = atFault.count { $0 }
        let innocents = atFault.count - culprits
        for position in damage.indices where atFault[position] && innocents > 0 {
            let pot = (limitTable[year]?[false]?[0] ?? 0) * Double(innocents) / Double(culprits)
            let received = min(damage[position].open, pot)
            damage[position].open -= received
            for giver in atFault.indices where !atFault[giver] {
                result["\(request.vehicles[giver].id ?? "")→\(damage[position].id) property"] =
                    received / Double(innocents)
            }
        }
        damage += request.outsideProperty.map { Loss(id: $0.id ?? "", claimant: .thing, open: yuan($0.loss)) }

        func injuries(_ amount: (CompensationRequest.Victim) -> Amount?) -> [Loss] {
            request.victims.filter { !$0.intentional }.map { victim in
                let vehicle = request.vehicles.firstIndex { $0.id == victim.aboard }
                let claimant = vehicle.map { Claimant.aboard(index: $0, atFault: atFault[$0]) } ?? .outside
                return Loss(id: victim.id ?? "", claimant: claimant, open: yuan(amount(victim)))
            }
        }
        let items = [
            ("property", damage), ("medical", injuries(\.medical)), ("deathDisability", injuries(\.deathDisability)),
        ]
        for (number, (item, losses)) in items.enumerated() {
            share(losses, limits[number], atFault) { payer, claimant, amount in
                result["\(request.vehicles[payer].id ?? "")→\(claimant) \(item)", default: 0] += amount
            }
        }
        return result
    }

    @Test func `the rule and a second reading agree within a fen`() throws {
        let count = 1500 * (ProcessInfo.processInfo.environment["XUBAO_SOAK"] == "1" ? 700 : 1)
        var dice = Dice(seed: 61)
        for _ in 0..<count {
            let request = RandomAccident.request(&dice, causes: false)
            var expected = Self.payments(request)
            for payment in try AccidentFixture.settled(request).payments {
                expected["\(payment.from)→\(payment.to) \(payment.item.rawValue)", default: 0] -=
                    Double(payment.amount.fen) / 100
            }
            if let far = expected.first(where: { abs($0.value) > 0.010001 }) {
                Issue.record("\(far.key) is off by \(far.value) in \(request)")
            }
        }
    }

    @Test func `one limit among many victims: each gets its exact part of it — Interpretation 19`() throws {
        var dice = Dice(seed: 71)
        for _ in 0..<400 {
            let losses = (0..<dice.below(8) + 1).map { _ in dice.below(3_000_000) + 1 }
            let people = losses.enumerated().map {
                CompensationRequest.Victim(id: "p\($0)", medical: Amount(fen: Int64($1)), deathDisability: .zero)
            }
            let request = AccidentFixture.request([AccidentFixture.car("A", .atFault)], people)
            let sum = losses.reduce(0, +)
            let payments = try AccidentFixture.settled(request).payments
            #expect(payments.reduce(0) { $0 + $1.amount.fen } == min(1_800_000, sum))
            for payment in payments {
                let loss = losses[Int(payment.to.dropFirst()) ?? 0]
                let exact = Int128(min(1_800_000, sum)) * Int128(loss)
                let error = Int128(payment.amount.fen) * Int128(sum) - exact
                #expect(error.magnitude < Int128(sum).magnitude)
            }
        }
    }

    @Test func `one victim and many limits: each pays its exact part of the loss — Interpretation 18`() throws {
        var dice = Dice(seed: 81)
        for _ in 0..<400 {
            let faults = (0..<dice.below(8) + 1).map { _ in dice.below(2) == 0 }
            let cars = faults.enumerated().map { AccidentFixture.car("v\($0)", $1 ? .atFault : .noFault) }
            let sum = faults.reduce(0) { $0 + ($1 ? 1_800_000 : 180_000) }
            let loss = dice.below(sum * 2)
            let person = CompensationRequest.Victim(id: "p", medical: Amount(fen: Int64(loss)), deathDisability: .zero)
            let payments = try AccidentFixture.settled(AccidentFixture.request(cars, [person])).payments
            #expect(payments.reduce(0) { $0 + Int($1.amount.fen) } == min(loss, sum))
            for payment in payments {
                let limit = faults[Int(payment.from.dropFirst()) ?? 0] ? 1_800_000 : 180_000
                let error = Int128(payment.amount.fen) * Int128(sum) - Int128(min(loss, sum)) * Int128(limit)
                #expect(error.magnitude < Int128(sum).magnitude)
            }
        }
    }
}
