import Regulation
import Testing

@testable import Registry

/// Which resumption ends which rest, against the rule written out plainly.
@Suite struct RestTests {
    private struct Rest: Equatable {
        let from: Instant
        let until: Instant
        var resumedAt: Instant?
    }

    /// A resumption ends every rest it falls into; one that falls into none tells of the last rest before it that is
    /// without one.
    private static func ended(_ rests: [Rest], by resumptions: [Instant]) -> [Rest] {
        var rests = rests
        for moment in resumptions.sorted() {
            let resting = rests.indices.filter {
                rests[$0].from <= moment && moment < min(rests[$0].until, rests[$0].resumedAt ?? .distantFuture)
            }
            for position in resting { rests[position].resumedAt = moment }
            if resting.isEmpty, let last = rests.lastIndex(where: { $0.resumedAt == nil && $0.from <= moment }) {
                rests[last].resumedAt = moment
            }
        }
        return rests
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `resumptions end rests by the rule, in whatever order they are reported`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let start = try #require(Instant.read("2026-03-01 00:00")?.instant)
        let contracted = try #require(Period(start: start, end: start.adding(days: 365)))
        var policy = Policy(
            index: 0, insurer: .anyInsurer, number: "P", contracted: contracted, issuedAt: nil)
        var rests: [Rest] = []
        var resumptions: Set<Instant> = []
        for _ in 0..<generator.below(14) {
            let from = start.adding(days: generator.below(12))
            if generator.chance(50) {
                resumptions.insert(from)
                policy.resume(at: from)
            } else {
                let rest = Rest(from: from, until: from.adding(days: 1 + generator.below(6)))
                if !rests.contains(rest) { rests.append(rest) }
                policy.layUp(from: rest.from, until: rest.until)
            }
        }
        rests.sort { ($0.from, $0.until) < ($1.from, $1.until) }
        let wanted = Self.ended(rests, by: Array(resumptions))
        #expect(policy.layUps.map { Rest(from: $0.from, until: $0.until, resumedAt: $0.resumedAt) } == wanted)
    }
}

extension InsurerCode {
    /// Never reached: the code is well-formed.
    fileprivate static var anyInsurer: InsurerCode { InsurerCode("PICC") ?? .anyInsurer }
}
