/// What a key's signature under a note says. One key pair may serve both; it has another key id for each.
package enum SignatureUse: Sendable, CaseIterable {
    /// The key's owner wrote the text.
    case text
    /// A witness saw this checkpoint, and no other history of the log, at a stated time (C2SP tlog-cosignature).
    case cosignature
}
