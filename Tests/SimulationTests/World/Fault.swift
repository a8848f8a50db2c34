/// What goes wrong in a simulated world. A run of all seeds in which one of these never happened has shown nothing
/// about it, and fails.
enum Fault: String, CaseIterable, Sendable {
    /// The commit is refused, nothing happened, and the next one may go through.
    case diskFull
    /// The sync failed: nobody knows what the disk holds, and the store may not write again before it is opened anew.
    case syncFailed
    case crashBeforeCommit
    /// Committed, and nobody was told.
    case crashAfterCommit
    /// Half a commit lies on the disk.
    case tornCommit
    /// The disk said it had a commit, and had not. Only the auditor can notice.
    case lostCommit
    /// One call of the store fails inside a job.
    case failingCall
    /// A job fails after it has written.
    case failingJob
    /// A job was overtaken by another clerk's that was handed in later.
    case overtaken
    /// Committed and answered, but the answer never arrived.
    case lostAnswer
    case clockSetBack
    case flippedEntry, flippedFold, flippedReply
    /// An entry changed and sealed again, as only someone with the key can.
    case rewrittenEntry
    /// An entry changed between its commit and its publication.
    case changedBeforeSigning
    case crashWhilePublishing
    /// The registry came back without entries that were published.
    case registryBehindLog
    /// A fold that is not the fold of its entries, sealed as it should be.
    case rewrittenFold
}
