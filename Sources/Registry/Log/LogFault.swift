/// Why the log is not published, or not published any further.
package enum LogFault: Error, Equatable {
    /// There is no checkpoint yet.
    case notPublished
    /// What stands there is no checkpoint of this log.
    case checkpointUnreadable
    /// More was published than the registry holds: the registry was set back.
    case registryBehind(published: Int64, committed: Int64)
    /// An entry of the registry is not the one that was published at its place.
    case entryDiffers(Int64)
    /// A commit time lies before the one of the entry before it.
    case timeFell(Int64)
    /// Somebody else published in between.
    case forked
    /// The tiles that were published do not make up the checkpoint.
    case tilesDamaged
}
