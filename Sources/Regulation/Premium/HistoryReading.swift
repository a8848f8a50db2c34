/// Reads a history: what it lacks, what contradicts itself, and how the vehicle stands by it.
enum HistoryReading {
    /// More policies or claims than any vehicle has are not looked at.
    static let most = 1000
    private static let rulesBegin = CivilDate(written: 2007, 7, 1)

    /// Refuses what is missing or impossible; warns of what is odd.
    static func standing(
        of request: borrowing PremiumRequest, appliedAt: Instant, on appliedDate: CivilDate, _ remarks: inout Remarks
    ) throws(Refusal) -> HistoryStanding {
        guard request.history.policies.count <= most, request.history.claims.count <= most,
            request.history.drinkDriving.count <= most,
            request.history.violations.count <= most
        else { throw Refusal(.historyTooLong) }
        var objections = Objections()
        if request.history.isFirstInsurance, !request.history.policies.isEmpty {
            objections.add(.firstInsuranceContradiction)
        }
        let latest = latest(request.history.policies, appliedAt: appliedAt, &objections, &remarks)
        check(request.history.claims, appliedAt, &objections, &remarks)
        guard objections.isEmpty else { throw objections.refusal }
        if let ground = exemption(of: request, on: appliedDate) { return HistoryStanding(ground) }
        guard let latest, let issuedAt = request.history.policies[latest].issuedAt else {
            remarks.warn(.noEarlierPolicy)
            return HistoryStanding(.noEarlierPolicy)
        }
        let standing = HistoryStanding(request.history, latest: latest, issuedAt: issuedAt, appliedAt: appliedAt)
        if standing.ground == .clean, hasSkippedShortTerm(standing, request.history.policies, appliedAt) {
            remarks.note(.skippedShortTermReading)
        }
        return standing
    }

    /// Why nothing floats whatever happened.
    private static func exemption(of request: borrowing PremiumRequest, on appliedDate: CivilDate) -> FloatingGround? {
        switch request.vehicle.vehicleClass {
        case .motorcycle, .tractor: return .classNeverFloats
        case .lowSpeedTruck, .threeWheeler: return .lowSpeedNeverFloats
        default: break
        }
        if let ground = request.shortTerm, !ground.floats { return .shortTermNeverFloats }
        if request.history.isFirstInsurance { return .firstInsurance }
        if request.history.isSoldFromOtherProvince { return .soldFromOtherProvince }
        if request.history.isMovedFromOtherProvince, !request.history.isMovedWithProof { return .movedWithoutProof }
        return appliedDate < rulesBegin ? .beforeTheRules : nil
    }

    /// The policy issued last before the application; of several at once the one that starts, then ends, last.
    private static func latest(
        _ policies: [EarlierPolicy], appliedAt: Instant, _ objections: inout Objections, _ remarks: inout Remarks
    ) -> Int? {
        var latest: (index: Int, issuedAt: Instant, start: Instant, end: Instant)?
        for (index, policy) in policies.enumerated() {
            guard let issuedAt = policy.issuedAt, let start = policy.start, let end = policy.end else {
                let path = "history.policies[\(index)]"
                _ = objections.need(policy.issuedAt, .policyIssuedAt, at: "\(path).issuedAt")
                _ = objections.need(policy.start, .termStart, at: "\(path).start")
                _ = objections.need(policy.end, .termEnd, at: "\(path).end")
                continue
            }
            guard start < end else {
                objections.add(.endNotAfterStart(at: "history.policies[\(index)].end"))
                continue
            }
            guard issuedAt < appliedAt else {
                remarks.warn(.afterApplication(at: "history.policies[\(index)].issuedAt"))
                continue
            }
            if let last = latest, (issuedAt, start, end) <= (last.issuedAt, last.start, last.end) { continue }
            latest = (index, issuedAt, start, end)
        }
        return latest?.index
    }

    /// What is paid before the application counts by its payment, all else by the accident.
    private static func check(
        _ claims: [EarlierClaim], _ appliedAt: Instant, _ objections: inout Objections, _ remarks: inout Remarks
    ) {
        for (index, claim) in claims.enumerated() {
            guard let accidentAt = claim.accidentAt else {
                if claim.counts, claim.paidAt.map({ appliedAt <= $0 }) ?? true {
                    objections.add(.missing(.claimAccidentAt, at: "history.claims[\(index)].accidentAt"))
                }
                continue
            }
            if let paidAt = claim.paidAt, paidAt < accidentAt {
                remarks.warn(.paidBeforeAccident(at: "history.claims[\(index)].paidAt"))
            }
        }
    }

    /// Whether more years are counted only because a short term between them was passed over.
    private static func hasSkippedShortTerm(
        _ standing: HistoryStanding, _ policies: [EarlierPolicy], _ appliedAt: Instant
    ) -> Bool {
        var lastShort: Instant?
        for policy in policies where !policy.isFullYear && standing.isCountedBack(policy, appliedAt: appliedAt) {
            lastShort = [lastShort, policy.issuedAt].compactMap { $0 }.max()
        }
        guard let lastShort else { return false }
        let since = policies.count { policy in
            policy.isFullYear && standing.isCountedBack(policy, appliedAt: appliedAt)
                && (policy.issuedAt.map { lastShort < $0 } ?? false)
        }
        return min(since, 3) < min(standing.cleanYears, 3)
    }
}
