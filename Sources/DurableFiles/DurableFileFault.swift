import Glibc

/// Why a file could not be made safe or read; the path is the operator's own.
package enum DurableFileFault: Error, Equatable {
    /// The disk is full; nothing was promised, and it may be tried again.
    case full(path: String)
    case failed(path: String, reason: String)

    /// What the last system call left behind.
    package static func last(_ path: String) -> DurableFileFault {
        errno == ENOSPC || errno == EDQUOT
            ? .full(path: path) : .failed(path: path, reason: String(cString: strerror(errno)))
    }
}
