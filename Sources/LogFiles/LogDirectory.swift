import DurableFiles
import Glibc
import Registry
import Synchronization
package import TransparencyLog

/// A log as files below one directory, laid out so that any web server can serve it as it lies (C2SP tlog-tiles).
///
/// Each file is written beside its place, synced, renamed, and its directory synced, tiles before the checkpoint that
/// needs them. Whoever publishes holds the directory's lock from the look at the checkpoint to its replacement, so that
/// two histories never write over each other's tiles.
package final class LogDirectory: LogStore, Sendable {
    private let path: String
    /// Directories this process has seen made and synced.
    private let safe = Mutex<Set<String>>([])
    /// Whether this value holds the directory's lock; it publishes from one thread.
    private let holdsLock = Mutex(false)
    /// Everybody may read what is public; that the directory above is closed is the operator's choice.
    private static let fileMode: mode_t = 0o644
    private static let directoryMode: mode_t = 0o755

    /// Nothing is made before something is written.
    package init(path: String) { self.path = path }

    private var witnessedPath: String { path + "/witnessed-checkpoint" }
    private var checkpointPath: String { path + "/checkpoint" }

    package func checkpoint() throws -> String? {
        try DurableFile.read(checkpointPath).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The latest checkpoint that witnesses have cosigned; `nil` before the first.
    package func witnessedCheckpoint() throws -> String? {
        try DurableFile.read(witnessedPath).map { String(decoding: $0, as: UTF8.self) }
    }

    package func keepWitnessed(_ note: String) throws {
        try makeSafe(path)
        try DurableFile.replace(witnessedPath, with: Array(note.utf8), mode: Self.fileMode)
    }

    package func tile(_ coordinate: TileCoordinate) throws -> [UInt8]? {
        try DurableFile.read(place(of: coordinate))
    }

    package func write(_ files: [(TileCoordinate, [UInt8])]) throws {
        var directories: Set<String> = []
        for (coordinate, bytes) in files {
            let place = place(of: coordinate)
            if directories.insert(DurableFile.directory(of: place)).inserted {
                try makeSafe(DurableFile.directory(of: place))
            }
            try DurableFile.write(bytes, to: place + ".new", mode: Self.fileMode)
        }
        for (coordinate, _) in files {
            let place = place(of: coordinate)
            try DurableFile.rename(place + ".new", to: place)
        }
        for directory in directories.sorted() { try DurableFile.syncDirectory(directory) }
    }

    /// Only once for ours and each directory below it: finding that nothing waits costs a sync too.
    private func makeSafe(_ directory: String) throws {
        guard directory.count >= path.count, !safe.withLock({ $0.contains(directory) }) else { return }
        try makeSafe(DurableFile.directory(of: directory))
        try DurableFile.makeDirectories(directory, mode: Self.directoryMode)
        safe.withLock { _ = $0.insert(directory) }
    }

    package func swapCheckpoint(from old: String?, to new: String) throws {
        let descriptor = holdsLock.withLock { $0 } ? nil : try lock()
        // Closing gives the lock back.
        defer { if let descriptor { close(descriptor) } }
        guard try checkpoint() == old else { throw LogFault.forked }
        try DurableFile.replace(checkpointPath, with: Array(new.utf8), mode: Self.fileMode)
    }

    package func exclusively(_ body: () throws -> Void) throws {
        let descriptor = try lock()
        holdsLock.withLock { $0 = true }
        defer {
            holdsLock.withLock { $0 = false }
            close(descriptor)
        }
        try body()
    }

    private func lock() throws -> Int32 {
        try makeSafe(path)
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw DurableFileFault.last(path) }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else {
                defer { close(descriptor) }
                throw DurableFileFault.last(path)
            }
        }
        return descriptor
    }

    package func dropPartials(of coordinate: TileCoordinate) throws {
        let directory = place(of: coordinate.full) + ".p"
        safe.withLock { _ = $0.remove(directory) }
        for width in 1..<TileCoordinate.fullWidth { unlink("\(directory)/\(width)") }
        guard rmdir(directory) == 0 || errno == ENOENT else { throw DurableFileFault.last(directory) }
    }

    private func place(of coordinate: TileCoordinate) -> String { "\(path)/\(coordinate.path)" }
}
