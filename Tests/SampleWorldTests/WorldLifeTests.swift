import Registry
import Regulation
import Testing

@testable import SampleWorld

@Suite struct WorldLifeTests {
    private static let register = Result { PlainRegister(try SampleFiles.thousand.get().rows) }
    private static let midnight = PlainTime.days(2026, 11, 20) * 1440

    private func answers(at moment: Int) throws -> [(outcome: String, renewal: String)] {
        try Self.register.get().vehicles.keys.sorted().compactMap {
            try Self.register.get().vehicles[$0]?.answer(at: moment)
        }
    }

    @Test func `every event and every ground occurs`() throws {
        let rows = try SampleFiles.thousand.get().rows
        let events = Set(rows.map(\.event))
        #expect(events == Set(Event.sent.map(\.rawValue)))
        for ground in CancellationGround.allCases {
            let words = [ground.rawValue] + ground.chineseTerms
            #expect(rows.contains { words.contains($0["ground"]) }, "\(ground)")
        }
    }

    @Test func `every outcome and every state of renewal occurs a few times`() throws {
        let answers = try answers(at: Self.midnight + 720)
        for outcome in CoverageAnswer.Outcome.allCases where outcome != .noMatch {
            #expect(answers.filter { $0.outcome == outcome.rawValue }.count >= 5, "\(outcome)")
        }
        for renewal in CoverageAnswer.Renewal.allCases {
            #expect(answers.filter { $0.renewal == renewal.rawValue }.count >= 5, "\(renewal)")
        }
    }

    @Test(arguments: [0, 1, 720, 1439])
    func `every story ends in the answer it promises, all day long`(minute: Int) throws {
        let sample = try SampleFiles.thousand.get()
        #expect(Set(sample.world.storytellers.compactMap(\.story)).count == Story.allCases.count)
        try checkStories(sample, try Self.register.get(), at: Self.midnight + minute)
    }

    @Test(arguments: [
        (2028, 2, 29), (2028, 3, 1), (2027, 1, 1), (2026, 12, 31), (2025, 3, 31), (2024, 2, 28), (2020, 9, 19),
        (2015, 7, 4),
    ])
    func `stories end as promised whatever the day and the seed`(year: Int, month: Int, day: Int) throws {
        let asOf = try #require(CivilDate(year: year, month: month, day: day))
        let sample = try SampleFiles(vehicles: 300, seed: UInt64(year * 31 + day), asOf: asOf)
        let midnight = PlainTime.days(year, month, day) * 1440
        try checkStories(sample, PlainRegister(sample.rows), at: midnight)
    }

    private func checkStories(_ sample: SampleFiles, _ register: PlainRegister, at moment: Int) throws {
        for teller in sample.world.storytellers {
            let story = try #require(teller.story)
            let vehicle = try #require(
                register.vehicles[PlainRegister.key((teller.vin, teller.engineNumber))], "\(story)")
            let answer = vehicle.answer(at: moment)
            #expect(answer.outcome == story.answer.outcome.rawValue, "\(story)")
            #expect(answer.renewal == story.answer.renewal.rawValue, "\(story)")
        }
    }

    @Test func `examples name a vehicle in force, one lapsed and one renewed as they stand in the files`() throws {
        let sample = try SampleFiles.thousand.get()
        let examples = sample.world.examples()
        #expect(examples.compactMap(\.story) == [.covered, .lapsed, .renewed])
        for example in examples {
            let plate = try #require(example.plate)
            let row = try #require(sample.rows.last { $0["plate"] == plate && $0["plateCategory"] == example.category })
            #expect(example.vinSuffix.map { row["vin"].hasSuffix($0) } == true)
            #expect(row["policyNumber"] == example.policyNumber && row.insurer == example.insurer?.text)
        }
    }

    @Test func `most vehicles are covered, some have lapsed`() throws {
        let sample = try SampleFiles.many.get()
        let register = PlainRegister(sample.rows)
        var counts: [String: Int] = [:]
        for index in 0..<3700 {
            guard let vehicle = sample.world.vehicle(index), vehicle.story == nil else { continue }
            let key = PlainRegister.key((vehicle.vin, vehicle.engineNumber))
            counts[register.vehicles[key]?.answer(at: Self.midnight).outcome ?? "unreported", default: 0] += 1
        }
        let all = counts.values.reduce(0, +)
        #expect((750...930).contains((counts["inForce"] ?? 0) * 1000 / all), "\(counts)")
        #expect((40...200).contains((counts["lapsed"] ?? 0) * 1000 / all), "\(counts)")
    }

    @Test func `no plate hangs on two vehicles at the same moment`() throws {
        // A larger world, so that plates are really handed on.
        let register = PlainRegister(try SampleFiles.many.get().rows)
        var holdings: [String: [(from: Int, until: Int, vehicle: String)]] = [:]
        for (key, rows) in register.rowsOf {
            for holding in Self.holdings(rows) {
                holdings[holding.plate, default: []].append((holding.from, holding.until, key))
            }
        }
        var handedOn = 0
        for (plate, list) in holdings {
            let ordered = list.sorted { $0.from < $1.from }
            for (earlier, later) in zip(ordered, ordered.dropFirst()) where earlier.vehicle != later.vehicle {
                handedOn += 1
                #expect(earlier.until <= later.from, "\(plate)")
            }
        }
        #expect(handedOn > 5)
    }

    /// From when until when a vehicle bears which plate and category: from the earliest time a report connects them.
    private static func holdings(_ rows: [SampleFiles.Row]) -> [(plate: String, from: Int, until: Int)] {
        var bindings: [(from: Int, plate: String)] = []
        for row in rows {
            if row.event == "plateChange", let from = PlainTime.read(row["effectiveAt"]) {
                bindings.append((from, row["newPlateCategory"] + PlainRegister.plate(row["newPlate"])))
            } else if row.event == "policy" || row.event == "proposal", !row["plate"].isEmpty,
                !row["plateCategory"].isEmpty
            {
                let times = ["start", "appliedAt", "issuedAt"].compactMap { PlainTime.read(row[$0]) }
                if let from = times.min() {
                    bindings.append((from, row["plateCategory"] + PlainRegister.plate(row["plate"])))
                }
            }
        }
        bindings.sort { $0.from < $1.from }
        return bindings.indices.map { position in
            let next = bindings[position...].first { $0.plate != bindings[position].plate }
            return (bindings[position].plate, bindings[position].from, next?.from ?? .max)
        }
    }

    @Test func `typing errors are where they belong, and there are enough of them`() throws {
        let rows = try SampleFiles.many.get().rows
        let typed = rows.filter { $0.insurer == "YGBX" }
        let others = rows.filter { $0.insurer != "YGBX" }
        #expect(others.allSatisfy { PlainRegister.plate($0["plate"]) == $0["plate"] })
        #expect(others.allSatisfy { $0["vin"].isEmpty || $0["vin"] == PlainRegister.key($0) })
        let wrongPlates = typed.filter { PlainRegister.plate($0["plate"]) != $0["plate"] }.count * 1000 / typed.count
        let wrongFrames =
            typed.filter { !$0["vin"].isEmpty && $0["vin"] != PlainRegister.key($0) }.count * 1000 / typed.count
        #expect((110...220).contains(wrongPlates))
        #expect((15...60).contains(wrongFrames))
        let policies = typed.filter { $0.event == "policy" }
        let unreadable = policies.filter { PlainTime.read($0["start"]) == nil }.count
        let swapped = policies.filter {
            guard let start = PlainTime.read($0["start"]), let end = PlainTime.read($0["end"], isEnd: true) else {
                return false
            }
            return end <= start
        }.count
        // Beside the slips there are the rows that storytellers have under review.
        #expect(unreadable > 0 && unreadable * 1000 / policies.count < 20)
        #expect(swapped > 0 && swapped * 1000 / policies.count < 10)
        #expect(
            others.filter { $0.event == "policy" }.allSatisfy {
                PlainTime.read($0["start"]) != nil && PlainTime.read($0["end"]) != nil
            })
    }

    @Test func `premiums are those of the scheme`() throws {
        let rows = try SampleFiles.thousand.get().rows
        let household = rows.filter {
            $0.event == "policy" && ["household", "家庭自用"].contains($0["use"]) && $0["ratedPassengers"] == "5"
        }
        let discounts: [Double] = [0, 10, 15, 20, 25, 30, 35, 40, 45, 50]
        let prices = Set(discounts.map { Int(95_000 - $0 * 950) })
        let lawful = household.filter { row in
            let parts = row["premium"].split(separator: ".").compactMap { Int($0) }
            return prices.contains((parts.first ?? 0) * 100 + (parts.count > 1 ? parts[1] : 0))
        }
        // The rest are short terms and the few premiums that are wrong and corrected later.
        #expect(household.count > 300)
        #expect(lawful.count * 100 / household.count >= 95)
    }
}
