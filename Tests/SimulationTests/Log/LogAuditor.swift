import Registry
import RegistryModel
import TransparencyLog

/// Somebody who fetches the log, keeps every checkpoint and believes nothing else.
struct LogAuditor {
    private let identity: LogIdentity
    private(set) var kept: [SignedCheckpoint] = []

    init(_ identity: LogIdentity) { self.identity = identity }

    /// What can be said against the log as it is published now; `leaves` are those that were committed.
    mutating func check(_ log: SimulatedLog, leaves: [Leaf], with draws: inout SeededGenerator) -> [String] {
        guard let text = log.text else { return kept.isEmpty ? [] : ["the checkpoint is gone"] }
        do {
            guard let note = SignedNote(text) else { return ["no checkpoint: \(text)"] }
            let signed = try SignedCheckpoint(note, of: identity)
            let head = signed.checkpoint
            guard head.size <= Int64(leaves.count) else { return ["\(head.size) published, \(leaves.count) committed"] }
            var reader = try TileReader(size: head.size, root: head.root) { try log.tile($0) }
            var faults = try checkEntries(log, leaves, &reader)
            guard kept.last != signed else { return faults }
            faults += try checkGrowth(to: head, &reader)
            if head.size > 0 {
                let index = Int64(draws.below(Int(head.size)))
                let proof = try reader.inclusionProof(of: index)
                if !proof.proves(leaf: leaves[Int(index)].hash, in: head.root) {
                    faults.append("entry \(index) is not proven")
                }
            }
            if faults.isEmpty { kept.append(signed) }
            return faults
        } catch { return ["the log does not verify: \(error)"] }
    }

    /// From every checkpoint that was kept.
    private func checkGrowth(to head: Checkpoint, _ reader: inout TileReader) throws -> [String] {
        var faults: [String] = []
        for old in kept.map(\.checkpoint) {
            guard old.size <= head.size else {
                faults.append("the log had \(old.size) entries and has \(head.size)")
                continue
            }
            let proof = try reader.consistencyProof(from: old.size)
            if !proof.proves(oldRoot: old.root, newRoot: head.root) {
                faults.append("the log of \(head.size) entries does not continue the one of \(old.size)")
            }
        }
        return faults
    }

    /// Tiles and bundles hold what was committed, entry by entry.
    private func checkEntries(_ log: SimulatedLog, _ leaves: [Leaf], _ reader: inout TileReader) throws -> [String] {
        var faults: [String] = []
        for coordinate in TileCoordinate.entryBundles(from: 0, to: reader.size) {
            let entries = try bundle(coordinate, in: log)
            for (offset, index) in coordinate.leaves.enumerated() {
                let leaf = leaves[Int(index)]
                if try entries?[offset] != leaf.bytes || reader.leafHash(at: index) != leaf.hash {
                    faults.append("entry \(index) is not published as it was committed")
                }
            }
        }
        return faults
    }

    /// The bundle of this size, or the beginning of the full one that took its place.
    private func bundle(_ coordinate: TileCoordinate, in log: SimulatedLog) throws -> [[UInt8]]? {
        if let bytes = try log.tile(coordinate) { return EntryBundle.entries(in: bytes, at: coordinate) }
        return try log.tile(coordinate.full).flatMap { EntryBundle.entries(in: $0, at: coordinate.full) }
    }

    /// What can be said against all checkpoints that ever stood there, seen or not.
    func checkHistory(of log: SimulatedLog, leaves: [Leaf]) -> [String] {
        var faults: [String] = []
        var frontier = Frontier()
        for text in log.history {
            guard let head = SignedNote(text).flatMap({ Checkpoint(text: $0.text) }), head.size >= frontier.size,
                head.size <= Int64(leaves.count)
            else {
                faults.append("a checkpoint went back: \(text)")
                continue
            }
            for leaf in leaves[Int(frontier.size)..<Int(head.size)] { frontier.append(leaf.hash) }
            if frontier.root != head.root { faults.append("a checkpoint of \(head.size) entries speaks of others") }
        }
        return faults
    }
}
