package import Regulation

/// What an entry says to the rows that are kept beside the log: whose record it is, under which number, and what it
/// takes out of quarantine.
package struct EntryTrace: Equatable, Sendable {
    package enum Kind: Sendable {
        /// A record an insurer sent, as it was accepted.
        case received
        /// The note of a record that could not be taken in.
        case quarantined
        /// The registry's own doing: a report entered anew in another file, or withdrawn because another stands for it.
        case own
        /// That a person's values beside another entry were erased.
        case erasure
    }

    package let index: Int64
    package let committedAt: Instant
    package let insurer: InsurerCode
    package let kind: Kind
    /// The number in the insurer's own count.
    package let sequence: Int64?
    /// The entry this one withdraws.
    package let withdraws: Int64?
    /// The entry beside which this one erased values.
    package let erases: Int64?

    /// `nil` for an entry that names no insurer, which none does.
    package init?(_ entry: Entry) {
        let content = entry.content
        guard let insurer = content.values[.insurer].flatMap({ InsurerCode($0) }) else { return nil }
        index = entry.index
        committedAt = entry.committedAt
        self.insurer = insurer
        // What an insurer corrects or withdraws it names; the registry needs no name for it.
        kind =
            switch content.event {
            case .quarantine: .quarantined
            case .erasure: .erasure
            case .correction, .retraction: content.values[.corrects] == nil ? .own : .received
            default: .received
            }
        sequence =
            kind == .own || kind == .erasure ? nil : content.values[.sequence].flatMap { SequenceNumber.read($0) }
        withdraws = content.event == .retraction ? content.targetID?.index : nil
        erases = kind == .erasure ? content.targetID?.index : nil
    }
}
