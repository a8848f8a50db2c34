import Regulation
import Testing

struct PeriodTests {
    private static func period(_ start: String, _ end: String) throws -> Period {
        let from = try #require(Instant.read(start)).instant
        let to = try #require(Instant.read(end)).instant
        return try #require(Period(start: from, end: to))
    }

    @Test func `a period covers its start and not its end`() throws {
        let period = try Self.period("2026-03-01", "2027-03-01")
        #expect(period.covers(period.start))
        #expect(period.covers(period.end.adding(milliseconds: -1)))
        #expect(!period.covers(period.end))
        #expect(!period.covers(period.start.adding(milliseconds: -1)))
    }

    @Test func `an empty or backward period does not come to be`() throws {
        let period = try Self.period("2026-03-01", "2027-03-01")
        #expect(Period(start: period.start, end: period.start) == nil)
        #expect(Period(start: period.end, end: period.start) == nil)
    }

    @Test func `periods that only touch do not overlap`() throws {
        let first = try Self.period("2026-03-01", "2027-03-01")
        let next = try Self.period("2027-03-01", "2028-03-01")
        let inside = try Self.period("2026-05-01", "2026-05-02")
        let across = try Self.period("2027-02-28 23:59", "2027-03-01 00:01")
        #expect(!first.overlaps(next) && !next.overlaps(first))
        #expect(first.overlaps(inside) && inside.overlaps(first))
        #expect(first.overlaps(across) && across.overlaps(first) && across.overlaps(next))
        #expect(first.overlaps(first))
    }

    @Test func `days are those of the calendar in Shanghai`() throws {
        #expect(try Self.period("2026-03-01", "2027-03-01").days == 365)
        #expect(try Self.period("2027-03-01", "2028-03-01").days == 366)
        #expect(try Self.period("2026-03-01 23:59", "2026-03-02 00:01").days == 1)
        #expect(try Self.period("2026-03-01 10:00", "2026-03-01 11:00").days == 0)
    }
}
