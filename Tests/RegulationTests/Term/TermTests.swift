import Regulation
import Testing

struct TermTests {
    private typealias Make = PremiumFixture

    /// The end, or what stands against it.
    private static func codes(_ start: String, _ end: String, _ ground: ShortTermGround? = nil) -> [String] {
        do {
            _ = try Term(start: Make.at(start), end: Make.at(end), ground: ground)
            return []
        } catch {
            return error.findings.map(\.code)
        }
    }

    @Test(arguments: [
        ("2026-03-01", "2027-03-01"), ("2024-02-29", "2025-03-01"), ("2023-03-01", "2024-03-01"),
        ("2027-02-28 09:30", "2028-02-28 09:30"), ("2023-12-31 23:59:59", "2024-12-31 23:59:59"),
        ("2099-12-31", "2100-12-31"),
    ])
    func `a year ends on the same date a year later, and on 1 March for a leap day — Code 2(5)`(
        start: String, end: String
    ) throws {
        #expect(Term.yearEnd(from: Make.at(start)) == Make.at(end))
        #expect(Self.codes(start, end).isEmpty)
    }

    @Test func `a year that is none is refused and told where it should end — Code 2(5)`() throws {
        #expect(Self.codes("2026-03-01", "2027-02-28") == ["termNotOneYear"])
        #expect(Self.codes("2024-02-29", "2025-02-28") == ["termNotOneYear"])
        let findings = try Make.findings(Make.request(end: "2027-03-02"))
        #expect(findings.map(\.code) == ["termNotOneYear"])
        #expect(findings.first?.message.contains("2027-03-01") == true)
    }

    @Test func `a term ends after it begins, and never lasts longer than a year — Code 2(5)`() {
        #expect(Self.codes("2026-03-01", "2026-03-01", .other) == ["endNotAfterStart"])
        #expect(Self.codes("2026-03-01", "2026-02-01", .other) == ["endNotAfterStart"])
        #expect(Self.codes("2026-03-01", "2027-03-01", .other).isEmpty)
        #expect(Self.codes("2026-03-01", "2027-03-01 00:00:01", .other) == ["shortTermTooLong"])
    }

    @Test func `days are whole, what is left over counts as one — Code 3(2)`() throws {
        let start = Make.at("2026-03-01")
        for (milliseconds, days) in [(1, 1), (86_400_000, 1), (86_400_001, 2), (7 * 86_400_000, 7)] {
            let term = try Term(start: start, end: start.adding(milliseconds: Int64(milliseconds)), ground: .other)
            #expect(term.days == days)
        }
        #expect(try Term(start: start, end: Make.at("2027-03-01"), ground: nil).days == 365)
        #expect(try Term(start: Make.at("2023-03-01"), end: Make.at("2024-03-01"), ground: nil).days == 366)
    }

    @Test func `at the ends of the calendar there is a refusal and no trap`() {
        for start in [Instant.distantPast, .distantFuture, Make.at("2199-12-31")] {
            for end in [Instant.distantPast, .distantFuture] {
                #expect(throws: Refusal.self) { try Term(start: start, end: end, ground: nil) }
            }
        }
        #expect(Term.yearEnd(from: .distantFuture) == nil)
    }

    @Test func `each of the four grounds has its place in the code and its term — Code 2(5)`() {
        #expect(Set(ShortTermGround.allCases.map(\.citation.article)).count == 4)
        #expect(Set(ShortTermGround.allCases.map(\.title)).count == 4)
        #expect(ShortTermGround.allCases.allSatisfy { $0.citation.article.hasPrefix("第二节五") })
    }
}
