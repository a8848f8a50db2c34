import Registry
import Testing

/// Which sequence numbers of an insurer have come.
@Suite struct SequenceLedgerTests {
    @Test(arguments: 0..<200 as Range<UInt64>)
    func `stretches and gaps are those of a plain set of numbers`(seed: UInt64) {
        var draws = SeededGenerator(seed: seed)
        var ledger = SequenceLedger()
        var numbers: Set<Int64> = []
        let base = draws.pick([0, 1, 1_000_000, 999_999_999_999_999_900] as [Int64])
        for _ in 0..<draws.below(120) {
            let number = base + Int64(draws.below(99))
            ledger.insert(number)
            numbers.insert(number)
            #expect(ledger.gaps == Self.gaps(numbers), "seed \(seed)")
            #expect(ledger.missing == Self.gaps(numbers).reduce(0) { $0 + Int64($1.count) })
            #expect(ledger.stretches.last?.upperBound == numbers.max())
        }
        #expect(SequenceLedger(bytes: ledger.bytes) == ledger)
    }

    private static func gaps(_ numbers: Set<Int64>) -> [ClosedRange<Int64>] {
        guard let low = numbers.min(), let high = numbers.max() else { return [] }
        var gaps: [ClosedRange<Int64>] = []
        for number in low...high where !numbers.contains(number) {
            if let last = gaps.last, last.upperBound == number - 1 {
                gaps[gaps.count - 1] = last.lowerBound...number
            } else {
                gaps.append(number...number)
            }
        }
        return gaps
    }

    @Test func `numbers no insurer can send are passed over`() {
        var ledger = SequenceLedger()
        for number in [Int64.min, -1, 1_000_000_000_000_000_000, .max] { ledger.insert(number) }
        #expect(ledger.stretches.isEmpty)
        ledger.insert(0)
        ledger.insert(999_999_999_999_999_999)
        #expect(ledger.missing == 999_999_999_999_999_998)
    }

    @Test func `a hostile order of numbers keeps the ledger small`() {
        var ledger = SequenceLedger()
        for number in 0..<12_000 as Range<Int64> { ledger.insert(number * 2) }
        #expect(ledger.stretches.count == 10_000)
        #expect(ledger.stretches.last?.upperBound == 23_998)
        #expect(ledger.gaps.allSatisfy { $0.count == 1 })
    }

    @Test func `no damage of stored bytes is more than a ledger or none`() {
        var ledger = SequenceLedger()
        for number in [1, 2, 3, 7, 9, 10, 500] as [Int64] { ledger.insert(number) }
        let bytes = ledger.bytes
        for count in bytes.indices { #expect(SequenceLedger(bytes: Array(bytes.prefix(count))) == nil) }
        for position in bytes.indices {
            for value in UInt8.min...UInt8.max {
                var changed = bytes
                changed[position] = value
                guard let read = SequenceLedger(bytes: changed) else { continue }
                #expect(read.missing >= 0)
                #expect(
                    zip(read.stretches, read.stretches.dropFirst()).allSatisfy { $0.upperBound + 1 < $1.lowerBound })
            }
        }
    }
}
