package import Regulation
package import TransparencyLog

/// The registry's word that an entry is in the log: a signed note over id, index, leaf hash and commit time.
///
/// It is a function of the entry and the key alone, so it can be issued again at any time, byte for byte the same.
package struct Receipt: Equatable, Sendable {
    package let entry: EntryID
    package let leafHash: Hash
    package let committedAt: Instant

    package init(entry: EntryID, leafHash: Hash, committedAt: Instant) {
        self.entry = entry
        self.leafHash = leafHash
        self.committedAt = committedAt
    }

    /// The text that is signed, one statement a line.
    package var text: String {
        """
        \(entry.log.origin)\(Self.firstLineEnd)
        entry \(entry.text)
        index \(entry.index)
        leaf \(leafHash.hex)
        committed \(committedAt.text)

        """
    }

    package func signed(by signer: NoteSigner) throws -> SignedNote { try SignedNote(signing: text, by: signer) }
}
