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

    /// Throws where something is that is not to be replaced, or the place cannot be given to another directory; else
    /// the lock of the registry there, to be held until it is replaced.
    func check(replaces: Bool) throws -> DataDirectory? {
        var (own, above) = (stat(), stat())
        guard stat(path, &own) == 0 else { return nil }
        if stat(DurableFile.directory(of: path), &above) == 0, own.st_dev != above.st_dev {
            throw CommandFailure.usage("\(path) 是一个挂载点，不能整个换掉", next: "恢复到它下面的一个新目录，例如 \(path)/data")
        }
        let inside = Set((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? ["?"])
        guard !inside.isSubset(of: ["master.key", "lock"]) else { return nil }
        guard replaces else { throw BackupFault.targetHoldsRegistry(path: path) }
        return try inside.contains("registry.sqlite") ? DataDirectory(path: path, create: false) : nil
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

    /// Takes an unfinished draft away.
    func dropDraft() { try? FileManager.default.removeItem(atPath: draft) }

    /// Gives the draft its place. What lies there changes places with it, so that there is no moment without either,
    /// and is kept under another name unless it is nothing but the key that was copied.
    func takeName() throws {
        var status = stat()
        guard stat(path, &status) == 0 else {
            try DurableFile.rename(draft, to: path)
            return try DurableFile.syncDirectory(of: path)
        }
        try Self.exchange(draft, path)
        try DurableFile.syncDirectory(of: path)
        if try isEmptied(draft) { return dropDraft() }
        let aside = path + ".before-" + Self.stamp()
        try DurableFile.rename(draft, to: aside)
        try DurableFile.syncDirectory(of: path)
        kept = aside
    }

    private typealias RenameAt2 =
        @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32

    /// Lets two names change places in one step; Swift's module of the C library leaves the call out.
    private static func exchange(_ left: String, _ right: String) throws {
        guard let symbol = dlsym(nil, "renameat2") else {
            throw CommandFailure.system("这个系统不能原子地互换两个目录", next: "先把原来的数据目录改名，再恢复")
        }
        let flag: UInt32 = 2  // RENAME_EXCHANGE
        guard unsafeBitCast(symbol, to: RenameAt2.self)(AT_FDCWD, left, AT_FDCWD, right, flag) == 0 else {
            throw DurableFileFault.last(right)
        }
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
