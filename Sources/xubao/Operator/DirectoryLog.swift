import LogFiles
import Registry
import TransparencyLog

/// The log of a data directory as its files say, read and never written.
struct DirectoryLog: PublishedLog {
    let directory: LogDirectory
    let identity: LogIdentity

    func checkpoint() throws -> SignedCheckpoint {
        guard let text = try directory.checkpoint() else { throw LogFault.notPublished }
        guard let note = SignedNote(text), let checkpoint = try? SignedCheckpoint(note, of: identity) else {
            throw LogFault.checkpointUnreadable
        }
        return checkpoint
    }

    func tile(_ coordinate: TileCoordinate) throws -> [UInt8]? { try directory.tile(coordinate) }
}
