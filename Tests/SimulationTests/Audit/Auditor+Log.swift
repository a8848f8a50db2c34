import Regulation
import TransparencyLog

@testable import Registry

extension EntryContent {
    /// Whether somebody sent it; the registry itself adds entries that take a report elsewhere or withdraw it.
    var wasSent: Bool { self[.target] == nil || values[.corrects] != nil }
}

extension Auditor {
    /// Every acknowledged record is in the log exactly once, nothing is there that nobody sent, and time never falls.
    func checkLog(_ entries: [Entry], in store: SimulatedStore) -> [String] {
        var faults: [String] = []
        for (earlier, later) in zip(entries, entries.dropFirst()) where later.committedAt < earlier.committedAt {
            faults.append("entry \(later.index) was committed before \(earlier.index)")
        }
        if let last = entries.last, last.committedAt != store.feed.lastCommittedAt {
            faults.append("the feed says the last commit was at \(store.feed.lastCommittedAt.text)")
        }
        return faults + checkAcknowledged(entries) + checkSent(entries)
    }

    /// What anybody who kept the answers can check.
    func checkAcknowledged(_ entries: [Entry]) -> [String] {
        var faults: [String] = []
        for acknowledged in acknowledged {
            let acceptance = acknowledged.acceptance
            guard
                let entry = entries.indices.contains(Int(acceptance.entry.index))
                    ? entries[Int(acceptance.entry.index)] : nil, entry.leaf.hash == acceptance.leafHash
            else {
                faults.append("acknowledged \(acceptance.entry.text) is not in the log as it was acknowledged")
                continue
            }
            if entry.content.values[.sequence] != acknowledged.record.values[.sequence] {
                faults.append("acknowledged \(acceptance.entry.text) is another record")
            }
        }
        return faults
    }

    private func checkSent(_ entries: [Entry]) -> [String] {
        let sent = entries.filter(\.content.wasSent)
        let notes = sent.filter { $0.content.event == .quarantine }.map(\.index)
        let taken = sent.filter { $0.content.event != .quarantine }.map {
            "\($0.content.values[.insurer] ?? "")#\($0.content.values[.sequence] ?? "")"
        }
        var faults: [String] = []
        if notes != truth.notes.values.sorted() {
            faults.append("notes \(notes), should be \(truth.notes.values.sorted())")
        }
        if taken.sorted() != truth.taken.keys.sorted() {
            faults.append("taken in \(taken.sorted()), should be \(truth.taken.keys.sorted())")
        }
        return faults
    }
}
