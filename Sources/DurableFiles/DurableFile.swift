package import Glibc

/// Files that are there, whole, after a power cut: write, sync, rename, sync the directory.
package enum DurableFile {
    /// Replaces a file: after a crash it is there as it was or as it is now.
    package static func replace(_ path: String, with bytes: [UInt8], mode: mode_t) throws {
        let draft = path + ".new"
        try write(bytes, to: draft, mode: mode)
        try rename(draft, to: path)
        try syncDirectory(of: path)
    }

    /// Writes and syncs a file; its name is not safe before the directory is synced.
    package static func write(_ bytes: [UInt8], to path: String, mode: mode_t) throws {
        let descriptor = open(path, O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw DurableFileFault.last(path) }
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw DurableFileFault.last(path) }
            written += count
        }
        guard fsync(descriptor) == 0 else { throw DurableFileFault.last(path) }
    }

    /// Makes a file safe that somebody else wrote, and its name; nothing when there is none.
    package static func sync(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return }
            throw DurableFileFault.last(path)
        }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw DurableFileFault.last(path) }
        try syncDirectory(of: path)
    }

    /// The whole of a file; `nil` when there is none.
    package static func read(_ path: String) throws -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw DurableFileFault.last(path)
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw DurableFileFault.last(path) }
        var bytes = [UInt8](repeating: 0, count: max(0, Int(status.st_size)))
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeMutableBytes {
                Glibc.read(descriptor, $0.baseAddress.map { $0 + done }, $0.count - done)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw DurableFileFault.last(path) }
            guard count > 0 else { break }
            done += count
        }
        return Array(bytes.prefix(done))
    }

    /// Gives a synced file its name; not safe before the directory is synced.
    package static func rename(_ source: String, to target: String) throws {
        guard Glibc.rename(source, target) == 0 else { throw DurableFileFault.last(target) }
    }

    /// Makes the names in the directory of a file safe.
    package static func syncDirectory(of path: String) throws { try syncDirectory(directory(of: path)) }

    package static func syncDirectory(_ directory: String) throws {
        let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw DurableFileFault.last(directory) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw DurableFileFault.last(directory) }
    }

    /// Makes a directory and those above it that are missing, each of them safe: one whose name is not on the disk
    /// takes along everything that was ever synced in it.
    package static func makeDirectories(_ path: String, mode: mode_t) throws {
        var status = stat()
        let above = directory(of: path)
        if stat(path, &status) == 0 {
            // Whoever made it may have been killed before this. One that may not be read was not made by us.
            try? syncDirectory(above)
            return
        }
        if above != path { try makeDirectories(above, mode: mode) }
        guard mkdir(path, mode) == 0 || errno == EEXIST else { throw DurableFileFault.last(path) }
        try syncDirectory(above)
    }

    /// The directory a path lies in.
    package static func directory(of path: String) -> String {
        let parts = path.split(separator: "/", omittingEmptySubsequences: true).dropLast()
        if path.hasPrefix("/") { return "/" + parts.joined(separator: "/") }
        return parts.isEmpty ? "." : parts.joined(separator: "/")
    }
}
