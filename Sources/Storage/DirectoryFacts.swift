import Foundation
import GRDB
import Glibc
package import Registry
package import Regulation

/// What can be seen of a data directory from outside, beside whoever holds it.
package struct DirectoryFacts: Sendable {
    /// A directory this registry was backed up to.
    package struct Backup: Sendable {
        package let path: String
        /// When the latest backup there was taken; `nil` where none can be read.
        package let takenAt: Instant?
        package let entries: Int64
        /// Whether keys that were given up here are still in it.
        package let owesErasures: Bool
    }

    /// Permission bits of the directory, and of the key; `nil` where there is none.
    package let directoryMode: UInt32?
    package let keyMode: UInt32?
    package let isKeyInDirectory: Bool
    package let isHeld: Bool
    /// Steps of the schema that are still to be taken.
    package private(set) var pendingMigrations: [String] = []
    package private(set) var entries: Int64 = 0
    package private(set) var lastCommittedAt: Instant?
    package private(set) var feed = FeedStatus()
    package private(set) var erasuresAwaiting = 0
    private var erasures = 0
    package private(set) var backups: [Backup] = []
    /// Bytes of the databases, of their write-ahead logs, and that are free on the disk.
    package let databaseBytes: Int64
    package let writeAheadBytes: Int64
    package let freeBytes: Int64
    /// The last round of the scrub, or what it found, as JSON.
    package private(set) var scrub: [UInt8]?

    /// Throws a `StorageFault` where there is no registry, or the key does not open it.
    package init(path: String, masterKeyPath: String?) throws {
        guard FileManager.default.fileExists(atPath: path + "/registry.sqlite") else {
            throw StorageFault.unreadable(path: path, reason: "no registry here")
        }
        let keyPath = masterKeyPath ?? path + "/master.key"
        directoryMode = Self.status(path).map { $0.st_mode & 0o777 }
        keyMode = Self.status(keyPath).map { $0.st_mode & 0o777 }
        isKeyInDirectory = masterKeyPath == nil
        isHeld = DataDirectory.isHeld(path)
        let databases = ["registry", "keys", "audit"].map { "\(path)/\($0).sqlite" }
        databaseBytes = databases.reduce(0) { $0 + (Self.status($1).map { Int64($0.st_size) } ?? 0) }
        writeAheadBytes = databases.reduce(0) { $0 + (Self.status($1 + "-wal").map { Int64($0.st_size) } ?? 0) }
        freeBytes = Self.freeBytes(path)
        let master = try MasterKey(path: keyPath, mayCreate: false)
        try look(at: path, master, masterKeyPath)
        backups = try KnownBackups(dataPath: path).all().map { [erasures] in
            Self.backup($0.path, master, owes: $0.erasures < erasures)
        }
        let sealer = RowSealer(master: master, random: SystemRandom())
        scrub = try? SealedFile(path: path + "/scrub", .scrub, sealer: sealer).load()
    }

    private mutating func look(at path: String, _ master: MasterKey, _ masterKeyPath: String?) throws {
        pendingMigrations = try SchemaMigration.pending(path: path, masterKeyPath: masterKeyPath)
        guard pendingMigrations.isEmpty else { return }
        let view = try RegistryView(path: path, masterKeyPath: masterKeyPath)
        try view.look { registry, keys in
            let rows = try StoredRows(registry, keys: keys, sealer: view.sealer)
            entries = try rows.entryCount()
            feed = try FeedTable.read(registry)
            let erasures = try ErasureRows.stored(registry)
            self.erasures = erasures.count
            erasuresAwaiting = erasures.count { $0.entry == nil }
            guard entries > 0, let last = try rows.entry(entries - 1) else { return }
            lastCommittedAt = Instant(milliseconds: last.row.committedAt)
            guard (try? view.check.entry(last)) != nil || (try? rows.entry(0).map { try view.check.entry($0) }) != nil
            else { throw StorageFault.wrongKey }
        }
    }

    private static func backup(_ path: String, _ master: MasterKey, owes: Bool) -> Backup {
        let directory = BackupDirectory(path: path, master: master)
        let header = try? directory.moments().last.map { try directory.header($0) }
        return Backup(path: path, takenAt: header?.taken, entries: header?.entries ?? 0, owesErasures: owes)
    }

    private static func status(_ path: String) -> stat? {
        var status = stat()
        return stat(path, &status) == 0 ? status : nil
    }

    private static func freeBytes(_ path: String) -> Int64 {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { return 0 }
        return Int64(clamping: status.f_bavail.multipliedReportingOverflow(by: status.f_frsize).partialValue)
    }
}
