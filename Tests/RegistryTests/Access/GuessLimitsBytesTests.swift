import Regulation
import Testing

@testable import Registry

/// The guess limits as they are kept over a restart.
@Suite struct GuessLimitsBytesTests {
    private static let start = moment("2026-11-20T08:00:00+08:00")

    private static func question(
        _ subject: Int64, from network: Int64, form: Look.Form = .suffix, at now: Instant = start
    ) -> GuessLimits.Question {
        GuessLimits.Question(about: LookupKey(subject), from: LookupKey(network), form: form, at: now)
    }

    private static let golden = """
        01 80f085e4be68 01 0000000000000001 01 cf0f 00 00
        02 0000000000000002 01 0000000000000001 cf0f 0000000000000003 01 0000000000000001 9f1f
        01 5851f42d4c957f2e 9f1f
        """

    /// One wrong suffix from network 2, a second before; a proof from network 3, a second before that.
    private static var small: GuessLimits {
        var limits = GuessLimits()
        limits.restore(question(1, from: 3, at: start.adding(seconds: -2)), .proved)
        limits.restore(question(1, from: 2, at: start.adding(seconds: -1)), .wrong)
        return limits
    }

    @Test func `they are kept as first written, and read back`() {
        #expect(hexadecimal(Self.small.bytes(through: Self.start)) == hexadecimal(unhexed(Self.golden)))
        var read = GuessLimits()
        #expect(read.restore(bytes: unhexed(Self.golden)) == Self.start)
        #expect(read.wrong == Self.small.wrong && read.proved == Self.small.proved && read.plates == Self.small.plates)
    }

    @Test(arguments: 0..<30 as Range<UInt64>)
    func `after a restart every question is decided as without one`(seed: UInt64) {
        var draws = SeededGenerator(seed: seed)
        var limits = GuessLimits()
        var now = Self.start
        func draw() -> (GuessLimits.Question, GuessLimits.Outcome) {
            now = now.adding(seconds: draws.below(draws.pick([2, 300, 5000])))
            let question = Self.question(
                Int64(draws.below(30)), from: Int64(draws.below(8)),
                form: draws.pick([.suffix, .policyNumber, .fullVIN]),
                at: now)
            return (question, draws.pick([.wrong, .wrong, .wrong, .proved, .failed]))
        }
        for _ in 0..<600 {
            let (question, outcome) = draw()
            if limits.admit(question) == .allowed { limits.settle(question, outcome) }
        }
        var restarted = GuessLimits()
        #expect(restarted.restore(bytes: limits.bytes(through: now)) == now)
        #expect(restarted.bytes(through: now) == limits.bytes(through: now))
        for _ in 0..<600 {
            let (question, outcome) = draw()
            let verdict = limits.admit(question)
            #expect(restarted.admit(question) == verdict, "seed \(seed)")
            guard verdict == .allowed else { continue }
            limits.settle(question, outcome)
            restarted.settle(question, outcome)
        }
    }

    @Test func `what was kept already is not counted again when the audit tells it once more`() {
        var limits = GuessLimits()
        let tries = (0..<60).map { Self.question(1, from: Int64($0), at: Self.start.adding(seconds: $0)) }
        for question in tries { _ = limits.admit(question) }
        // The last but one was under way: admitted when the limits were kept, and proved a moment later.
        var restarted = GuessLimits()
        #expect(restarted.restore(bytes: limits.bytes(through: Self.start.adding(seconds: 60))) != nil)
        for question in tries.dropLast(2) { restarted.restore(question, .wrong, isKnown: true) }
        restarted.restore(tries[58], .proved, isKnown: true)
        restarted.restore(tries[59], .wrong, isKnown: true)
        restarted.restore(Self.question(1, from: 70, at: Self.start.adding(seconds: 59)), .wrong, isKnown: true)
        #expect(restarted.wrong.count(LookupKey(1), at: Self.start.adding(seconds: 61).milliseconds) == 59)
        restarted.restore(Self.question(1, from: 71, at: Self.start.adding(milliseconds: 500)), .wrong, isKnown: true)
        #expect(restarted.wrong.count(LookupKey(1), at: Self.start.adding(seconds: 61).milliseconds) == 60)
    }

    @Test func `what no longer counts is not kept`() {
        let kept = Self.small.bytes(through: Self.start.adding(days: 2))
        var limits = GuessLimits()
        #expect(limits.restore(bytes: kept) != nil)
        #expect(limits.wrong.times.count + limits.plates.count == 0 && limits.proved.count == 1)
        #expect(limits.restore(bytes: Self.small.bytes(through: Self.start.adding(days: 40))) != nil)
        #expect(limits.proved.count == 0)
    }

    @Test func `whatever is cut off or of another version is not taken up`() {
        let bytes = unhexed(Self.golden)
        var limits = GuessLimits()
        for count in bytes.indices { #expect(limits.restore(bytes: Array(bytes.prefix(count))) == nil) }
        #expect(limits.restore(bytes: bytes + [0]) == nil)
        #expect(limits.restore(bytes: [2] + bytes.dropFirst()) == nil)
        #expect(limits.proved.count + limits.wrong.times.count == 0)
    }
}
