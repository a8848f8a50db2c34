extension HistoryStanding {
    /// The factor with the facts that decided on it.
    func figure(of request: PremiumRequest, appliedAt: Instant) -> Figure {
        Figure(
            .floatingFactor, .word(code: factor.rawValue, title: factor.title), .choose, citation: ground.citation,
            inputs: inputs(of: request, appliedAt: appliedAt), reason: ground.reason)
    }

    private func inputs(of request: PremiumRequest, appliedAt: Instant) -> [Figure] {
        let history = request.history
        switch ground {
        case .classNeverFloats, .lowSpeedNeverFloats: return [request.vehicle.classFact].compactMap { $0 }
        case .shortTermNeverFloats: return [request.shortTermFact].compactMap { $0 }
        case .firstInsurance: return [.fact(.firstInsurance, .flag(true), at: "history.firstInsurance")]
        case .soldFromOtherProvince:
            return [.fact(.soldFromOtherProvince, .flag(true), at: "history.soldFromOtherProvince")]
        case .movedWithoutProof:
            return [
                .fact(.movedFromOtherProvince, .flag(true), at: "history.movedFromOtherProvince"),
                .fact(.movedWithProof, .flag(false), at: "history.movedWithProof"),
            ]
        case .beforeTheRules: return [.fact(.appliedAt, .instant(appliedAt), at: "appliedAt")]
        case .noEarlierPolicy: return []
        case .paidDeath, .paidClaims: return [paidClaimsFigure(history, appliedAt)]
        case .unpaidClaim: return window(history, appliedAt) + unpaidFacts(history)
        case .shortPredecessor: return [latestTermFigure(history)].compactMap { $0 }
        case .clean: return [paidClaimsFigure(history, appliedAt), cleanYearsFigure(history, appliedAt)]
        }
    }

    /// From the issue of the last policy to the application — Floating Rules 9.
    private func window(_ history: PremiumHistory, _ appliedAt: Instant) -> [Figure] {
        guard let latest, let windowStart else { return [] }
        let issuedAt = Figure.fact(.policyIssuedAt, .instant(windowStart), at: "history.policies[\(latest)].issuedAt")
        return [issuedAt, .fact(.appliedAt, .instant(appliedAt), at: "appliedAt")]
    }

    private func paidClaimsFigure(_ history: PremiumHistory, _ appliedAt: Instant) -> Figure {
        var inputs = window(history, appliedAt)
        for (index, claim) in history.claims.enumerated() where claim.counts {
            guard let paidAt = claim.paidAt, let windowStart, windowStart <= paidAt, paidAt < appliedAt else {
                continue
            }
            inputs.append(.fact(.claimPaidAt, .instant(paidAt), at: "history.claims[\(index)].paidAt"))
            guard claim.isDeath else { continue }
            inputs.append(.fact(.claimDeath, .flag(true), at: "history.claims[\(index)].death"))
        }
        return Figure(
            .paidClaims, .count(paidClaims, .accidents), .count, citation: Citation(.floatingRules2007, "第10条"),
            inputs: inputs)
    }

    private func unpaidFacts(_ history: PremiumHistory) -> [Figure] {
        guard let unpaid, let accidentAt = history.claims[unpaid].accidentAt else { return [] }
        return [.fact(.claimAccidentAt, .instant(accidentAt), at: "history.claims[\(unpaid)].accidentAt")]
    }

    private func latestTermFigure(_ history: PremiumHistory) -> Figure? {
        guard let latest, let start = history.policies[latest].start, let end = history.policies[latest].end else {
            return nil
        }
        let days = Int((end.milliseconds - start.milliseconds) / 86_400_000)
        return Figure(
            .latestTermDays, .count(days, .days), .span,
            inputs: [
                .fact(.termStart, .instant(start), at: "history.policies[\(latest)].start"),
                .fact(.termEnd, .instant(end), at: "history.policies[\(latest)].end"),
            ])
    }

    private func cleanYearsFigure(_ history: PremiumHistory, _ appliedAt: Instant) -> Figure {
        var inputs: [Figure] = []
        for (index, policy) in history.policies.enumerated()
        where policy.isFullYear && isCountedBack(policy, appliedAt: appliedAt) {
            guard let issuedAt = policy.issuedAt else { continue }
            inputs.append(.fact(.policyIssuedAt, .instant(issuedAt), at: "history.policies[\(index)].issuedAt"))
        }
        return Figure(
            .cleanYears, .count(cleanYears, .years), .count, citation: Citation(.floatingRules2007, "第3条"),
            inputs: inputs)
    }
}

extension PremiumRequest {
    var shortTermFact: Figure? {
        shortTerm.map { .fact(.shortTermGround, .word(code: $0.rawValue, title: $0.title), at: "shortTerm") }
    }

    var regionFact: Figure? {
        region.map {
            .fact(.insuranceRegion, .word(code: $0.code, title: Sentence($0.fullName, $0.fullName)), at: "region")
        }
    }

    var appliedAtFact: Figure? { appliedAt.map { .fact(.appliedAt, .instant($0), at: "appliedAt") } }

    var startFact: Figure? { start.map { .fact(.termStart, .instant($0), at: "start") } }

    var endFact: Figure? { end.map { .fact(.termEnd, .instant($0), at: "end") } }
}
