/// When cover may begin: after the proposal is accepted, after the whole premium has come in, and at most three months
/// ahead — Underwriting Code 2(4), Floating Rules 12.
public enum StartCheck {
    /// Everything that stands against the start; a moment that is not known is not held against it.
    public static func findings(start: Instant, acceptedAt: Instant? = nil, paidAt: Instant? = nil) -> [Finding] {
        var findings: [Finding] = []
        if let acceptedAt, start < acceptedAt { findings.append(.startBeforeAcceptance) }
        if let paidAt, start < paidAt { findings.append(.startBeforePayment) }
        if let acceptedAt, isTooFarAhead(start, of: acceptedAt) { findings.append(.startTooFarAhead) }
        return findings
    }

    private static func isTooFarAhead(_ start: Instant, of acceptedAt: Instant) -> Bool {
        // No three months are shorter than 89 days.
        guard start.milliseconds - acceptedAt.milliseconds > 88 * 86_400_000 else { return false }
        guard let last = acceptedAt.shanghaiDate.adding(months: 3) else { return false }
        return start.shanghaiDate > last
    }
}
