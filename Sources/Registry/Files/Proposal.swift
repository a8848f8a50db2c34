package import Regulation

/// 投保: an application that was received and is not a policy yet.
package struct Proposal: Equatable, Sendable {
    package let index: Int64
    package let insurer: InsurerCode
    package let number: String
    /// The cover asked for, as far as it was said; an application for a time gone by is no longer open.
    package let start: Instant?
    package let end: Instant?
    /// When it was made, where that was said; else when we were told.
    package let madeAt: Instant

    /// Whether this policy is what came of it, under whatever number: the same start, or cover for some of the time
    /// asked for that began after it was asked for. The policy that runs out meanwhile began before.
    func became(_ policy: Policy) -> Bool {
        guard insurer == policy.insurer else { return false }
        if number == policy.number || policy.formerNumbers.contains(number) { return true }
        guard let start else { return false }
        if start == policy.contracted.start { return true }
        guard let end, let period = Period(start: start, end: end) else { return false }
        return period.overlaps(policy.contracted) && policy.contracted.start >= madeAt
    }
}
