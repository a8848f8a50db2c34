/// What goes wrong around a log that is being published; each must happen in a whole run.
enum LogTrouble: String, CaseIterable, Sendable {
    case crashBeforeCall, crashAfterCall, diskFull
    /// Another process published between two calls of this one.
    case race
    /// A process that slept publishes what it knows.
    case lateRival
    /// A process that holds another history tries to publish it.
    case divergentRival
    case flippedTile
    /// An entry changed between its commit and its publication.
    case changedEntry
    /// The registry was set back behind what was published.
    case registrySetBack
    /// A full tile took the place of partial ones.
    case partialsDropped
}
