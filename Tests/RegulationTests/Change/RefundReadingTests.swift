import Regulation
import Testing

/// The refund read a second time from the table of cases, in plain whole numbers, against the rule on random contracts.
struct RefundReadingTests {
    /// By days since 1970 in Shanghai and fen; `nil` where it must refuse.
    private static func second(
        premium: Int, start: Int, end: Int, cancelled: Int, ground: CancellationGround, other: Int?
    ) -> Int? {
        if cancelled >= end { return nil }
        if ground == .duplicate {
            guard let other, other < start else { return nil }
            return premium
        }
        if cancelled <= start { return premium }
        let period = end - start
        let left = end - cancelled
        return (2 * premium * left + period) / (2 * period)
    }

    @Test func `a second reading agrees on a million random contracts`() throws {
        let tables = try LawTables.published.get()
        let first = try #require(CivilDate("2020-09-19")).daysSince1970
        let zero = try #require(CivilDate("1970-01-01").flatMap { Instant(shanghai: $0) })
        let grounds = CancellationGround.allCases
        var dice = Dice(seed: 2026)
        var disagreements = 0
        var refusals = 0
        for _ in 0..<1_000_000 {
            let start = first + dice.below(28_000)
            let days = 1 + dice.below(366)
            let end = start + days
            let cancelled = max(first, start + dice.below(days + 40) - 20)
            let premium = dice.below(2) == 0 ? dice.below(1_000_000) : dice.below(1_000_000_000_000)
            let ground = grounds[dice.below(grounds.count)]
            let other = dice.below(8) == 0 ? nil : start + dice.below(10) - 5
            let request = RefundRequest(
                premium: Amount(fen: Int64(premium)), start: zero.adding(days: start), end: zero.adding(days: end),
                cancelledAt: zero.adding(days: cancelled), ground: ground, otherStart: other.map(zero.adding(days:)))
            let expected = Self.second(
                premium: premium, start: start, end: end, cancelled: cancelled, ground: ground, other: other)
            var remarks = Remarks()
            let result = try? RefundRule.refund(of: request, by: tables, as: Unrecorded.self, &remarks)
            if result.map({ Int($0.refund.value.fen) }) != expected { disagreements += 1 }
            if expected == nil { refusals += 1 }
        }
        #expect(disagreements == 0)
        // The sample holds enough of both.
        #expect((50_000...500_000).contains(refusals))
    }

    @Test func `a refund falls from day to day and stays between nothing and the premium`() throws {
        let tables = try LawTables.published.get()
        let start = try #require(CivilDate("2027-03-01").flatMap { Instant(shanghai: $0) })
        var last = Int64.max
        for day in -3..<366 {
            var remarks = Remarks()
            let request = RefundRequest(
                premium: Amount(fen: 66_501), start: start, end: start.adding(days: 366),
                cancelledAt: start.adding(days: day), ground: .laidUp)
            let refund = try RefundRule.refund(of: request, by: tables, as: Recorded.self, &remarks).refund
            #expect(refund.value.fen <= last && (0...66_501).contains(refund.value.fen))
            #expect(refund.node.value == .amount(refund.value))
            last = refund.value.fen
        }
        #expect(last == 182)
    }
}
