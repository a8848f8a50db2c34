package import Regulation

/// Why a backup could not be made or read. Paths are the operator's own.
package enum BackupFault: Error, Equatable {
    /// There is no backup in this directory.
    case none(path: String)
    case missing(String)
    /// A file was changed, cut off, or belongs elsewhere.
    case damaged(String)
    /// The keys in it are older than the backups beside them: who was forgotten since would come back.
    case keysOutdated(path: String)
    /// The key given is not the one the backup was made with; the path is where that one was then.
    case otherKey(madeWith: String)
    /// The directory holds backups of another registry, or of another history of this one.
    case otherHistory(path: String)
    /// Another process is writing to it.
    case inUse(path: String)
    /// The latest moment that any backup here reaches to.
    case reachesOnlyTo(Instant)
    /// There was no registry yet at this moment.
    case beforeBeginning(Instant)
    /// There is a registry where the restored one should go.
    case targetHoldsRegistry(path: String)
    /// What was restored is not what the log had signed.
    case notWhatWasSigned
}
