/// The premium computed again with one thing changed: a claim fewer, an earlier renewal, a history without breaks. Each
/// is the rule itself, run once more; what changes nothing is not told.
public enum Counterfactuals {
    /// Refuses where the premium itself is refused; a change that the rule refuses is left out.
    public static func counterfactuals(
        of request: PremiumRequest, by tables: LawTables
    ) throws(Refusal) -> [Counterfactual] {
        var remarks = Remarks()
        let actual = try Premium.premium(of: request, by: tables, &remarks)
        let comparison = Comparison(actual: actual.premium.value, tables: tables)
        return [
            oneClaimFewer(request, comparison), noClaims(request, comparison),
            continuousHistory(request, comparison),
        ].compactMap { $0 } + earlierRenewals(request, comparison)
    }

    private struct Comparison {
        let actual: Amount
        let tables: LawTables

        func premium(of request: PremiumRequest) -> Amount? {
            var remarks = Remarks()
            return try? Premium.premium(of: request, by: tables, &remarks).premium.value
        }

        func told(_ code: String, _ premium: Amount?, _ sentence: (_ yuan: String) -> Sentence) -> Counterfactual? {
            guard let premium, premium != actual, let difference = premium.subtracting(actual) else { return nil }
            return Counterfactual(
                code: code, sentence: sentence(premium.yuanText), premium: premium, difference: difference)
        }
    }

    /// Without the claim whose absence saves most.
    private static func oneClaimFewer(_ request: PremiumRequest, _ comparison: Comparison) -> Counterfactual? {
        let premiums = countingClaims(request).map { index in
            var changed = request
            changed.history.claims.remove(at: index)
            return comparison.premium(of: changed)
        }
        return comparison.told("oneClaimFewer", premiums.compactMap { $0 }.min()) { yuan in
            Sentence("若少一次有责任事故：\(yuan) 元", "one accident at fault fewer: \(yuan) yuan")
        }
    }

    /// Where there are several claims, without any.
    private static func noClaims(_ request: PremiumRequest, _ comparison: Comparison) -> Counterfactual? {
        guard countingClaims(request).count > 1 else { return nil }
        var changed = request
        changed.history.claims.removeAll { $0.counts }
        return comparison.told("noClaims", comparison.premium(of: changed)) { yuan in
            Sentence("若没有有责任事故：\(yuan) 元", "no accident at fault at all: \(yuan) yuan")
        }
    }

    /// With every short policy a full year, and the history known in this province.
    private static func continuousHistory(_ request: PremiumRequest, _ comparison: Comparison) -> Counterfactual? {
        var changed = request
        changed.history.isSoldFromOtherProvince = false
        changed.history.isMovedFromOtherProvince = false
        for index in changed.history.policies.indices where !changed.history.policies[index].isFullYear {
            guard let start = changed.history.policies[index].start else { continue }
            changed.history.policies[index].end = Term.yearEnd(from: start)
        }
        guard changed != request else { return nil }
        return comparison.told("continuousHistory", comparison.premium(of: changed)) { yuan in
            Sentence(
                "若历史连续（以往均为完整年度，本省记录齐全）：\(yuan) 元",
                "with a continuous history (full years only, all of it known here): \(yuan) yuan")
        }
    }

    /// Applied for before each claim of the last window was paid, or its accident happened; each outcome once, at the
    /// latest day that gives it.
    private static func earlierRenewals(_ request: PremiumRequest, _ comparison: Comparison) -> [Counterfactual] {
        guard let appliedAt = request.appliedAt else { return [] }
        let moments = countingClaims(request).flatMap { index -> [Instant] in
            let claim = request.history.claims[index]
            return [claim.accidentAt, claim.paidAt].compactMap { $0 }.filter { $0 < appliedAt }
        }
        let days = Set(moments.map(\.shanghaiDate)).sorted(by: >)
        let issues = request.history.policies.compactMap(\.issuedAt).filter { $0 < appliedAt }
        var told: [Counterfactual] = []
        for day in days.prefix(mostRenewals) {
            guard let midnight = Instant(shanghai: day) else { continue }
            var changed = request
            let earlier = midnight.adding(milliseconds: -1)
            // Before the last policy was issued there was nothing to renew.
            guard let last = issues.max(), last < earlier else { continue }
            changed.appliedAt = earlier
            let premium = comparison.premium(of: changed)
            guard !told.contains(where: { $0.premium == premium }) else { continue }
            let found = comparison.told("earlierRenewal", premium) { yuan in
                Sentence(
                    "若在\(day.chineseText)前投保：\(yuan) 元", "renewed before \(day.text): \(yuan) yuan")
            }
            if let found { told.append(found) }
        }
        return told
    }

    /// At most so many days are tried.
    private static let mostRenewals = 20

    /// Claims that could change something, at most as many as are worth trying.
    private static func countingClaims(_ request: PremiumRequest) -> [Int] {
        let claims = request.history.claims
        return Array(claims.indices.filter { claims[$0].counts }.prefix(mostRenewals))
    }
}

extension CivilDate {
    /// `2026年3月10日`.
    var chineseText: String { "\(year)年\(month)月\(day)日" }
}
