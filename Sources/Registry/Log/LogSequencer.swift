package import TransparencyLog

/// Publishes a registry's entries as a log: reads back, hashes, writes tiles, and then signs what it wrote.
///
/// It signs nothing that it has not read back from the store, and no head that does not continue the one published: the
/// checkpoint is replaced only where it still is the one this sequencer began from. After a fault the sequencer stands
/// where its last checkpoint stands, and may be asked again when the fault was one that passes.
package struct LogSequencer {
    /// Entries read back at once.
    private static let batch: Int64 = 1_024
    /// Entries after which a checkpoint is published although more wait.
    private static let mostBetweenCheckpoints: Int64 = 32_768

    package let identity: LogIdentity
    /// The checkpoint as it is published.
    package private(set) var published: SignedCheckpoint?
    private let signer: NoteSigner
    private let source: any LogSource
    private let store: any LogStore
    private var growth: LogGrowth

    /// Takes up the log where it was published to. Throws a `LogFault` where registry and log contradict each other.
    package init(log: LogName, signer: NoteSigner, source: any LogSource, store: any LogStore) throws {
        self.signer = signer
        self.source = source
        self.store = store
        identity = LogIdentity(origin: log.origin, verifiers: [signer.verifier])
        guard let text = try store.checkpoint() else {
            growth = LogGrowth()
            return
        }
        guard let note = SignedNote(text), let published = try? SignedCheckpoint(note, of: identity) else {
            throw LogFault.checkpointUnreadable
        }
        self.published = published
        let size = published.checkpoint.size
        guard size <= source.committedSize else {
            throw LogFault.registryBehind(published: size, committed: source.committedSize)
        }
        growth = try LogGrowth(resuming: published.checkpoint, from: store)
        guard size > 0 else { return }
        let last = try source.leaves(in: (size - 1)..<size)
        guard last.map(\.bytes) == [growth.last] else { throw LogFault.entryDiffers(size - 1) }
    }

    /// Publishes what has been committed. `nil` when that is published already.
    package mutating func publish() throws -> SignedCheckpoint? {
        let before = published
        let goal = source.committedSize
        while growth.size < goal || published == nil {
            let next = min(goal, growth.size + Self.mostBetweenCheckpoints)
            try store.exclusively { try publish(upTo: next) }
        }
        return published == before ? nil : published
    }

    private mutating func publish(upTo goal: Int64) throws {
        // Before anything is written: one that was overtaken must not put its tiles over those of the log.
        guard try store.checkpoint() == published?.note.encoded else { throw LogFault.forked }
        // On a copy: what was not signed does not count.
        var grown = growth
        while grown.size < goal {
            let range = grown.size..<min(goal, grown.size + Self.batch)
            let leaves = try source.leaves(in: range)
            guard leaves.count == Int(range.upperBound - range.lowerBound) else {
                throw RegistryFault.entryMissing(range.lowerBound + Int64(leaves.count))
            }
            for leaf in leaves { try grown.append(leaf) }
            let files = grown.takeFullFiles()
            if !files.isEmpty { try store.write(files) }
        }
        try store.write(grown.partialFiles)
        let checkpoint = Checkpoint(origin: identity.origin, size: grown.size, root: grown.root)
        let signed = try SignedCheckpoint(SignedNote(signing: checkpoint.text, by: signer), of: identity)
        try store.swapCheckpoint(from: published?.note.encoded, to: signed.note.encoded)
        let oldSize = growth.size
        published = signed
        growth = grown
        dropPartials(since: oldSize)
    }

    /// Tiles that were partial at an earlier size and are full now. That some stay does no harm.
    private func dropPartials(since oldSize: Int64) {
        for coordinate in TileCoordinate.partials(at: oldSize) where coordinate.isFull(at: growth.size) {
            try? store.dropPartials(of: coordinate)
        }
    }
}
