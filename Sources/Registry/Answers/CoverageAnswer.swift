package import Regulation

/// The one answer, computed once and rendered many times: page, JSON, terminal, message.
package struct CoverageAnswer: Equatable, Sendable {
    package enum Outcome: String, CaseIterable, Sendable {
        case inForce, laidUp, pending, notYetInForce, cancelled, lapsed, noMatch
    }

    package enum Renewal: String, CaseIterable, Sendable {
        case renewed, renewedWithGap, due, notDue, overdue, none
    }

    package struct Insurer: Equatable, Sendable {
        package let code: InsurerCode
        package let name: String

        package init(code: InsurerCode, name: String) {
            self.code = code
            self.name = name
        }
    }

    package var outcome: Outcome
    package var renewal: Renewal = .none
    package var period: Period?
    package var daysLeft: Int?
    package var gapDays: Int = 0
    package var insurer: Insurer?
    /// Masked: the last four characters only.
    package var policyNumber: String?
    package var nextPeriod: Period?
    package var reason: Reason
    package var remedy: Remedy
    package var citations: [Citation] = []
    package var flags: [Flag] = []
    /// The moment the question is about.
    package var on: Instant
    package var asOf: Instant
    package var knownAt: Instant
    package var treeSize: Int64
    package var feedAgeSeconds: Int64?
    /// The log index of the report it rests on; for the answer card, and in no other rendering.
    package var index: Int64?

    package init(
        outcome: Outcome, reason: Reason, remedy: Remedy, on: Instant, asOf: Instant, knownAt: Instant, treeSize: Int64
    ) {
        self.outcome = outcome
        self.reason = reason
        self.remedy = remedy
        self.on = on
        self.asOf = asOf
        self.knownAt = knownAt
        self.treeSize = treeSize
    }
}
