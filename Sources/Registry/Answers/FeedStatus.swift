package import Regulation

/// How far each insurer has reported, at one state of the log.
package struct FeedStatus: Equatable, Sendable {
    package struct Insurer: Equatable, Sendable {
        package let name: String
        package var reportedThrough: Instant?
        package var lastAcceptedAt: Instant?
        package var accepted: Int64 = 0
        package var openQuarantine: Int64 = 0
        package var sequences = SequenceLedger()

        package init(name: String) { self.name = name }

        /// What the insurer has reported through: its last stated watermark; without one, when its last record came in.
        package var through: Instant? { reportedThrough ?? lastAcceptedAt }
    }

    package var insurers: [InsurerCode: Insurer] = [:]
    package var treeSize: Int64 = 0
    package var lastCommittedAt: Instant = .distantPast

    package init() {}

    /// Age of one insurer's reports; `nil` while it has reported nothing.
    package func age(of insurer: InsurerCode, at moment: Instant) -> Int64? {
        insurers[insurer]?.through.map { max(0, moment.seconds(since: $0)) }
    }

    /// Age of the oldest feed of all that are active: an answer from the absence of a record is no fresher than that.
    package func oldestAge(at moment: Instant) -> Int64? {
        insurers.values.compactMap(\.through).min().map { max(0, moment.seconds(since: $0)) }
    }
}
