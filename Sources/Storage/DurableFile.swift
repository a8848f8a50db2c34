import Glibc
import Registry

/// Files that are there, whole, after a power cut: write, sync, rename, sync the directory.
enum DurableFile {
    static func write(_ bytes: [UInt8], to path: String, mode: mode_t) throws {
        let descriptor = open(path, O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw fault(path) }
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw fault(path) }
            written += count
        }
        guard fsync(descriptor) == 0 else { throw fault(path) }
    }

    /// Everything from where the descriptor stands.
    static func read(_ descriptor: Int32, path: String) throws -> [UInt8] {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw fault(path) }
        var bytes = [UInt8](repeating: 0, count: max(0, Int(status.st_size)))
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeMutableBytes {
                Glibc.read(descriptor, $0.baseAddress.map { $0 + done }, $0.count - done)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw fault(path) }
            guard count > 0 else { break }
            done += count
        }
        return Array(bytes.prefix(done))
    }

    static func rename(_ source: String, to target: String) throws {
        guard Glibc.rename(source, target) == 0 else { throw fault(target) }
        try syncDirectory(of: target)
    }

    static func syncDirectory(of path: String) throws {
        let parent = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        let directory = parent.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : parent
        let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw fault(directory) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw fault(directory) }
    }

    static func fault(_ path: String) -> any Error {
        errno == ENOSPC
            ? RegistryFault.diskFull : StorageFault.unreadable(path: path, reason: String(cString: strerror(errno)))
    }
}
