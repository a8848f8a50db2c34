import Regulation
import Testing

@testable import Registry

/// Random histories of vehicles whose plates are placeholders as well: whoever had an answer keeps it.
@Suite struct SharedPlateModelTests {
    @Test(arguments: 0..<24 as Range<UInt64>)
    func `answers by plate and suffix are those of a registry without the crowd`(seed: UInt64) throws {
        var generator = HistoryGenerator(seed: 7_000 + seed)
        let (alone, crowded) = (Workbench(), Workbench())
        var marks: [Instant] = []
        let length = 6 + Int(seed % 12)
        let coming = Int(seed) % length
        for number in 0..<length {
            let step = generator.next()
            (alone.now, crowded.now) = (step.at, step.at)
            if number == coming { try Self.crowd(into: crowded) }
            let results = [
                try alone.send(step.values, from: step.insurer), try crowded.send(step.values, from: step.insurer),
            ]
            #expect(results[0].faultCodes == results[1].faultCodes)
            marks.append(step.at)
        }
        var compared = 0
        for _ in 0..<120 {
            let (plateText, category, suffix) = generator.question()
            let question = CoverageQuestion(
                subject: .plate(plate(plateText), category.flatMap { PlateCategory(code: $0) }),
                proof: .vinSuffix(suffix), on: generator.draw(near: marks),
                knownAt: min(generator.draw(near: marks), crowded.now))
            let expected = NaiveAnswer(try alone.answer(question))
            // A plate that another vehicle has borne since: of a shared one that says nothing.
            guard expected != .noMatch else { continue }
            #expect(NaiveAnswer(try crowded.answer(question)) == expected, "\(plateText) \(suffix)")
            compared += 1
        }
        #expect(compared > 0)
    }

    private static func crowd(into workbench: Workbench) throws {
        for (position, plate) in HistoryGenerator.plates.enumerated() {
            for number in 0...SharedName.most {
                let vin = "LSVAM4187C29\(10_000 + 1_000 * position + number)"
                try workbench.accept(
                    policyRecord("D\(vin)", plate: plate, vin: vin, from: "2035-03-01", to: "2036-02-29"))
            }
        }
    }
}
