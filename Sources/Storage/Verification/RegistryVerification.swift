import Dispatch
import GRDB
package import Registry
import Regulation
import Synchronization
package import TransparencyLog

/// Derives everything again that a registry keeps, in one state of its databases and without writing to them; a server
/// may be running beside it.
package final class RegistryVerification: Sendable {
    /// Told how far it is; called from one thread at a time.
    package typealias Progress = @Sendable (_ done: Int64, _ of: Int64) -> Void

    private static let filesTogether = 256
    /// Batches that are checked at once; one more is being read.
    private static let mostAtOnce = 3

    private let view: RegistryView
    /// The registry's key, for the log it publishes.
    package var identity: LogIdentity { view.identity }

    /// Opens what is there to be read; takes no lock.
    package init(path: String, masterKeyPath: String? = nil) throws {
        view = try RegistryView(path: path, masterKeyPath: masterKeyPath)
    }

    /// Throws the first `Divergence`, of those that were found the one that tells most. `log` is compared when there is
    /// one.
    package func run(
        log: (any PublishedLog)?, known: KnownStatements = KnownStatements(), progress: @escaping Progress = { _, _ in }
    ) throws -> VerificationSummary {
        let findings = Findings()
        // Before the state is taken: what was published by then is in it.
        let checkpoint = try findings.collect { try log.map { try LogAudit.checkpoint(of: $0).checkpoint } } ?? nil
        let walk = EntryWalk(log: log, at: checkpoint, known: known)
        do { return try view.look { try run($0, $1, walk, known, findings, progress) } } catch {
            findings.add(error)
            try findings.throwFirst()
            throw error
        }
    }

    private func run(
        _ database: Database, _ keys: Database, _ begun: EntryWalk, _ known: KnownStatements, _ findings: Findings,
        _ progress: @escaping Progress
    ) throws -> VerificationSummary {
        var summary = VerificationSummary()
        try findings.collect {
            try TableShapes(sealer: view.sealer, wrapping: view.check.wrapping).check(database, keys)
        }
        try findings.throwFirst(ifFatal: true)
        let rows = try StoredRows(database, keys: keys, sealer: view.sealer)
        summary.entries = try rows.entryCount()
        try checkMasterKey(rows, summary.entries)
        let total = 2 * summary.entries
        var walk = begun
        try findings.collect { try walk.run(database) { progress($0, total) } }
        summary.published = min(walk.published, summary.entries)
        summary.logFiles = walk.files
        summary.knownCheckpoints = known.checkpoints.count
        summary.knownReceipts = known.receipts.count
        let merges = try findings.collect { try MergeTable(database) } ?? .empty
        let check = view.check
        let half = summary.entries
        var gathered = try checkFiles(rows, merges, check, walk, findings) { progress(half + $0, total) }
        try findings.throwFirst()
        summary.vehicles = gathered.vehicles
        summary.erased = Int64(gathered.erased)
        let comparison = RowComparison(rows: rows, keys: keys, check: check, merges: merges)
        try comparison.run(&gathered, findings, &summary)
        try findings.throwFirst()
        return summary
    }

    /// With another key nothing opens, which would look as if everything had been changed.
    private func checkMasterKey(_ rows: StoredRows, _ count: Int64) throws {
        guard count >= 3 else { return }
        let opens = try [0, count / 2, count - 1].contains { index in
            try rows.entry(index).map { (try? view.sealer.open($0.row.content, .entries, row: index)) != nil } ?? true
        }
        guard opens else { throw StorageFault.wrongKey }
    }
}

extension RegistryVerification {
    /// What the files' checks came to.
    struct Gathered: Sendable {
        var keys: [EnteredKey] = []
        var traces: [EntryTrace] = []
        var vehicles: Int64 = 0
        var erased = 0
        /// One bit for each entry that some file holds.
        var held: [UInt64] = []

        /// `nil` for a file that was found to differ.
        mutating func add(_ result: FileCheck.Result?, of stored: StoredFile) {
            if let result {
                keys += result.keys
                traces += result.traces
                erased += result.erased
                vehicles += stored.fold.mergedInto == nil ? 1 : 0
            }
            for entry in stored.entries where entry.position >= 0 && entry.position >> 6 < held.count {
                held[Int(entry.position >> 6)] |= 1 << UInt64(entry.position & 63)
            }
        }

        func holds(_ index: Int64) -> Bool { held[Int(index >> 6)] >> UInt64(index & 63) & 1 == 1 }
    }

    /// Files are read on this thread, and checked on others meanwhile.
    private func checkFiles(
        _ rows: StoredRows, _ merges: MergeTable, _ check: FileCheck, _ walk: EntryWalk, _ findings: Findings,
        progress: @escaping @Sendable (Int64) -> Void
    ) throws -> Gathered {
        let gathered = Mutex(Gathered())
        gathered.withLock { $0.held = [UInt64](repeating: 0, count: Int(walk.count >> 6) + 1) }
        let queue = DispatchQueue(label: "verification", attributes: .concurrent)
        let shared = try rows.sharedKeys()
        let group = DispatchGroup()
        let places = DispatchSemaphore(value: Self.mostAtOnce)
        @Sendable func settle(_ batch: [StoredFile]) {
            let results = batch.map { stored in
                do {
                    return (stored, try check.check(stored, isShared: { shared.contains($0) }))
                        as (StoredFile, FileCheck.Result?)
                } catch {
                    findings.add(error)
                    return (stored, nil)
                }
            }
            gathered.withLock { gathered in
                for (stored, result) in results { gathered.add(result, of: stored) }
                progress(Int64(gathered.traces.count))
            }
        }
        func hand(_ batch: [StoredFile]) {
            places.wait()
            queue.async(group: group) {
                settle(batch)
                places.signal()
            }
        }
        var batch: [StoredFile] = []
        var forwarded: Set<FileID> = []
        let files = try SQLiteStatement(
            rows.database, "SELECT shard, file, fold FROM files ORDER BY file", checksTypes: true)
        try files.rows { row in
            let id = FileID(row.int(1))
            try findings.collect {
                guard row.int(0) == 0 else { throw Divergence.foldUnfounded(id.number) }
                let stored = try rows.file(id, sealed: row.bytes(2), merges: merges)
                if stored.fold.mergedInto != nil { forwarded.insert(id) }
                batch.append(stored)
            }
            guard batch.count == Self.filesTogether else { return }
            hand(batch)
            batch.removeAll(keepingCapacity: true)
        }
        hand(batch)
        group.wait()
        for id in merges.absorbed where !forwarded.contains(id) { findings.add(Divergence.mergeDiffers(id.number)) }
        var all = gathered.withLock { gathered in
            defer { gathered = Gathered() }
            return gathered
        }
        try findings.throwFirst(ifFatal: true)
        try checkLoose(rows, check, walk, &all, findings)
        return all
    }

    /// Entries that lie in no file: notes of records that named nothing.
    private func checkLoose(
        _ rows: StoredRows, _ check: FileCheck, _ walk: EntryWalk, _ gathered: inout Gathered,
        _ findings: Findings
    ) throws {
        for index in walk.loose {
            try findings.collect {
                guard let stored = try rows.entry(index) else { throw Divergence.entryMissing(index) }
                let (entry, lost) = try check.open(stored, keys: try rows.keys(of: [stored]))
                try lost.check(against: [:], at: index)
                guard [.quarantine, .erasure].contains(entry.content.event), !gathered.holds(index),
                    let trace = EntryTrace(entry)
                else {
                    throw Divergence.entryOutsideFile(index)
                }
                gathered.traces.append(trace)
            }
        }
        let loose = Set(walk.loose)
        for index in 0..<walk.count where !gathered.holds(index) && !loose.contains(index) {
            findings.add(Divergence.entryOutsideFile(index))
            // What its file holds is looked at nowhere else.
            try findings.collect {
                guard let stored = try rows.entry(index) else { return }
                _ = try check.open(stored, keys: try rows.keys(of: [stored]))
            }
        }
    }
}
