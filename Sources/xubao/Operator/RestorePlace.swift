import DurableFiles
import Foundation
import Glibc
import Regulation
import Storage

/// Where a restored registry goes: built beside the place, and moved to it when it is whole.
final class RestorePlace {
    let path: String
    /// Where the registry went that was there before.
    private(set) var kept: String?
    private var draft: String { path + ".restoring" }

    init(path: String) { self.path = path }

    /// Throws where there is a registry, unless it is to be replaced; then its lock, to be held until that is done.
    func check(replaces: Bool) throws -> DataDirectory? {
        guard FileManager.default.fileExists(atPath: path + "/registry.sqlite") else { return nil }
        guard replaces else { throw BackupFault.targetHoldsRegistry(path: path) }
        return try DataDirectory(path: path, create: false)
    }

    /// An empty directory. One that an earlier restore left unfinished makes way.
    func makeDraft() throws -> String {
        if FileManager.default.fileExists(atPath: draft) {
            _ = try DataDirectory(path: draft, create: false)
            try FileManager.default.removeItem(atPath: draft)
        }
        try DurableFile.makeDirectories(draft, mode: 0o700)
        return draft
    }

    /// Gives the draft its place. What lies there is moved aside and kept, unless it is nothing but the key that was
    /// copied.
    func takeName() throws {
        var status = stat()
        let aside = path + ".before-" + Self.stamp()
        let isTaken = stat(path, &status) == 0
        if isTaken { try DurableFile.rename(path, to: aside) }
        try DurableFile.rename(draft, to: path)
        try DurableFile.syncDirectory(of: path)
        guard isTaken else { return }
        if try isEmptied(aside) { try FileManager.default.removeItem(atPath: aside) } else { kept = aside }
    }

    private func isEmptied(_ aside: String) throws -> Bool {
        let inside = Set(try FileManager.default.contentsOfDirectory(atPath: aside))
        guard inside.isSubset(of: ["master.key", "lock"]) else { return false }
        let keys = try [aside, path].map { try DurableFile.read($0 + "/master.key") }
        return keys[0] == nil || keys[0] == keys[1]
    }

    private static func stamp() -> String {
        let text = SystemClock().now.text
        return String(text.prefix(19)).filter(\.isNumber)
    }
}
