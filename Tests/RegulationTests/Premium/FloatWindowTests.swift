import Regulation
import Testing

struct FloatWindowTests {
    private typealias Make = PremiumFixture

    private static func factor(_ history: PremiumHistory, applied: String = "2026-02-20 10:00") throws -> String {
        try Make.result(Make.request(applied: applied, history)).0.floatingFactor.rawValue
    }

    @Test func `a claim belongs to the window in which it was paid — Floating Rules 9 and 10`() throws {
        // The accident of 2024 was paid in the window from 2025-02-20 on; one of 2025 is not yet.
        let paid = Make.claim("2024-12-30", paid: "2025-03-02")
        #expect(try Self.factor(Make.history(years: 3, [paid])) == "X4")
        let earlier = Make.claim("2024-03-30", paid: "2024-06-02")
        #expect(try Self.factor(Make.history(years: 3, [earlier])) == "X1")
        let oldest = Make.claim("2023-03-30", paid: "2023-06-02")
        #expect(try Self.factor(Make.history(years: 3, [oldest])) == "X2")
    }

    @Test func `a window holds its issue and not the next, and the last one not the application — Floating Rules 9`()
        throws
    {
        for (paid, factor) in [
            ("2025-02-20 09:59:59", "X1"), ("2025-02-20 10:00", "X4"), ("2026-02-20 09:59:59", "X4"),
            // Paid as the application is made: not yet paid in the window.
            ("2026-02-20 10:00", "none"),
        ] {
            let claim = Make.claim("2025-02-20 10:00", paid: paid)
            #expect(try Self.factor(Make.history(years: 3, [claim])) == factor, "\(paid)")
        }
    }

    @Test func `an accident at fault that is not yet paid leaves no float this time — Floating Rules 10`() throws {
        #expect(try Self.factor(Make.history(years: 3, [Make.claim("2025-11-10")])) == "none")
        // Of an earlier window: nothing is held up.
        #expect(try Self.factor(Make.history(years: 3, [Make.claim("2025-02-20 09:59")])) == "X3")
        // A paid one decides before an unpaid one.
        let both = [Make.claim("2025-11-10"), Make.claim("2025-05-10", paid: "2025-05-20")]
        #expect(try Self.factor(Make.history(years: 3, both)) == "X4")
        #expect(try Self.factor(Make.history(years: 3, [Make.claim("2026-02-20 10:00")])) == "X3")
    }

    @Test func `claims paid before the first issue are ignored`() throws {
        let before = Make.claim("2022-03-30", paid: "2023-02-20 09:59", death: true)
        #expect(try Self.factor(Make.history(years: 3, [before])) == "X3")
    }

    @Test func `after a short term the next full year gets no discount — Code 3(2)`() throws {
        var history = Make.history(years: 3)
        history.policies.append(Make.policy("2025-12-01", "2025-12-02", "2026-02-28"))
        #expect(try Self.factor(history) == "none")
        history.claims = [Make.claim("2025-12-10", paid: "2025-12-20")]
        #expect(try Self.factor(history) == "X4")
    }

    @Test func `the contracted term counts: 364 days are short, 365 are a year`() throws {
        for (end, factor) in [("2026-02-28", "none"), ("2026-03-01", "X1"), ("2026-02-28 23:59:59", "none")] {
            let history = PremiumHistory(policies: [Make.policy("2025-02-20", "2025-03-01", end)])
            #expect(try Self.factor(history) == factor, "\(end)")
        }
    }

    @Test func `a short term between full years neither counts nor breaks, with a note`() throws {
        let short = Make.policy("2024-02-25", "2024-03-02", "2024-06-01")
        var history = PremiumHistory(policies: [Make.year(2023), short, Make.year(2025)])
        let (result, remarks) = try Make.result(Make.request(history))
        #expect(result.floatingFactor == .x2)
        #expect(remarks.notes.map(\.code) == ["readingUnverified"])
        // With a claim paid in it, it breaks.
        history.claims = [Make.claim("2024-04-10", paid: "2024-05-10")]
        #expect(try Self.factor(history) == "X1")
    }

    @Test func `after a missed renewal the window still runs from the last issue — Floating Rules 11(5)`() throws {
        let lapsed = PremiumHistory(policies: [Make.year(2021), Make.year(2022)])
        #expect(try Self.factor(lapsed) == "X2")
        var claimed = lapsed
        claimed.claims = [Make.claim("2022-12-10", paid: "2024-10-10")]
        #expect(try Self.factor(claimed) == "X4")
    }

    @Test func `more clean years than three are worth no more`() throws {
        #expect(try Self.factor(Make.history(years: 15)) == "X3")
    }

    @Test func `policies issued after the application are left out and warned of`() throws {
        var history = Make.history(years: 1)
        history.policies.append(Make.policy("2026-02-20 10:00", "2026-03-01", "2027-03-01"))
        let (result, remarks) = try Make.result(Make.request(history))
        #expect(result.floatingFactor == .x1)
        #expect(remarks.warnings.map(\.code) == ["afterApplication"])
        #expect(remarks.warnings.first?.path == "history.policies[1].issuedAt")
    }

    @Test func `what a history lacks is named with its path`() throws {
        var history = Make.history(years: 2)
        history.policies[0].issuedAt = nil
        history.policies[1].end = nil
        history.claims = [EarlierClaim(accidentAt: nil, isAtFault: true)]
        #expect(
            try Make.objections(Make.request(history)) == [
                "missing history.policies[0].issuedAt", "missing history.policies[1].end",
                "missing history.claims[0].accidentAt",
            ])
    }

    @Test func `a claim to be paid later needs the time of its accident`() throws {
        let claim = EarlierClaim(accidentAt: nil, paidAt: Make.at("2026-02-21"), isAtFault: true)
        #expect(
            try Make.objections(Make.request(Make.history(years: 1, [claim]))) == [
                "missing history.claims[0].accidentAt"
            ])
    }

    @Test func `an earlier term that ends before it begins is refused, a payment before its accident warned of`() throws
    {
        let backwards = PremiumHistory(policies: [Make.policy("2025-02-20", "2025-03-01", "2025-03-01")])
        #expect(try Make.objections(Make.request(backwards)) == ["endNotAfterStart history.policies[0].end"])
        let early = Make.claim("2025-06-10", paid: "2025-06-09")
        #expect(
            try Make.result(Make.request(Make.history(years: 1, [early]))).1.warnings.map(\.path) == [
                "history.claims[0].paidAt"
            ])
    }

    @Test func `more than a thousand of a kind are refused`() throws {
        let claims = [EarlierClaim](repeating: Make.claim("2025-06-10"), count: 1001)
        #expect(try Make.objections(Make.request(Make.history(years: 1, claims))) == ["historyTooLong history"])
    }
}
