package import Regulation

/// 保险单: one contract as it was reported, with what happened to it since.
package struct Policy: Equatable, Sendable {
    /// The log index of the report it rests on.
    package let index: Int64
    package let insurer: InsurerCode
    package let number: String
    /// As contracted.
    package let contracted: Period
    package let issuedAt: Instant?
    package var cancellation: Cancellation?
    package var layUps: [LayUp] = []

    package struct Cancellation: Equatable, Sendable {
        package let effectiveAt: Instant
        package let ground: CancellationGround
    }

    /// 停驶: the cover rests from a moment until it is resumed, at the latest until the agreed end.
    package struct LayUp: Equatable, Sendable {
        package let from: Instant
        package let until: Instant
        package var resumedAt: Instant?

        /// When the rest is over.
        package var end: Instant { resumedAt.map { min($0, until) } ?? until }

        package func rests(at moment: Instant) -> Bool { from <= moment && moment < end }

        /// Calendar days the cover has rested, once it was resumed: by so much the end moves (code, section 5 part 5).
        package var restedDays: Int {
            resumedAt == nil ? 0 : max(0, from.shanghaiDate.days(to: end.shanghaiDate))
        }
    }

    package init(index: Int64, insurer: InsurerCode, number: String, contracted: Period, issuedAt: Instant?) {
        self.index = index
        self.insurer = insurer
        self.number = number
        self.contracted = contracted
        self.issuedAt = issuedAt
    }

    /// When the cover runs, all told: the end moved by the days it rested, or cut at the cancellation. `nil` when it was
    /// cancelled at or before its start: then it never covered anything.
    package var period: Period? {
        let moved = contracted.end.adding(days: layUps.reduce(0) { $0 + $1.restedDays })
        let end = cancellation.map { min($0.effectiveAt, moved) } ?? moved
        return Period(start: contracted.start, end: end)
    }

    /// Whether the period ended before its time.
    package var endsByCancellation: Bool {
        guard let cancellation, let period else { return cancellation != nil }
        return cancellation.effectiveAt == period.end && cancellation.effectiveAt < contracted.end.adding(days: restedDays)
    }

    package func rests(at moment: Instant) -> Bool { layUps.contains { $0.rests(at: moment) } }

    private var restedDays: Int { layUps.reduce(0) { $0 + $1.restedDays } }
}
