import Regulation
import Testing

struct StartCheckTests {
    private typealias Make = PremiumFixture

    private static func codes(_ start: String, accepted: String? = nil, paid: String? = nil) -> [String] {
        StartCheck.findings(start: Make.at(start), acceptedAt: accepted.map(Make.at), paidAt: paid.map(Make.at))
            .map(\.code)
    }

    @Test func `cover begins after acceptance and after full payment — Code 2(4)`() {
        #expect(Self.codes("2026-03-01", accepted: "2026-03-01 00:00:01") == ["startBeforeAcceptance"])
        #expect(Self.codes("2026-03-01", paid: "2026-03-01 00:00:01") == ["startBeforePayment"])
        #expect(Self.codes("2026-03-01 10:00", accepted: "2026-03-01 09:59", paid: "2026-03-01 10:00").isEmpty)
        #expect(
            Self.codes("2026-03-01", accepted: "2026-03-02", paid: "2026-03-03") == [
                "startBeforeAcceptance", "startBeforePayment",
            ])
    }

    @Test(arguments: [
        ("2026-02-28", "2026-05-28", "2026-05-29"), ("2026-11-30", "2027-02-28", "2027-03-01"),
        ("2027-11-30", "2028-02-29", "2028-03-01"), ("2026-12-01", "2027-03-01", "2027-03-02"),
    ])
    func `at most three months ahead, by calendar months — Floating Rules 12`(
        accepted: String, last: String, tooLate: String
    ) {
        #expect(Self.codes("\(last) 23:59", accepted: "\(accepted) 18:00").isEmpty)
        #expect(Self.codes(tooLate, accepted: "\(accepted) 18:00") == ["startTooFarAhead"])
    }

    @Test func `a moment that is not known is not held against the start`() {
        #expect(Self.codes("2026-03-01").isEmpty)
    }

    @Test func `the premium refuses a start that is too early or too far ahead`() throws {
        #expect(
            try Make.objections(Make.request(applied: "2026-03-01 00:00:01")) == ["startBeforeAcceptance start"])
        #expect(try Make.objections(Make.request(applied: "2025-11-30")) == ["startTooFarAhead start"])
    }
}
