import Registry
import RegistryModel
import Regulation

@testable import Registry

extension Simulation {
    /// The process ends here: of the group nobody was told anything, and each call will be made again.
    mutating func crash(_ fault: Fault, _ jobs: [Job], _ truth: Truth) throws {
        auditor.truth = truth
        for job in jobs { clerks[job.clerk].isWaiting = false }
        try restart(fault)
    }

    /// Whatever was not committed is gone, calls that wait among it.
    mutating func restart(_ fault: Fault?) throws {
        if let fault { tally.count(fault) }
        tally.restarts += 1
        note("restart after \(fault?.rawValue ?? "a stop")")
        for job in waiting { clerks[job.clerk].isWaiting = false }
        waiting.removeAll()
        isDamaged = false
        var disk = store.disk
        if let turnedUp { (disk, auditor.truth) = turnedUp }
        turnedUp = nil
        disk.repair()
        disk.recover(believesTorn: carelessness == .believesTornCommits)
        store = try SimulatedStore(disk, carelessness: carelessness)
        hasStopped = false
        sequencer = nil
        log.restart()
        audit()
    }

    /// After a failed sync nobody knows what is on the disk: nothing more is written until the store is opened anew,
    /// and that shows which it was.
    mutating func failSync(_ jobs: [Job], _ before: SimulatedStore.Savepoint, _ truth: Truth) {
        tally.count(.syncFailed)
        hasStopped = true
        if draws.chance(50) {
            var disk = store.disk
            disk.commit(store.pending)
            turnedUp = (disk, auditor.truth)
        }
        note("the sync failed, the commit \(turnedUp == nil ? "is gone" : "will turn up")")
        store.rollBack(to: before)
        auditor.truth = truth
        for job in jobs { clerks[job.clerk].isWaiting = false }
    }

    /// The disk had only promised the last commit. Whoever kept the answers must see it; then all goes on with the disk
    /// as it should have been.
    mutating func loseCommit() throws {
        guard carelessness == nil, !isDamaged else { return }
        tally.count(.lostCommit)
        var disk = store.disk
        disk.loseLast()
        disk.recover()
        let lost = try SimulatedStore(disk)
        let entries = try lost.entries(Array(0..<lost.feed.treeSize))
        if auditor.checkAcknowledged(entries).isEmpty { find("a lost commit went unnoticed") }
        if draws.chance(50) { try publish(mayFail: false) }
        expectRefusal(of: lost)
    }

    // MARK: damage

    /// A stored row changes by itself or by somebody's hand. It must be found by who reads everything, and until it is
    /// repaired whoever asks is answered rightly or not at all.
    mutating func damage() throws {
        guard !isDamaged else { return }
        let whole = store.disk
        let kinds: [(Fault, RowKey.Table)] = [
            (.flippedEntry, .entries), (.flippedFold, .folds), (.flippedReply, .replies), (.rewrittenEntry, .entries),
            (.rewrittenFold, .folds),
        ]
        let (fault, table) = draws.pick(kinds)
        let keys = store.disk.keys(table)
        guard !keys.isEmpty else { return }
        let key = draws.pick(keys)
        switch fault {
        case .rewrittenEntry: try rewriteEntry(key)
        case .rewrittenFold: guard try rewriteFold(key) else { return }
        default:
            let bit = draws.below((store.disk.rows[key]?.count ?? 1) * 8)
            store.withDisk { $0.flip(key, bit: bit) }
        }
        tally.count(fault)
        note("\(fault) at \(key)")
        if auditor.audit(store, at: story.clock, isThorough: fault == .flippedEntry).isEmpty {
            find("\(fault) at \(key) went unnoticed")
        }
        if fault != .flippedEntry, fault != .rewrittenFold, serves(key) { find("\(fault) at \(key) was served") }
        if fault == .rewrittenEntry { try expectNoSignature(over: Int64(key.name) ?? 0) }
        guard fault != .rewrittenFold, fault != .rewrittenEntry else { return store.withDisk { $0 = whole } }
        isDamaged = true
        for _ in 0..<3 { try ask() }
        // What is written while an entry's place in a file reads wrongly would be wrong for good.
        if fault == .flippedEntry || draws.chance(50) { repair() }
    }

    mutating func repair() {
        store.withDisk { $0.repair() }
        isDamaged = false
    }

    private func serves(_ key: RowKey) -> Bool {
        let number = Int64(key.name) ?? 0
        do {
            switch key.table {
            case .entries: return try store.entry(number) != nil
            case .folds: return try store.file(FileID(number)).entries.count >= 0
            default: return false
            }
        } catch { return false }
    }

    /// One bit of what an entry says, sealed again under the right key.
    private mutating func rewriteEntry(_ key: RowKey) throws {
        guard let row = try store.row(key, as: EntryRow.self) else { return }
        var content = try store.opened(row.content, at: key)
        content[draws.below(content.count)] ^= 1 << UInt8(draws.below(8))
        let changed = EntryRow(
            committedAt: row.committedAt, leaf: row.leaf, file: row.file, content: try store.sealed(content, at: key),
            personal: row.personal)
        store.withDisk { $0.overwrite(key, with: changed.bytes) }
    }

    /// A policy cancelled that nobody cancelled.
    private mutating func rewriteFold(_ key: RowKey) throws -> Bool {
        let file = try store.file(FileID(Int64(key.name) ?? 0))
        guard file.mergedInto == nil, let last = file.policies.indices.last else { return false }
        var changed = file
        changed.policies[last].cancel(at: file.policies[last].contracted.start.adding(days: 1), on: .stolen)
        guard changed != file else { return false }
        let fold = FoldRow(sealed: try store.sealed(changed.bytes, at: key))
        store.withDisk { $0.overwrite(key, with: fold.bytes) }
        return true
    }
}
