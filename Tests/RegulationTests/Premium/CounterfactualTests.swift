import Regulation
import Testing

struct CounterfactualTests {
    private typealias Make = PremiumFixture

    /// `oneClaimFewer 665.00 -285.00`
    private static func told(_ request: PremiumRequest) throws -> [String] {
        try counterfactuals(request).map { "\($0.code) \($0.premium.yuanText) \($0.difference.yuanText)" }
    }

    private static func counterfactuals(_ request: PremiumRequest) throws -> [Counterfactual] {
        try Counterfactuals.counterfactuals(of: request, by: LawTables.published.get())
    }

    @Test func `one accident fewer`() throws {
        let one = Make.request(Make.history(years: 3, [Make.claim("2025-06-10", paid: "2025-07-20")]))
        #expect(try Self.told(one) == ["oneClaimFewer 665.00 -285.00"])
        let sentence = try #require(Self.counterfactuals(one).first).sentence
        #expect(sentence.chinese == "若少一次有责任事故：665.00 元")
        #expect(sentence.english == "one accident at fault fewer: 665.00 yuan")
    }

    @Test func `of several accidents the one whose absence saves most, and then none at all`() throws {
        let claims = [
            Make.claim("2025-05-10", paid: "2025-05-20"),
            Make.claim("2025-06-10", paid: "2025-07-20", death: true),
        ]
        let request = Make.request(Make.history(years: 3, claims))
        #expect(try Self.told(request) == ["oneClaimFewer 950.00 -285.00", "noClaims 665.00 -570.00"])
    }

    @Test func `an accident not yet paid stands in the way of a discount`() throws {
        let request = Make.request(Make.history(years: 3, [Make.claim("2025-06-10")]))
        #expect(try Self.told(request) == ["oneClaimFewer 665.00 -285.00"])
    }

    @Test func `renewed before the day a claim was paid, where that lies within three months of the start`() throws {
        let claim = Make.claim("2025-11-10", paid: "2026-02-10 15:00")
        let request = Make.request(Make.history(years: 3, [claim]))
        // Before the payment the accident was not yet paid: no float, which costs what one paid accident costs; before
        // the accident the start would have been too far ahead.
        #expect(try Self.told(request) == ["oneClaimFewer 665.00 -285.00"])
        let late = Make.claim("2026-02-05 08:00", paid: "2026-02-10 15:00")
        let found = try Self.counterfactuals(Make.request(Make.history(years: 3, [late])))
        #expect(found.map(\.code) == ["oneClaimFewer", "earlierRenewal"])
        #expect(found.last?.premium.yuanText == "665.00")
        #expect(found.last?.sentence.chinese == "若在2026年2月5日前投保：665.00 元")
        #expect(found.last?.sentence.english == "renewed before 2026-02-05: 665.00 yuan")
    }

    @Test func `a second claim came too late for an earlier renewal`() throws {
        let claims = [
            Make.claim("2025-06-10", paid: "2025-07-20"), Make.claim("2026-01-03", paid: "2026-02-10"),
        ]
        let request = Make.request(Make.history(years: 3, claims))
        #expect(
            try Self.told(request) == [
                "oneClaimFewer 950.00 -95.00", "noClaims 665.00 -380.00", "earlierRenewal 950.00 -95.00",
            ])
        #expect(try Self.counterfactuals(request).last?.sentence.english == "renewed before 2026-02-10: 950.00 yuan")
    }

    @Test func `a continuous history: full years instead of short terms, all of it known here`() throws {
        let short = PremiumHistory(policies: [Make.year(2024), Make.policy("2025-02-20", "2025-03-01", "2025-06-01")])
        #expect(try Self.told(Make.request(short)) == ["continuousHistory 760.00 -190.00"])
        var moved = Make.history(years: 3)
        moved.isMovedFromOtherProvince = true
        #expect(try Self.told(Make.request(moved)) == ["continuousHistory 665.00 -285.00"])
    }

    @Test func `what changes nothing is not told`() throws {
        #expect(try Self.told(Make.request()).isEmpty)
        #expect(try Self.told(Make.request(Make.history(years: 5))).isEmpty)
        let innocent = Make.claim("2025-06-10", paid: "2025-07-20", atFault: false)
        #expect(try Self.told(Make.request(Make.history(years: 3, [innocent]))).isEmpty)
    }

    @Test func `a refused premium has none`() throws {
        #expect(throws: Refusal.self) { try Self.told(Make.request(VehicleFacts(vehicleClass: .trailer))) }
    }

    @Test func `each is the rule itself, run once more`() throws {
        let claims = [
            Make.claim("2025-06-10", paid: "2025-07-20"), Make.claim("2025-08-10", paid: "2025-08-20"),
        ]
        let request = Make.request(Make.history(years: 3, claims))
        var fewer = request
        fewer.history.claims.removeLast()
        let expected = try Make.result(fewer).0.premium.value
        #expect(try Self.counterfactuals(request).first?.premium == expected)
    }
}
