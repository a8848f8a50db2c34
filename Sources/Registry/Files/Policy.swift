package import Regulation

/// 保险单: one contract as it was reported, with what happened to it since.
package struct Policy: Equatable, Sendable {
    /// The log index of the report it rests on.
    package let index: Int64
    package let insurer: InsurerCode
    package let number: String
    /// Numbers it was reported under before they were corrected; events may name them.
    package let formerNumbers: [String]
    /// As contracted.
    package let contracted: Period
    package let issuedAt: Instant?
    package private(set) var cancellation: Cancellation?
    /// By their beginning.
    package private(set) var layUps: [LayUp] = []
    /// When the vehicle went back on the road, as reported; rising, each once.
    package private(set) var resumptions: [Instant] = []

    package struct Cancellation: Equatable, Sendable {
        package let effectiveAt: Instant
        package let ground: CancellationGround
    }

    /// 停驶: the cover rests from a moment until it is resumed, at the latest until the agreed end.
    package struct LayUp: Equatable, Sendable {
        package let from: Instant
        package let until: Instant
        package fileprivate(set) var resumedAt: Instant?

        init(from: Instant, until: Instant) {
            self.from = from
            self.until = until
        }

        /// When the rest is over.
        package var end: Instant { resumedAt.map { min($0, until) } ?? until }

        package func rests(at moment: Instant) -> Bool { from <= moment && moment < end }
    }

    package init(
        index: Int64, insurer: InsurerCode, number: String, formerNumbers: [String] = [], contracted: Period,
        issuedAt: Instant?
    ) {
        self.index = index
        self.insurer = insurer
        self.number = number
        self.formerNumbers = formerNumbers
        self.contracted = contracted
        self.issuedAt = issuedAt
    }

    /// When the cover runs, all told: the end moved by the days it rested, or cut at the cancellation. `nil` when it
    /// was cancelled at or before its start: then it never covered anything.
    package var period: Period? {
        let moved = movedEnd
        let end = cancellation.map { min($0.effectiveAt, moved) } ?? moved
        return Period(start: contracted.start, end: end)
    }

    /// Whether the period ended before its time.
    package var endsByCancellation: Bool { cancellation.map { $0.effectiveAt < movedEnd } ?? false }

    package func rests(at moment: Instant) -> Bool { layUps.contains { $0.rests(at: moment) } }

    /// The contracted end, later by the days the cover rested (code, section 5 part 5). A rest counts once it was
    /// resumed, and only where there was cover to rest.
    private var movedEnd: Instant {
        var end = contracted.end
        var counted = contracted.start
        for layUp in layUps where layUp.resumedAt != nil && layUp.from < end && layUp.end > counted {
            let from = max(layUp.from, counted)
            end = end.adding(days: from.shanghaiDate.days(to: layUp.end.shanghaiDate))
            counted = layUp.end
        }
        return end
    }
}

extension Policy {
    /// A contract ends once: of several reports the one that ends it earliest counts, whatever order they came in.
    package mutating func cancel(at moment: Instant, on ground: CancellationGround) {
        if let cancellation, cancellation.effectiveAt <= moment { return }
        cancellation = Cancellation(effectiveAt: moment, ground: ground)
    }

    package mutating func layUp(from: Instant, until: Instant) {
        guard from < until, !layUps.contains(where: { $0.from == from && $0.until == until }) else { return }
        let position = layUps.firstIndex { ($0.from, $0.until) > (from, until) } ?? layUps.endIndex
        layUps.insert(LayUp(from: from, until: until), at: position)
        endRests()
    }

    package mutating func resume(at moment: Instant) {
        guard !resumptions.contains(moment) else { return }
        resumptions.insert(moment, at: resumptions.firstIndex { $0 > moment } ?? resumptions.endIndex)
        endRests()
    }

    /// Whether a rest begun by then is still without its resumption.
    package func awaitsResumption(at moment: Instant) -> Bool {
        layUps.contains { $0.resumedAt == nil && $0.from <= moment }
    }

    /// Puts back what was stored, each in its order.
    mutating func restore(layUps: [LayUp], resumptions: [Instant]) {
        self.layUps = layUps
        self.resumptions = resumptions
        endRests()
    }

    /// Back on the road, the vehicle rests no longer, however many reports said that it did; a resumption after the
    /// agreed end tells of the last rest before it. Every rest is looked at a few times and no more: each reading of
    /// the file comes through here, and an insurer may have reported a thousand of both.
    private mutating func endRests() {
        for position in layUps.indices { layUps[position].resumedAt = nil }
        var next = 0
        // Rests that are over without a resumption, rising.
        var over: [Int] = []
        for moment in resumptions {
            var isResting = false
            while next < layUps.count, layUps[next].from <= moment {
                if moment < layUps[next].until {
                    layUps[next].resumedAt = moment
                    isResting = true
                } else {
                    over.append(next)
                }
                next += 1
            }
            if !isResting, let last = over.popLast() { layUps[last].resumedAt = moment }
        }
    }
}
