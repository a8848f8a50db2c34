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
    private let random = SystemRandom()

    /// Takes no lock of the data directory. Throws a `BackupFault`, or a `Divergence` where the registry is not as it
    /// should be.
    package static func run(
        dataPath: String, masterKeyPath: String?, to path: String, log: (any PublishedLog)?, at now: Instant,
        progress: Progress
    ) throws -> Report {
        let keyPath = masterKeyPath ?? dataPath + "/master.key"
        let master = try MasterKey(path: keyPath, mayCreate: false)
        let directory = BackupDirectory(path: path, master: master)
        try directory.prepare(master, masterKeyPath: URL(fileURLWithPath: keyPath).standardizedFileURL.path)
        let view = try RegistryView(path: dataPath, masterKeyPath: masterKeyPath)
        let signed = try log.flatMap { log -> SignedCheckpoint? in
            do { return try LogAudit.checkpoint(of: log) } catch Divergence.checkpointMissing { return nil }
        }
        let run = BackupRun(
            directory: directory, view: view, dataPath: dataPath, published: signed?.checkpoint,
            checkpoint: signed?.note.encoded)
        let report = try directory.locked { try run.write(at: now, progress) }
        try KnownBackups(dataPath: dataPath).add(path)
        return report
    }

    private func write(at now: Instant, _ progress: Progress) throws -> Report {
        let last = try directory.moments().last.map { try directory.header($0) }
        var tree = try BackupTree(after: last, published: published, path: directory.path)
        var stretches = last?.stretches ?? []
        for stretch in stretches { try check(stretch) }
        let begun = tree.size
        while let stretch = try writeStretch(Int64(stretches.count), &tree, progress) { stretches.append(stretch) }
        let full = tree
        return try view.look { registry, keys in
            let rows = try StoredRows(registry, keys: keys, sealer: view.sealer)
            let count = try rows.entryCount()
            let tail = tree.size..<max(tree.size, count)
            var committedAt = last?.lastCommittedAt ?? 0
            try forEachEntry(tail, rows.database, &tree) { committedAt = $1.row.committedAt }
            progress(count, count)
            try tree.finish()
            let watermarks = try FeedTable.read(registry).insurers.compactMap { code, insurer in
                insurer.reportedThrough.map { (code.text, $0.milliseconds) }
            }
            let header = BackupHeader(
                takenAt: max(now.milliseconds, (last?.takenAt ?? 0) + 1), entries: count, root: tree.root.hex,
                lastCommittedAt: committedAt, stretches: stretches, heads: full.heads.map(\.hex),
                checkpoint: checkpoint, watermarks: Dictionary(uniqueKeysWithValues: watermarks),
                law: try lawRows())
            // Keys first: a moment without them could not be restored.
            try Self.writeKeys(keys, to: directory, random)
            try writeMoment(header, registry, tail)
            return Report(
                takenAt: header.taken, entries: count, written: count - begun, root: header.root)
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
        return try view.look { registry, _ in
            let count = try StoredRows(registry, keys: nil, sealer: view.sealer).entryCount()
            guard count >= range.upperBound else { return nil }
            let file = try SealedWriter(
                directory: directory.path, name: BackupDirectory.name(stretch: number), key: directory.key,
                random: random)
            try forEachEntry(range, registry, &tree) { row, stored in
                try file.write(row)
                if stored.position % 4096 == 0 { progress(stored.position, count) }
            }
            try file.finish()
            return BackupHeader.Stretch(number: number, identity: file.identity.hex)
        }
    }

    /// Each entry as it is written, once it is proven to be what was committed to.
    private func forEachEntry(
        _ range: Range<Int64>, _ database: Database, _ tree: inout BackupTree,
        _ body: (_ row: [UInt8], StoredEntry) throws -> Void
    ) throws {
        let select = try SQLiteStatement(
            database, BackupTable.entries.select + " WHERE position >= ? AND position < ? ORDER BY position",
            checksTypes: true)
        select.bind(1, range.lowerBound)
        select.bind(2, range.upperBound)
        try select.rows { row in
            let index = row.int(1)
            guard index == tree.size else { throw Divergence.entryMissing(tree.size) }
            let stored = StoredEntry(
                position: index, shard: row.int(0), file: nil,
                row: EntryRow(committedAt: row.int(3), leaf: row.bytes(4), content: row.bytes(5)), personal: nil)
            guard let leaf = Hash(bytes: stored.row.leaf) else { throw Divergence.leafDiffers(index) }
            _ = try view.check.entry(stored)
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

    private static func writeKeys(_ keys: Database, to directory: BackupDirectory, _ random: any RandomSource) throws {
        let file = try SealedWriter(
            directory: directory.path, name: BackupDirectory.keysName, key: directory.key, random: random)
        try write(.personKeys, keys, to: file)
        try file.finish()
    }

    /// Writes the keys anew in every directory that this registry was backed up to, so that a key given up is gone from
    /// there too. The directories where that did not succeed: they keep it until the next backup.
    package static func refreshKeys(dataPath: String, masterKeyPath: String?) throws -> [String] {
        let master = try MasterKey(path: masterKeyPath ?? dataPath + "/master.key", mayCreate: false)
        let view = try RegistryView(path: dataPath, masterKeyPath: masterKeyPath)
        return try KnownBackups(dataPath: dataPath).paths().filter { path in
            let directory = BackupDirectory(path: path, master: master)
            do {
                guard try BackupDirectory.description(of: path)?.keyFingerprint == BackupDirectory.fingerprint(master)
                else { return true }
                try directory.locked {
                    try view.look { _, keys in try writeKeys(keys, to: directory, SystemRandom()) }
                }
                return false
            } catch { return true }
        }
    }
}

extension [UInt8] {
    var hex: String { map { String(format: "%02x", $0) }.joined() }
}
