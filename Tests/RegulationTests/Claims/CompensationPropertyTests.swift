import Testing

@testable import Regulation

/// What holds for every accident, over accidents drawn from dice.
struct CompensationPropertyTests {
    private typealias Make = AccidentFixture

    private static let accidents: [CompensationRequest] = {
        var dice = Dice(seed: 31)
        return (0..<400).map { _ in RandomAccident.request(&dice) }
    }()

    private static func limits(_ request: CompensationRequest) throws -> AccidentLimits {
        let date = try #require(request.accidentAt).shanghaiDate
        return try AccidentLimits(accidentOn: date, by: LawTables.published.get().liabilityLimits)
    }

    private static func paid(
        _ payments: [CompensationPayment<Unrecorded.Nothing>], from: String? = nil, to: String? = nil,
        _ items: [CompensationItem]
    ) -> Int64 {
        payments.reduce(0) { sum, payment in
            let counts = from ?? payment.from == payment.from && to ?? payment.to == payment.to
            return counts && items.contains(payment.item) ? sum + payment.amount.fen : sum
        }
    }

    @Test func `nobody gets more than the loss, and what is not paid is told to the fen`() throws {
        for request in Self.accidents {
            let result = try Make.settled(request)
            var losses: [String: Int64] = [:]
            for vehicle in request.vehicles { losses["\(vehicle.id ?? "") property"] = vehicle.damage?.fen }
            for thing in request.outsideProperty { losses["\(thing.id ?? "") property"] = thing.loss?.fen }
            for victim in request.victims {
                losses["\(victim.id ?? "") medical"] = victim.medical?.fen
                losses["\(victim.id ?? "") deathDisability"] = victim.deathDisability?.fen
            }
            for payment in result.payments where payment.item != .rescueAdvance {
                losses["\(payment.to) \(payment.item.rawValue)", default: 0] -= payment.amount.fen
            }
            #expect(losses.values.allSatisfy { $0 >= 0 })
            for payment in result.payments where payment.item == .rescueAdvance {
                let key = "\(payment.to) medical"
                losses[key] = max(0, (losses[key] ?? 0) - payment.amount.fen)
            }
            for open in result.uncompensated {
                losses["\(open.id) \(open.item.rawValue)", default: 0] -= open.amount.fen
            }
            #expect(losses.values.allSatisfy { $0 == 0 }, "\(request)")
        }
    }

    @Test func `no vehicle's cover pays over a limit, in either reading — Regulation 23`() throws {
        for request in Self.accidents {
            let result = try Make.settled(request)
            let limits = try Self.limits(request)
            for payments in [result.payments, result.courtPayments ?? []] {
                for vehicle in request.vehicles {
                    let heading: LiabilityHeading = vehicle.atFault == true ? .atFault : .noFault
                    for items in [[CompensationItem.property], [.medical, .rescueAdvance], [.deathDisability]] {
                        let limit = limits.limit(for: items[0], heading).amount.fen
                        #expect(Self.paid(payments, from: vehicle.id, items) <= limit)
                    }
                }
                #expect(payments.allSatisfy { $0.amount > .zero && $0.from != $0.to })
            }
        }
    }

    @Test func `a loss stays open only where every limit that answers for it is exhausted — claims practice`() throws {
        for request in Self.accidents {
            let result = try Make.settled(request)
            let limits = try Self.limits(request)
            let accident = try request.accident()
            for open in result.uncompensated where open.item != .property {
                let victim = try #require(accident.victims.first { $0.id == open.id })
                for payer in accident.payersOfInjury(to: victim, under: .clause) {
                    let vehicle = accident.vehicles[payer]
                    let limit = limits.limit(for: open.item, vehicle.heading).amount.fen
                    #expect(Self.paid(result.payments, from: vehicle.id, [open.item]) == limit)
                }
            }
        }
    }

    @Test func `the order in which things are told changes nothing`() throws {
        var dice = Dice(seed: 41)
        for request in Self.accidents {
            var shuffled = request
            shuffled.vehicles = dice.shuffle(request.vehicles)
            shuffled.victims = dice.shuffle(request.victims)
            shuffled.outsideProperty = dice.shuffle(request.outsideProperty)
            let (one, other) = (try Make.settled(request), try Make.settled(shuffled))
            #expect(Make.lines(one.payments) == Make.lines(other.payments))
            #expect(one.courtPayments.map(Make.lines) == other.courtPayments.map(Make.lines))
            #expect(one.uncompensated == other.uncompensated)
        }
    }

    @Test func `other ids move a fen at most`() throws {
        for request in Self.accidents {
            // Turns the order of all ids round.
            let renamed = Self.renamed(request) { id in
                String(UnicodeScalar(UInt8(200 - id.utf8.reduce(0, { $0 &+ $1 }))))
            }
            let (one, other) = (try Make.settled(request), try Make.settled(renamed.request))
            var sums: [String: Int64] = [:]
            for payment in one.payments {
                let (from, to) = (renamed.names[payment.from] ?? "", renamed.names[payment.to] ?? "")
                sums["\(from)→\(to) \(payment.item)"] = payment.amount.fen
            }
            for payment in other.payments {
                sums["\(payment.from)→\(payment.to) \(payment.item)", default: 0] -= payment.amount.fen
            }
            #expect(sums.values.allSatisfy { $0.magnitude <= 1 })
        }
    }

    private static func renamed(
        _ request: CompensationRequest, _ name: (String) -> String
    ) -> (request: CompensationRequest, names: [String: String]) {
        var renamed = request
        var names: [String: String] = [:]
        func rename(_ id: String?) -> String? {
            id.map { id in
                names[id] = name(id)
                return name(id)
            }
        }
        for place in renamed.vehicles.indices { renamed.vehicles[place].id = rename(request.vehicles[place].id) }
        for place in renamed.victims.indices {
            renamed.victims[place].id = rename(request.victims[place].id)
            renamed.victims[place].aboard = request.victims[place].aboard.map(name)
        }
        for place in renamed.outsideProperty.indices {
            renamed.outsideProperty[place].id = rename(request.outsideProperty[place].id)
        }
        return (renamed, names)
    }

    @Test func `a pile-up of a hundred vehicles is settled`() throws {
        var dice = Dice(seed: 51)
        let cars = (0..<100).map { number in
            Make.car(
                "v\(number)", dice.below(3) > 0 ? .atFault : .noFault, "\(dice.below(9000)).\(10 + dice.below(90))")
        }
        let people = (0..<10).map { number in
            Make.person(
                "p\(number)", aboard: dice.below(2) == 0 ? "v\(dice.below(100))" : nil,
                medical: "\(dice.below(400_000)).\(10 + dice.below(90))", death: "\(dice.below(6_000_000))")
        }
        let result = try Make.settled(Make.request(cars, people, [Make.thing("wall", "123.45")]))
        #expect(result.payments.count > 5000)
        let paid = result.payments.reduce(Int64(0)) { $0 + $1.amount.fen }
        #expect(paid == result.total.value.fen)
    }
}
