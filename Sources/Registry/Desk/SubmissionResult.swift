package import Regulation
package import TransparencyLog

/// What became of one submission.
package enum SubmissionResult: Equatable, Sendable {
    /// In the log; `flags` holds what was odd.
    case accepted(Acceptance)
    /// Sent before, word for word: the entry it made then, and no second effect.
    case repeated(Acceptance)
    /// Kept aside with every reason, and the entry that says so: what a retraction of the record names.
    case quarantined([SubmissionReading.Fault], note: EntryID)

    package struct Acceptance: Equatable, Sendable {
        package let entry: EntryID
        package let leafHash: Hash
        package let committedAt: Instant
        package let flags: [Flag]

        package var receipt: Receipt { Receipt(entry: entry, leafHash: leafHash, committedAt: committedAt) }

        package init(entry: EntryID, leafHash: Hash, committedAt: Instant, flags: [Flag]) {
            self.entry = entry
            self.leafHash = leafHash
            self.committedAt = committedAt
            self.flags = flags
        }
    }
}
