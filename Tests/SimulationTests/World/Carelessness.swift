/// A way to keep a registry badly. Each is tried on purpose: a simulation that does not find it finds nothing else
/// either.
enum Carelessness: String, CaseIterable, Sendable {
    /// What a failed job wrote stays.
    case keepsFailedJobs
    /// Answers go out before the commit.
    case answersBeforeCommit
    case lowersWatermarks
    case skipsFolds
    case skipsLookups
    /// A record that was sent before is not known again.
    case forgetsReports
    case forgetsNotes
    case forgetsReplies
    /// Takes what can be read of half a commit.
    case believesTornCommits
    /// Serves an entry without hashing it again.
    case believesEntries
    /// Commit times follow the clock, whichever way it goes.
    case followsClockBack
}
