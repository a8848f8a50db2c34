import DurableFiles
import Glibc

/// The directory one process owns: databases, key, socket. Held by an exclusive lock for as long as this value lives.
package final class DataDirectory: Sendable {
    package let path: String
    private let descriptor: Int32

    package var logPath: String { path + "/log" }
    package var socketPath: String { path + "/xubao.sock" }
    var registryPath: String { path + "/registry.sqlite" }
    var keysPath: String { path + "/keys.sqlite" }
    var guessLimitsPath: String { path + "/guess-limits" }
    var auditPath: String { path + "/audit.sqlite" }
    package var masterKeyPath: String { path + "/master.key" }

    /// Takes the lock; makes the directory only when asked to.
    package init(path: String, create: Bool) throws {
        if create { try DurableFile.makeDirectories(path, mode: 0o700) }
        let lockPath = path + "/lock"
        descriptor = open(lockPath, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw DurableFileFault.last(path) }
        self.path = path
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let holder = Self.readHolder(descriptor)
            close(descriptor)
            throw StorageFault.directoryInUse(holder: holder)
        }
        let name = Array("process \(getpid())\n".utf8)
        ftruncate(descriptor, 0)
        _ = name.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    }

    deinit { close(descriptor) }

    /// Whether some process holds the directory now.
    package static func isHeld(_ path: String) -> Bool {
        let descriptor = open(path + "/lock", O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return true }
        flock(descriptor, LOCK_UN)
        return false
    }

    private static func readHolder(_ descriptor: Int32) -> String {
        var buffer = [UInt8](repeating: 0, count: 64)
        let count = buffer.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
        let text = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
        return text.split(separator: "\n").first.map(String.init) ?? "another process"
    }
}
