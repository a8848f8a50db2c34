import Crypto
import DurableFiles
import Foundation
import Glibc
import Registry
import Regulation

/// A directory of backups of one registry.
///
/// `entries/` holds full stretches of the log, written once and shared by all backups; `moments/` one file for each
/// backup, with the entries after the last full stretch and everything the entries do not tell; `keys.sealed` the key
/// store as of the latest backup alone, so that nothing that was erased is kept any longer than until the next one.
struct BackupDirectory {
    /// Entries in a full stretch.
    static let stretch: Int64 = 65_536

    let path: String
    let key: SymmetricKey

    /// Stands in the open, for whoever finds the directory.
    struct Description: Codable {
        let format: Int
        let log: String
        let keyFingerprint: String
        /// Where the master key lay when the first backup was made.
        let masterKey: String
        let about: String
    }

    static let keysName = "keys.sealed"

    init(path: String, master: MasterKey) {
        self.path = path
        key = master.derived("backup")
    }

    static func fingerprint(_ master: MasterKey) -> String {
        let key = master.derived("backup fingerprint")
        return key.withUnsafeBytes { bytes in bytes.prefix(16).map { String(format: "%02x", $0) }.joined() }
    }

    static func name(stretch number: Int64) -> String { String(format: "entries/%012lld.sealed", number) }

    static func name(takenAt milliseconds: Int64) -> String { String(format: "moments/%016lld.sealed", milliseconds) }

    /// When a moment of this name was taken; `nil` for a name that none has.
    static func takenAt(_ name: String) -> Int64? {
        name.split(separator: "/").last.flatMap { Int64($0.dropLast(".sealed".count)) }
    }

    private static func descriptionPath(_ path: String) -> String { path + "/xubao-backup.json" }

    /// `nil` where no backup was ever made.
    static func description(of path: String) throws -> Description? {
        guard let bytes = try DurableFile.read(descriptionPath(path)) else { return nil }
        guard let description = try? JSONDecoder().decode(Description.self, from: Data(bytes)),
            description.format == 1
        else { throw BackupFault.damaged(descriptionPath(path)) }
        return description
    }

    /// Makes the directory, or sees that it is this registry's.
    func prepare(_ master: MasterKey, masterKeyPath: String) throws {
        if let known = try Self.description(of: path) {
            guard known.keyFingerprint == Self.fingerprint(master) else { throw BackupFault.otherHistory(path: path) }
        }
        for folder in ["", "/entries", "/moments"] { try DurableFile.makeDirectories(path + folder, mode: 0o700) }
        guard try Self.description(of: path) == nil else { return }
        let description = Description(
            format: 1, log: LogName.main.origin, keyFingerprint: Self.fingerprint(master), masterKey: masterKeyPath,
            about: "续保备份，已加密。恢复需要主密钥（masterKey 处的文件，请另行妥善保管）：xubao restore 本目录 --data 新目录")
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        try DurableFile.replace(
            Self.descriptionPath(path), with: Array(try encoder.encode(description)) + [0x0A], mode: 0o600)
    }

    /// Names of the moments, oldest first.
    func moments() throws -> [String] {
        // One that cannot be read is not empty: what is there must not be written over.
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path + "/moments") else {
            throw BackupFault.missing(path + "/moments")
        }
        return names.filter { $0.hasSuffix(".sealed") }.sorted().map { "moments/\($0)" }
    }

    /// The header of a moment, by its name.
    func header(_ name: String) throws -> BackupHeader {
        let reader = try SealedReader(directory: path, name: name, key: key)
        var waiting: [UInt8] = []
        while let piece = try reader.next() {
            waiting += piece
            guard waiting.count >= 5 else { continue }
            let count = waiting[0..<4].reduce(0) { $0 << 8 | Int($1) }
            guard waiting.count >= 4 + count else { continue }
            if waiting[4] == 0, let header = BackupHeader(json: Array(waiting[5..<(4 + count)])) { return header }
            break
        }
        throw BackupFault.damaged("\(path)/\(name)")
    }

    /// Takes away what backups that were cut off left behind.
    func sweep() throws {
        for folder in ["\(path)/entries", "\(path)/moments"] {
            for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name.hasSuffix(".new") {
                try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
            }
        }
    }

    /// Holds the directory for as long as the body runs.
    func locked<Value>(_ body: () throws -> Value) throws -> Value {
        let descriptor = open(path + "/lock", O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw DurableFileFault.last(path) }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw BackupFault.inUse(path: path) }
        return try body()
    }
}
