/// How a vehicle stands by its history on the day of application — Floating Rules 3 to 11.
///
/// Windows run from the issue of one policy to that of the next, the last one to the application; a claim belongs to
/// the window in which it was paid. Nothing is sorted: the last break tells which windows are clean.
struct HistoryStanding: Sendable {
    let factor: FloatingFactor
    let ground: FloatingGround
    /// Where the policy of the last window stands among the policies; `nil` where the history does not count.
    private(set) var latest: Int?
    /// When that policy was issued.
    private(set) var windowStart: Instant?
    /// Where the first claim stands that is not yet paid.
    private(set) var unpaid: Int?
    /// Paid claims at fault in the last window.
    private(set) var paidClaims = 0
    /// Full years without a paid claim at fault, counted back from the last window.
    private(set) var cleanYears = 0
    /// When the last claim at fault was paid, in whatever window.
    private(set) var lastBreak: Instant?

    /// A history that does not count.
    init(_ ground: FloatingGround) {
        factor = .none
        self.ground = ground
    }

    /// - Parameter latest: a policy issued before the application, none later.
    init(_ history: borrowing PremiumHistory, latest: Int, issuedAt: Instant, appliedAt: Instant) {
        var hasDeath = false
        for index in history.claims.indices where history.claims[index].counts {
            let claim = history.claims[index]
            if let paidAt = claim.paidAt, paidAt < appliedAt {
                lastBreak = max(lastBreak ?? paidAt, paidAt)
                guard paidAt >= issuedAt else { continue }
                paidClaims += 1
                hasDeath = hasDeath || claim.isDeath
            } else if let accidentAt = claim.accidentAt, issuedAt <= accidentAt, accidentAt < appliedAt {
                unpaid = unpaid ?? index
            }
        }
        self.latest = latest
        windowStart = issuedAt
        if hasDeath {
            (factor, ground) = (.x6, .paidDeath)
        } else if paidClaims > 0 {
            (factor, ground) = (paidClaims > 1 ? .x5 : .x4, .paidClaims)
        } else if unpaid != nil {
            (factor, ground) = (.none, .unpaidClaim)
        } else if !history.policies[latest].isFullYear {
            (factor, ground) = (.none, .shortPredecessor)
        } else {
            cleanYears = Self.cleanYears(history.policies, since: lastBreak, appliedAt: appliedAt)
            (factor, ground) = (cleanYears > 2 ? .x3 : cleanYears > 1 ? .x2 : .x1, .clean)
        }
    }

    /// A short policy's window neither counts nor breaks.
    private static func cleanYears(_ policies: [EarlierPolicy], since lastBreak: Instant?, appliedAt: Instant) -> Int {
        var years = 0
        for policy in policies where policy.isFullYear {
            guard let issuedAt = policy.issuedAt, issuedAt < appliedAt else { continue }
            if let lastBreak, issuedAt <= lastBreak { continue }
            years += 1
        }
        return years
    }

    /// Whether a policy's window is one of those counted back to the last break.
    func isCountedBack(_ policy: EarlierPolicy, appliedAt: Instant) -> Bool {
        guard let issuedAt = policy.issuedAt, issuedAt < appliedAt else { return false }
        return lastBreak.map { $0 < issuedAt } ?? true
    }
}
