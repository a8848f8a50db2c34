import Crypto
import DurableFiles
import Foundation
import GRDB
import Registry
package import Regulation
import TransparencyLog

/// Makes a data directory from backups: the entries up to a moment, everything that follows from them derived anew, and
/// what was erased since left erased.
package struct RestoreRun {
    /// What was restored.
    package struct Report: Equatable, Sendable {
        /// When the backup was taken that it came from.
        package let takenAt: Instant
        package let entries: Int64
        /// Of the last entry.
        package let lastCommittedAt: Instant?
        /// The head of the tree over the entries, in hexadecimal.
        package let root: String
        /// How many entries the log had signed when the backup was taken; the restored ones are the first of them.
        package let provenIn: Int64
        /// Persons erased after the moment; an entry will say so again.
        package let erasedAfter: Int
    }

    package typealias Progress = (_ done: Int64, _ of: Int64) -> Void

    private let directory: BackupDirectory
    private let target: String
    private let master: MasterKey
    private let header: BackupHeader
    private let moment: Instant?
    private let watermarks: [String: Int64]
    /// When the newest backup was taken, and whose keys had been given up by then.
    private let newestAt: Int64
    private let erased: Set<Int64>

    /// Where the master key is looked for when none is given: where it lay when the backup was made.
    package static func recordedMasterKey(of path: String) throws -> String {
        guard let description = try BackupDirectory.description(of: path) else { throw BackupFault.none(path: path) }
        return description.masterKey
    }

    /// Fills an empty directory that this process holds; `moment` picks what was known then.
    package static func run(
        from path: String, masterKey: MasterKey, into target: DataDirectory, at moment: Instant?, progress: Progress
    ) throws -> Report {
        guard let description = try BackupDirectory.description(of: path) else { throw BackupFault.none(path: path) }
        guard description.keyFingerprint == BackupDirectory.fingerprint(masterKey) else {
            throw BackupFault.otherKey(madeWith: description.masterKey)
        }
        let directory = BackupDirectory(path: path, master: masterKey)
        return try directory.locked {
            let (header, watermarks) = try choose(directory, moment)
            let newest = try directory.moments().last
            let run = RestoreRun(
                directory: directory, target: target.path, master: masterKey, header: header, moment: moment,
                watermarks: watermarks, newestAt: newest.flatMap { BackupDirectory.takenAt($0) } ?? 0,
                erased: Set(newest.flatMap { try? directory.header($0) }?.erased ?? []))
            return try run.restore(progress)
        }
    }

    /// The backup that reaches to a moment and lies nearest to it, and how far insurers are sure to have reported by
    /// then: what they stated before.
    private static func choose(_ directory: BackupDirectory, _ moment: Instant?) throws -> (
        BackupHeader, watermarks: [String: Int64]
    ) {
        let names = try directory.moments()
        guard let newest = names.last else { throw BackupFault.none(path: directory.path) }
        guard let moment else {
            let header = try directory.header(newest)
            return (header, header.watermarks)
        }
        var watermarks: [String: Int64] = [:]
        var newestHeader: BackupHeader?
        for name in names {
            // By its name alone it is known that it lies before; of such a one only the statements are wanted.
            if let takenAt = BackupDirectory.takenAt(name), takenAt < moment.milliseconds, name != newest {
                if let header = try? directory.header(name) { watermarks = header.watermarks }
                continue
            }
            let header = try directory.header(name)
            if header.reach >= moment.milliseconds { return (header, watermarks) }
            if header.takenAt <= moment.milliseconds { watermarks = header.watermarks }
            newestHeader = header
        }
        let reach = newestHeader.flatMap { Instant(milliseconds: $0.reach) }
        throw BackupFault.reachesOnlyTo(reach ?? .distantPast)
    }

    private func restore(_ progress: Progress) throws -> Report {
        let check = FileCheck(master: master)
        let signer = try master.signer(name: LogName.main.origin)
        let identity = LogIdentity(origin: LogName.main.origin, verifiers: [signer.verifier])
        let registry = try Connection.writer(target + "/registry.sqlite", cacheKiB: 81_920)
        let keys = try Connection.writer(target + "/keys.sqlite", cacheKiB: 16_384)
        let audit = try Connection.writer(target + "/audit.sqlite", cacheKiB: 4096)
        try Migrations.registry(check.sealer).migrate(registry)
        try Migrations.keys(check.wrapping).migrate(keys)
        try Migrations.audit.migrate(audit)
        // Nothing is promised before all of it is there and synced: the directory has not got its name yet.
        for database in [registry, keys, audit] {
            try database.inDatabase { try $0.execute(sql: "PRAGMA synchronous = OFF") }
        }
        let erased = try keys.inDatabase { try restoreKeys($0) }
        let result = try registry.inDatabase { database in
            try audit.inDatabase { audit in
                try RestoredRows(
                    database: database, audit: audit, checks: check.sealer.checks, header: header, moment: moment,
                    watermarks: watermarks, identity: identity, erased: erased
                ).read(directory, progress)
            }
        }
        let lost = erased.subtracting(result.erasedInUse).sorted()
        try keys.write { database in
            for number in lost {
                try database.execute(sql: "DELETE FROM person_keys WHERE number = ?", arguments: [number])
            }
            try KeyStore.noteErased(erased.count - lost.count, database)
        }
        try registry.inDatabase { database in
            try database.execute(sql: "PRAGMA temp_store = FILE; BEGIN IMMEDIATE")
            _ = try IndexRebuild(database, check: check).run(progress: progress)
            try database.execute(sql: "COMMIT")
        }
        for database in [registry, keys, audit] {
            try database.inDatabase { database in
                try database.execute(sql: "PRAGMA synchronous = FULL")
                _ = try database.checkpoint(.truncate)
            }
        }
        for (name, text) in header.law.sorted(by: { $0.key < $1.key }) {
            guard let bytes = Data(base64Encoded: text), !name.contains("/") else { continue }
            try DurableFile.makeDirectories(target + "/law", mode: 0o700)
            try DurableFile.replace("\(target)/law/\(name)", with: Array(bytes), mode: 0o600)
        }
        // What is forgotten here is to be forgotten there as well.
        try KnownBackups(dataPath: target).note(directory.path, erasures: 0)
        return Report(
            takenAt: header.taken, entries: result.entries, lastCommittedAt: result.lastCommittedAt,
            root: result.root.hex, provenIn: result.provenIn, erasedAfter: result.awaiting)
    }

    /// All keys as the latest backup has them; which of them were given up, by what any backup says.
    private func restoreKeys(_ database: Database) throws -> Set<Int64> {
        let insert = try SQLiteStatement(database, BackupTable.personKeys.insert)
        var gone: Set<Int64> = []
        var last: Int64 = 0
        try database.execute(sql: "BEGIN IMMEDIATE")
        let takenAt = try BackupKeys(directory: directory, random: SystemRandom()).read { values in
            guard let number = values[0].number else { return }
            last = max(last, number)
            let isGone = erased.contains(number) || values[2].bytes?.isEmpty ?? true
            if isGone { gone.insert(number) }
            insert.bind(isGone ? [.number(number), .number(0), .bytes([])] : values)
            try insert.run()
        }
        guard takenAt >= newestAt else { throw BackupFault.keysOutdated(path: directory.path) }
        try database.execute(sql: "PRAGMA user_version = \(Int32(clamping: last + 1))")
        try database.execute(sql: "COMMIT")
        return gone
    }
}
