package import Registry
package import Regulation

/// How far one insurer has reported.
package struct FreshnessRow: Sendable {
    package var code: String
    package var name: String
    /// The moment up to which the insurer says it has reported everything; `nil` when it never has.
    package var reportedThrough: Instant?
    package var recordsAccepted: Int64
    package var quarantinedOpen: Int64
    /// Numbers missing in the insurer's own sequence.
    package var sequenceGaps: Int64

    package init(
        code: String, name: String, reportedThrough: Instant?, recordsAccepted: Int64, quarantinedOpen: Int64,
        sequenceGaps: Int64
    ) {
        self.code = code
        self.name = name
        self.reportedThrough = reportedThrough
        self.recordsAccepted = recordsAccepted
        self.quarantinedOpen = quarantinedOpen
        self.sequenceGaps = sequenceGaps
    }

    /// The row of one insurer of the feed.
    package init(code: InsurerCode, _ insurer: FeedStatus.Insurer) {
        self.init(
            code: code.text, name: insurer.name, reportedThrough: insurer.through,
            recordsAccepted: insurer.accepted, quarantinedOpen: insurer.openQuarantine,
            sequenceGaps: insurer.sequences.missing)
    }
}
