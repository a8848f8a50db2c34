import Foundation
import GRDB
import Registry
import Regulation
import Synchronization
import TransparencyLog

@testable import Storage

/// A published log in memory, made from leaves; its files can be changed.
final class MemoryLog: PublishedLog {
    struct Files {
        var tiles: [TileCoordinate: [UInt8]] = [:]
        var checkpoint: SignedCheckpoint?
    }

    let files: Mutex<Files>
    let signer: NoteSigner
    var identity: LogIdentity { LogIdentity(origin: LogName.main.origin, verifiers: [signer.verifier]) }

    init(_ leaves: [Leaf], signer: NoteSigner) throws {
        self.signer = signer
        var made = Files()
        var builder = TileBuilder()
        for leaf in leaves { builder.append(leaf.hash) }
        for tile in builder.takeFullTiles() + builder.partialTiles { made.tiles[tile.coordinate] = tile.bytes }
        for coordinate in TileCoordinate.entryBundles(from: 0, to: Int64(leaves.count)) {
            let range = Int(coordinate.leaves.lowerBound)..<Int(coordinate.leaves.upperBound)
            made.tiles[coordinate] = EntryBundle.bytes(of: leaves[range].map(\.bytes))
        }
        let checkpoint = Checkpoint(origin: LogName.main.origin, size: Int64(leaves.count), root: builder.root)
        made.checkpoint = try SignedCheckpoint(
            SignedNote(signing: checkpoint.text, by: signer),
            of: LogIdentity(origin: LogName.main.origin, verifiers: [signer.verifier]))
        files = Mutex(made)
    }

    func checkpoint() throws -> SignedCheckpoint {
        guard let checkpoint = files.withLock({ $0.checkpoint }) else { throw LogFault.notPublished }
        return checkpoint
    }

    func tile(_ coordinate: TileCoordinate) throws -> [UInt8]? { files.withLock { $0.tiles[coordinate] } }
}
