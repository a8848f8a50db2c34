import Registry
import RegistryModel
import TransparencyLog

/// The leaves of what the store holds, read back as the rim reads them.
private struct StoredLeaves: LogSource {
    let store: SimulatedStore

    var committedSize: Int64 { store.feed.treeSize }

    func leaves(in range: Range<Int64>) throws -> [Leaf] { try range.map { try store.leaf($0) } }
}

extension Simulation {
    /// Publishes what was committed; the process may end in the middle of it.
    mutating func publish(mayFail: Bool) throws {
        guard !isDamaged else { return }
        if mayFail, draws.chance(25) {
            let event = draws.pick([.crashBefore, .crashAfter] as [SimulatedLog.Plan.Event])
            log.plan = SimulatedLog.Plan(event: event, callsLeft: 1 + draws.below(2))
        }
        do {
            if sequencer == nil { sequencer = try open(store) }
            _ = try sequencer?.publish()
            log.plan = nil
            note("published \(sequencer?.published?.checkpoint.size ?? 0)")
            try checkLog()
        } catch is SimulatedLog.Crashed {
            try restart(.crashWhilePublishing)
            try checkLog()
        }
    }

    /// At the end everything is published, and what anybody was told is there.
    mutating func publishAll() throws {
        try publish(mayFail: false)
        let leaves = try StoredLeaves(store: store).leaves(in: 0..<store.feed.treeSize)
        for fault in stranger.checkHistory(of: log, leaves: leaves) { find(fault) }
        if stranger.kept.last?.checkpoint.size != store.feed.treeSize { find("not everything was published") }
        guard let head = stranger.kept.last?.checkpoint else { return }
        var reader = try TileReader(size: head.size, root: head.root) { [log] in try log.tile($0) }
        for acknowledged in auditor.acknowledged {
            let acceptance = acknowledged.acceptance
            if try reader.leafHash(at: acceptance.entry.index) != acceptance.leafHash {
                find("\(acceptance.entry.text) is not published as it was acknowledged")
            }
        }
    }

    private mutating func checkLog() throws {
        let leaves = try StoredLeaves(store: store).leaves(in: 0..<store.feed.treeSize)
        for fault in stranger.check(log, leaves: leaves, with: &draws) { find(fault) }
    }

    private func open(_ store: SimulatedStore) throws -> LogSequencer {
        try LogSequencer(log: .main, signer: signer, source: StoredLeaves(store: store), store: log)
    }

    /// A changed entry that is not published yet is never signed.
    mutating func expectNoSignature(over index: Int64) throws {
        guard index >= log.size else { return }
        tally.count(.changedBeforeSigning)
        let before = log.text
        do {
            var publisher = try sequencer ?? open(store)
            _ = try publisher.publish()
            find("signed over the changed entry \(index)")
        } catch {
            if log.text != before { find("signed, and then refused: \(error)") }
        }
    }

    /// Where the log says more than the registry, the registry is not taken up.
    mutating func expectRefusal(of lost: SimulatedStore) {
        guard log.size > lost.feed.treeSize else { return }
        tally.count(.registryBehindLog)
        do {
            _ = try open(lost)
            find("a registry of \(lost.feed.treeSize) entries was taken up behind a log of \(log.size)")
        } catch LogFault.registryBehind {} catch { find("instead of what is wrong: \(error)") }
    }
}
