import Regulation
import Testing

/// What holds for every premium, over requests drawn from dice.
struct PremiumPropertyTests {
    private typealias Make = PremiumFixture

    private static let requests: [PremiumRequest] = {
        var dice = Dice(seed: 77)
        return (0..<3000).map { _ in RandomPremium.request(&dice) }
    }()

    private static func premium(_ request: PremiumRequest) -> Result<PremiumResult<Unrecorded.Nothing>, any Error> {
        Result { try Make.result(request).0 }
    }

    /// The windows as the contract has them, written as a list and not as a last break.
    private static func secondFactor(_ request: PremiumRequest) -> String {
        guard let applied = request.appliedAt else { return "" }
        let history = request.history
        let policies = history.policies.filter { ($0.issuedAt ?? applied) < applied }.sorted {
            ($0.issuedAt ?? applied, $0.start ?? applied) < ($1.issuedAt ?? applied, $1.start ?? applied)
        }
        let counted = history.claims.filter { $0.isAtFault && !$0.isWhileStolen }
        var years = 0
        for (place, policy) in policies.enumerated().reversed() {
            guard let from = policy.issuedAt, let start = policy.start, let end = policy.end else { return "" }
            let until = place + 1 < policies.count ? policies[place + 1].issuedAt ?? applied : applied
            let paid = counted.filter { claim in claim.paidAt.map { from <= $0 && $0 < until } ?? false }
            let isFull = end.milliseconds - start.milliseconds >= 365 * 86_400_000
            if place == policies.count - 1 {
                if paid.contains(where: \.isDeath) { return "X6" }
                if paid.count > 1 { return "X5" }
                if paid.count == 1 { return "X4" }
                let isOpen = counted.contains { claim in
                    guard let accident = claim.accidentAt, from <= accident, accident < applied else { return false }
                    return claim.paidAt.map { applied <= $0 } ?? true
                }
                if isOpen || !isFull { return "none" }
            }
            if !paid.isEmpty { break }
            if isFull { years += 1 }
        }
        return years == 0 ? "none" : "X\(min(years, 3))"
    }

    @Test func `most requests are answered, and every refusal says what stands against it`() throws {
        var answered = 0
        for request in Self.requests {
            do {
                _ = try Make.result(request)
                answered += 1
            } catch let refusal as Refusal {
                #expect(!refusal.findings.isEmpty)
                #expect(refusal.findings.allSatisfy { !$0.message.isEmpty && $0.english != nil })
            }
        }
        #expect(answered > 1200)
    }

    @Test func `the factor is what a list of windows gives — Floating Rules 7 to 11`() throws {
        var compared = 0
        for request in Self.requests {
            let history = request.history
            guard let (result, _) = try? Make.result(request), !history.isFirstInsurance,
                !history.isSoldFromOtherProvince, !history.isMovedFromOtherProvince || history.isMovedWithProof,
                request.vehicle.vehicleClass == .passenger, request.shortTerm == nil,
                Make.at("2007-07-01") <= request.appliedAt ?? .distantPast
            else { continue }
            #expect(result.floatingFactor.rawValue == Self.secondFactor(request), "\(request)")
            compared += 1
        }
        #expect(compared > 500)
    }

    @Test func `the order of policies and claims changes nothing`() throws {
        for request in Self.requests {
            var turned = request
            turned.history.policies.reverse()
            turned.history.claims.reverse()
            switch (Self.premium(request), Self.premium(turned)) {
            case (.success(let one), .success(let other)):
                #expect(one.premium.value == other.premium.value)
                #expect(one.floatingFactor == other.floatingFactor)
            case (.failure, .failure): continue
            default: Issue.record("refused in one order, answered in another")
            }
        }
    }

    @Test func `the premium is base × (1+X), and the ratio lies between −50 and +30 — Floating Rules 4`() throws {
        for request in Self.requests {
            guard let (result, _) = try? Make.result(request) else { continue }
            #expect((-50...30).contains(result.floatingPercent))
            guard request.shortTerm == nil else { continue }
            // All base premiums are whole yuan, so that every float is a whole number of fen.
            let fen = result.basePremium.fen / 100 * Int64(100 + result.floatingPercent)
            #expect(result.premium.value.fen == fen)
        }
    }

    @Test func `a paid accident more in the last window never makes it cheaper, a clean year more never dearer`() throws
    {
        for request in Self.requests where request.vehicle.vehicleClass == .passenger {
            guard let applied = request.appliedAt, let (result, _) = try? Make.result(request) else { continue }
            var worse = request
            worse.history.claims.append(
                EarlierClaim(
                    accidentAt: applied.adding(milliseconds: -2), paidAt: applied.adding(milliseconds: -1),
                    isAtFault: true))
            // Refused only where a float needs a row that the region has not.
            if let (other, _) = try? Make.result(worse) { #expect(other.premium.value >= result.premium.value) }
            var better = request
            let issues = request.history.policies.compactMap(\.issuedAt).filter { $0 < applied }
            guard let first = issues.min() else { continue }
            let issued = first.adding(days: -370)
            better.history.policies.append(
                EarlierPolicy(issuedAt: issued, start: issued, end: issued.adding(days: 365)))
            guard let (other, _) = try? Make.result(better) else { continue }
            #expect(other.premium.value <= result.premium.value)
        }
    }

    @Test func `explained or not, the answer is the same, and counterfactuals never stumble`() throws {
        for request in Self.requests.prefix(600) {
            guard let (result, remarks) = try? Make.result(request) else { continue }
            let (explained, others) = try Make.explained(request)
            #expect(explained.premium.value == result.premium.value)
            #expect(explained.premium.node.value == .amount(result.premium.value))
            #expect(remarks == others)
            for other in try Counterfactuals.counterfactuals(of: request, by: LawTables.published.get()) {
                #expect(other.premium.fen - result.premium.value.fen == other.difference.fen)
                #expect(other.premium != result.premium.value)
            }
        }
    }

    @Test func `no moment makes the rule stumble`() throws {
        let moments = [Instant.distantPast, .distantFuture, Make.at("2006-07-01"), Make.at("2099-12-31")]
        for applied in moments {
            for start in moments {
                for end in moments {
                    for ground in [nil] + ShortTermGround.allCases.map(Optional.init) {
                        let policy = EarlierPolicy(issuedAt: start, start: end, end: applied)
                        let claim = EarlierClaim(accidentAt: end, paidAt: start, isAtFault: true)
                        var request = PremiumRequest(
                            vehicle: Make.car, region: Region(code: "110000"), appliedAt: applied, start: start,
                            end: end, shortTerm: ground, history: PremiumHistory(policies: [policy], claims: [claim]))
                        if case .success(let result) = Self.premium(request) { #expect(result.premium.value > .zero) }
                        request.region = nil
                        request.history = Make.first
                        if case .success(let result) = Self.premium(request) { #expect(result.premium.value > .zero) }
                    }
                }
            }
        }
    }
}
