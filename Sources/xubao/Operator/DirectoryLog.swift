import Foundation
import LogFiles
import Registry
import TransparencyLog

/// The log of a data directory as its files say, read and never written.
struct DirectoryLog: PublishedLog {
    let path: String
    let identity: LogIdentity

    /// `nil` where nothing was ever published; a directory is not made by looking for it.
    private var directory: LogDirectory? {
        get throws { FileManager.default.fileExists(atPath: path) ? try LogDirectory(path: path) : nil }
    }

    func checkpoint() throws -> SignedCheckpoint {
        guard let text = try directory?.checkpoint() else { throw LogFault.notPublished }
        guard let note = SignedNote(text), let checkpoint = try? SignedCheckpoint(note, of: identity) else {
            throw LogFault.checkpointUnreadable
        }
        return checkpoint
    }

    func tile(_ coordinate: TileCoordinate) throws -> [UInt8]? { try directory?.tile(coordinate) }
}
