/// The sequence numbers of an insurer that have come, taken in or waiting in quarantine, as stretches; between them lie
/// the gaps.
package struct SequenceLedger: Equatable, Sendable {
    /// A hostile order of numbers could make as many stretches as numbers; past this the oldest gaps are forgotten.
    static let mostStretches = 10_000

    /// What a sequence number can be; every one has neighbours, and all of them can be counted.
    static let numbers: ClosedRange<Int64> = 0...999_999_999_999_999_999

    /// Rising, never touching.
    package private(set) var stretches: [ClosedRange<Int64>] = []

    package init() {}

    /// A number out of range is none.
    package mutating func insert(_ number: Int64) {
        guard Self.numbers.contains(number) else { return }
        if let last = stretches.last, number == last.upperBound + 1 {
            stretches[stretches.count - 1] = last.lowerBound...number
            return
        }
        // The first stretch that ends at or after the number's left neighbour.
        var low = 0
        var high = stretches.count
        while low < high {
            let middle = (low + high) / 2
            if stretches[middle].upperBound < number - 1 { low = middle + 1 } else { high = middle }
        }
        guard low < stretches.count, stretches[low].lowerBound <= number + 1 else {
            stretches.insert(number...number, at: low)
            if stretches.count > Self.mostStretches {
                stretches.replaceSubrange(0...1, with: [stretches[0].lowerBound...stretches[1].upperBound])
            }
            return
        }
        var joined = min(stretches[low].lowerBound, number)...max(stretches[low].upperBound, number)
        if low + 1 < stretches.count, stretches[low + 1].lowerBound == joined.upperBound + 1 {
            joined = joined.lowerBound...stretches[low + 1].upperBound
            stretches.remove(at: low + 1)
        }
        stretches[low] = joined
    }

    /// Numbers that were passed over.
    package var gaps: [ClosedRange<Int64>] {
        zip(stretches, stretches.dropFirst()).map { ($0.upperBound + 1)...($1.lowerBound - 1) }
    }

    package var missing: Int64 { gaps.reduce(0) { $0 + $1.upperBound - $1.lowerBound + 1 } }
}

extension SequenceLedger {
    package var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 16 + stretches.count * 8)
        writer.variable(UInt64(stretches.count))
        for stretch in stretches {
            writer.signed(stretch.lowerBound)
            writer.signed(stretch.upperBound)
        }
        return writer.result
    }

    package init?(bytes: [UInt8]) {
        var reader = ByteReader(bytes)
        guard let count = reader.count(most: Self.mostStretches) else { return nil }
        for _ in 0..<count {
            guard let low = reader.signed(), let high = reader.signed(), Self.numbers.contains(low),
                Self.numbers.contains(high), low <= high, stretches.last.map({ $0.upperBound + 1 < low }) ?? true
            else { return nil }
            stretches.append(low...high)
        }
        guard reader.isAtEnd else { return nil }
    }
}
