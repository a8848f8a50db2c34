package import Glibc

/// A file written piece by piece, that gets its name when it is whole and on the disk. One that is let go before leaves
/// nothing.
package final class DurableWriter {
    private let path: String
    private let draft: String
    private var descriptor: Int32

    package init(path: String, mode: mode_t) throws {
        self.path = path
        draft = path + ".new"
        descriptor = open(draft, O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw DurableFileFault.last(path) }
    }

    deinit {
        guard descriptor >= 0 else { return }
        close(descriptor)
        unlink(draft)
    }

    package func write(_ bytes: [UInt8]) throws {
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw DurableFileFault.last(path) }
            written += count
        }
    }

    /// Makes the file and its name safe.
    package func finish() throws {
        guard fsync(descriptor) == 0 else { throw DurableFileFault.last(path) }
        close(descriptor)
        descriptor = -1
        try DurableFile.rename(draft, to: path)
        try DurableFile.syncDirectory(of: path)
    }
}
