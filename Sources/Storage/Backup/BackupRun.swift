import Crypto
import DurableFiles
import Foundation
import GRDB
package import Registry
package import Regulation
import TransparencyLog

/// Makes a backup beside whoever serves and writes: full stretches of the log that no earlier backup has, and then one
/// state of everything else. Every entry is opened and compared with its leaf on the way, and the leaves with the log
/// as it is published: what is damaged is found here, and puts no good backup out of use.
package struct BackupRun {
    /// What was written.
    package struct Report: Equatable, Sendable {
        package let takenAt: Instant
        /// Everything committed up to here is in it.
        package let reach: Instant
        package let entries: Int64
        /// Those that no earlier backup had in a full stretch.
        package let written: Int64
        package let root: String
    }

    package typealias Progress = (_ done: Int64, _ of: Int64) -> Void

    private let directory: BackupDirectory
    private let view: RegistryView
    private let dataPath: String
    private let published: Checkpoint?
    private let checkpoint: String?
    private let reach: Instant?
    private let clock: any Registry.Clock
    private let random = SystemRandom()

    /// Takes no lock of the data directory. `reach` is a moment up to which all that was committed is known to be
    /// visible; `nil` where nobody can say, and then it is the last commit that is. Throws a `BackupFault`, or a
    /// `Divergence` where the registry is not as it should be.
    package static func run(
        dataPath: String, masterKeyPath: String?, to path: String, log: (any PublishedLog)?, reach: Instant?,
        clock: any Registry.Clock, progress: Progress
    ) throws -> Report {
        let keyPath = masterKeyPath ?? dataPath + "/master.key"
        let master = try MasterKey(path: keyPath, mayCreate: false)
        let directory = BackupDirectory(path: path, master: master)
        try directory.prepare(master, masterKeyPath: URL(fileURLWithPath: keyPath).standardizedFileURL.path)
        let view = try RegistryView(path: dataPath, masterKeyPath: masterKeyPath)
        let signed = try log.flatMap { log -> SignedCheckpoint? in
            do { return try LogAudit.checkpoint(of: log) } catch Divergence.checkpointMissing { return nil }
        }
        let known = KnownBackups(dataPath: dataPath)
        // Before anything is there that would have to be told of an erasure.
        if try !known.all().contains(where: { $0.path == URL(fileURLWithPath: path).standardizedFileURL.path }) {
            try known.note(path, erasures: 0)
        }
        let run = BackupRun(
            directory: directory, view: view, dataPath: dataPath, published: signed?.checkpoint,
            checkpoint: signed?.note.encoded, reach: reach, clock: clock)
        return try directory.locked {
            try directory.sweep()
            do {
                let (report, erasures) = try run.write(progress)
                try known.note(path, erasures: erasures)
                return report
            } catch { throw Findings.divergence(error) ?? error }
        }
    }

    private func write(_ progress: Progress) throws -> (Report, erasures: Int) {
        let last = try directory.moments().last.map { try directory.header($0) }
        var tree = try BackupTree(after: last, published: published, path: directory.path)
        var stretches = last?.stretches ?? []
        for stretch in stretches { try check(stretch) }
        let begun = tree.size
        while let stretch = try writeStretch(Int64(stretches.count), &tree, progress) { stretches.append(stretch) }
        let full = tree
        return try view.look { registry, keys in
            let takenAt = max(clock.now.milliseconds, (last?.takenAt ?? 0) + 1)
            let rows = try StoredRows(registry, keys: keys, sealer: view.sealer)
            let count = try rows.entryCount()
            let tail = tree.size..<max(tree.size, count)
            try forEachEntry(tail, rows, &tree) { _, _ in }
            progress(count, count)
            try tree.finish()
            let committedAt = try rows.entry(count - 1)?.row.committedAt ?? 0
            let watermarks = try FeedTable.read(registry).insurers.compactMap { code, insurer in
                insurer.reportedThrough.map { (code.text, $0.milliseconds) }
            }
            let erased = try ErasureRows.stored(registry).map(\.key)
            // Another group may still be committed with the last one's very millisecond.
            let header = BackupHeader(
                takenAt: takenAt, reach: max(committedAt - 1, min(reach?.milliseconds ?? 0, takenAt)), entries: count,
                root: tree.root.hex, lastCommittedAt: committedAt, stretches: stretches,
                heads: full.heads.map(\.hex), checkpoint: checkpoint,
                watermarks: Dictionary(uniqueKeysWithValues: watermarks), law: try lawRows(), erased: erased)
            try checkQuarantine(rows)
            // Keys first: a moment without them could not be restored.
            try BackupKeys(directory: directory, random: random).write(keys, rows, view.check, takenAt: takenAt)
            try writeMoment(header, registry, tail)
            let report = Report(
                takenAt: header.taken, reach: Instant(milliseconds: header.reach) ?? .distantPast, entries: count,
                written: count - begun, root: header.root)
            return (report, erased.count)
        }
    }

    /// What waits in quarantine opens as well.
    private func checkQuarantine(_ rows: StoredRows) throws {
        let select = try SQLiteStatement(
            rows.database, "SELECT position, key_number, record FROM quarantine ORDER BY position", checksTypes: true)
        try select.rows { row in
            guard let number = row.optionalInt(1), let record = row.optionalBytes(2) else { return }
            let keys = [number: try rows.key(number)].compactMapValues { $0 }
            guard let entry = try rows.entry(row.int(0)) else { throw Divergence.entryMissing(row.int(0)) }
            switch view.check.key(number, among: keys) {
            case .erased: return
            case .there(let key):
                let seed = try view.check.entry(entry).content.seed
                if record.isEmpty || PersonalValuesCheck.opens(record, key: key, seed: seed) { return }
            case .missing: break
            }
            throw Divergence.quarantineDiffers(row.int(0))
        }
    }

    /// A stretch that an earlier backup wrote is there, and is the one it wrote.
    private func check(_ stretch: BackupHeader.Stretch) throws {
        let name = BackupDirectory.name(stretch: stretch.number)
        let reader = try SealedReader(directory: directory.path, name: name, key: directory.key)
        guard reader.identity.hex == stretch.identity else { throw BackupFault.damaged("\(directory.path)/\(name)") }
    }

    /// The next full stretch, in a state of its own so that nobody's log is held up for long; `nil` when there is none.
    private func writeStretch(_ number: Int64, _ tree: inout BackupTree, _ progress: Progress) throws
        -> BackupHeader.Stretch?
    {
        let range = (number * BackupDirectory.stretch)..<((number + 1) * BackupDirectory.stretch)
        return try view.look { registry, keys in
            let rows = try StoredRows(registry, keys: keys, sealer: view.sealer)
            let count = try rows.entryCount()
            guard count >= range.upperBound else { return nil }
            let file = try SealedWriter(
                directory: directory.path, name: BackupDirectory.name(stretch: number), key: directory.key,
                random: random)
            try forEachEntry(range, rows, &tree) { row, stored in
                try file.write(row)
                if stored.position % 4096 == 0 { progress(stored.position, count) }
            }
            try file.finish()
            return BackupHeader.Stretch(number: number, identity: file.identity.hex)
        }
    }

    /// Each entry as it is written, once it is proven to be what was committed to.
    private func forEachEntry(
        _ range: Range<Int64>, _ rows: StoredRows, _ tree: inout BackupTree,
        _ body: (_ row: [UInt8], StoredEntry) throws -> Void
    ) throws {
        let select = try SQLiteStatement(
            rows.database, BackupTable.entries.select + " WHERE position >= ? AND position < ? ORDER BY position",
            checksTypes: true)
        select.bind(1, range.lowerBound)
        select.bind(2, range.upperBound)
        try select.rows { row in
            let index = row.int(1)
            guard index == tree.size else { throw Divergence.entryMissing(tree.size) }
            let stored = StoredEntry(
                position: index, shard: row.int(0), file: nil,
                row: EntryRow(committedAt: row.int(3), leaf: row.bytes(4), content: row.bytes(5)),
                personal: row.optionalBytes(6))
            guard let leaf = Hash(bytes: stored.row.leaf) else { throw Divergence.leafDiffers(index) }
            _ = try view.check.open(stored, keys: try rows.keys(of: [stored]))
            try tree.append(leaf)
            try body(BackupRows.encode(.entries, row), stored)
        }
        guard tree.size == range.upperBound else { throw Divergence.entryMissing(tree.size) }
    }

    private func writeMoment(_ header: BackupHeader, _ registry: Database, _ tail: Range<Int64>) throws {
        let file = try SealedWriter(
            directory: directory.path, name: BackupDirectory.name(takenAt: header.takenAt), key: directory.key,
            random: random)
        try file.write(BackupRows.encode(document: header.json))
        let entries = try SQLiteStatement(
            registry, BackupTable.entries.select + " WHERE position >= ? AND position < ? ORDER BY position",
            checksTypes: true)
        entries.bind(1, tail.lowerBound)
        entries.bind(2, tail.upperBound)
        try entries.rows { try file.write(BackupRows.encode(.entries, $0)) }
        for table in BackupTable.whole { try Self.write(table, registry, to: file) }
        try Connection.reader(dataPath + "/audit.sqlite").unsafeRead { try Self.write(.audit, $0, to: file) }
        try file.finish()
    }

    private func lawRows() throws -> [String: String] {
        let folder = dataPath + "/law"
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return [:] }
        var rows: [String: String] = [:]
        for name in names where name.hasSuffix(".json") {
            rows[name] = try DurableFile.read("\(folder)/\(name)").map { Data($0).base64EncodedString() }
        }
        return rows
    }

    private static func write(_ table: BackupTable, _ database: Database, to file: SealedWriter) throws {
        try SQLiteStatement(database, table.select, checksTypes: true).rows {
            try file.write(BackupRows.encode(table, $0))
        }
    }

    /// Gives up in every directory that this registry was backed up to what was given up here. The directories where
    /// that did not succeed: they are tried again, and keep the keys until then. Costs nothing where all know it.
    package static func refreshKeys(dataPath: String, masterKeyPath: String?) throws -> [String] {
        let known = KnownBackups(dataPath: dataPath)
        let all = try known.all()
        guard !all.isEmpty else { return [] }
        let master = try MasterKey(path: masterKeyPath ?? dataPath + "/master.key", mayCreate: false)
        let view = try RegistryView(path: dataPath, masterKeyPath: masterKeyPath)
        let rows = try view.look { registry, _ in try ErasureRows.stored(registry) }
        let erased = Dictionary(rows.map { ($0.key, $0.was) }) { first, _ in first }
        return try all.filter { $0.erasures < rows.count }.compactMap { one in
            let directory = BackupDirectory(path: one.path, master: master)
            do {
                guard
                    try BackupDirectory.description(of: one.path)?.keyFingerprint
                        == BackupDirectory.fingerprint(master)
                else { return one.path }
                try directory.locked {
                    try BackupKeys(directory: directory, random: SystemRandom()).giveUp(erased)
                }
            } catch { return one.path }
            try known.note(one.path, erasures: rows.count)
            return nil
        }
    }
}

extension [UInt8] {
    var hex: String { map { String(format: "%02x", $0) }.joined() }
}
