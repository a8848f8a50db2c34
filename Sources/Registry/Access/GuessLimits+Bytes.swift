package import Regulation

/// The limits as they are kept over a restart: keyed hashes and times, nothing else. Through which moment they speak
/// stands with them; what was asked later the audit tells.
extension GuessLimits {
    static let version: UInt8 = 1
    private static let most = 100_000_000

    package func bytes(through moment: Instant) -> [UInt8] {
        var recent = self
        recent.forget(by: moment.milliseconds)
        var writer = ByteWriter(capacity: 64 + 12 * (recent.wrong.times.count + recent.proved.count))
        writer.byte(Self.version)
        writer.signed(moment.milliseconds)
        for tries in [recent.wrong, recent.fullProofs, recent.wrongOfProved] {
            writer.variable(UInt64(tries.times.count))
            for (key, times) in tries.times.sorted {
                writer.bigEndian(key.value)
                writer.variable(UInt64(times.count))
                for time in times { writer.signed(time &- moment.milliseconds) }
            }
        }
        writer.variable(UInt64(recent.plates.count))
        for (network, plates) in recent.plates.sorted {
            writer.bigEndian(network.value)
            Self.write(plates.sorted { $0.key.value < $1.key.value }, before: moment, to: &writer)
        }
        Self.write(recent.proved.sorted, before: moment, to: &writer)
        return writer.result
    }

    private static func write(
        _ times: [(key: LookupKey, value: Int64)], before moment: Instant, to writer: inout ByteWriter
    ) {
        writer.variable(UInt64(times.count))
        for (key, time) in times {
            writer.bigEndian(key.value)
            writer.signed(time &- moment.milliseconds)
        }
    }

    /// Takes up what was kept; the moment through which it speaks. `nil`, and nothing is taken up, when the bytes are
    /// of another version or damaged.
    package mutating func restore(bytes: [UInt8]) -> Instant? {
        var reader = ByteReader(bytes)
        guard reader.byte() == Self.version, let through = reader.instant(),
            let wrong = Self.readTries(&reader, through), let fullProofs = Self.readTries(&reader, through),
            let wrongOfProved = Self.readTries(&reader, through), let networks = reader.count(most: Self.most)
        else { return nil }
        var plates = Shards<[LookupKey: Int64]>()
        for _ in 0..<networks {
            guard let network = reader.bigEndian(), let seen = Self.readTimes(&reader, through) else { return nil }
            plates[LookupKey(network)] = seen
        }
        guard let proofs = Self.readTimes(&reader, through), reader.isAtEnd else { return nil }
        var proved = Shards<Int64>()
        for (key, time) in proofs { proved[key] = time }
        (self.wrong, self.fullProofs, self.wrongOfProved) = (wrong, fullProofs, wrongOfProved)
        (self.plates, self.proved) = (plates, proved)
        return through
    }

    private static func readTries(_ reader: inout ByteReader, _ through: Instant) -> Tries? {
        guard let count = reader.count(most: most) else { return nil }
        var tries = Tries()
        for _ in 0..<count {
            guard let key = reader.bigEndian(), let number = reader.count(most: most) else { return nil }
            var times: [Int64] = []
            for _ in 0..<number {
                guard let distance = reader.signed() else { return nil }
                times.append(through.milliseconds &+ distance)
            }
            tries.times[LookupKey(key)] = times
        }
        return tries
    }

    private static func readTimes(_ reader: inout ByteReader, _ through: Instant) -> [LookupKey: Int64]? {
        guard let count = reader.count(most: most) else { return nil }
        var times: [LookupKey: Int64] = [:]
        for _ in 0..<count {
            guard let key = reader.bigEndian(), let distance = reader.signed() else { return nil }
            times[LookupKey(key)] = through.milliseconds &+ distance
        }
        return times
    }
}
