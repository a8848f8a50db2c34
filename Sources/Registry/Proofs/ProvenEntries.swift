package import TransparencyLog

/// What a proof file has proven: these entries stand in the tree that this checkpoint states, and say what is shown.
package struct ProvenEntries: Sendable {
    /// By rising index.
    package let entries: [OpenedEntry]
    package let checkpoint: Checkpoint
    /// The known witnesses who saw the checkpoint.
    package let cosignatures: [Cosignature]
    /// The key that the checkpoint was signed with.
    package let key: NoteVerifier
    /// Whether the key came from the file itself, so that it is still to be compared with the published one.
    package let isKeyFromFile: Bool
}
