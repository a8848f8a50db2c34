import Registry
import TransparencyLog

/// A published log in memory: the tiles over some leaves, and the checkpoint of them all.
struct PublishedSample: PublishedLog {
    var tiles: [TileCoordinate: [UInt8]] = [:]
    var signed: SignedCheckpoint

    init(_ leaves: [Hash], by signer: NoteSigner, witness: Cosigner? = nil) throws {
        var builder = TileBuilder()
        for leaf in leaves { builder.append(leaf) }
        for tile in builder.takeFullTiles() + builder.partialTiles { tiles[tile.coordinate] = tile.bytes }
        let log = LogIdentity(origin: LogName.main.origin, verifiers: [signer.verifier])
        let text = Checkpoint(origin: log.origin, size: builder.size, root: builder.frontier.root).text
        signed = try SignedCheckpoint(SignedNote(signing: text, by: signer), of: log)
        if let witness {
            signed = signed.adding(
                [try witness.cosignature(of: signed, at: 1_800_000_000)], of: [witness.verifier])
        }
    }

    func checkpoint() throws -> SignedCheckpoint { signed }

    func tile(_ coordinate: TileCoordinate) throws -> [UInt8]? { tiles[coordinate] }

    /// What the log shows of a leaf.
    func inclusion(of index: Int64) throws -> InclusionProof {
        var reader = try TileReader(size: signed.checkpoint.size, root: signed.checkpoint.root) { tiles[$0] }
        return try reader.inclusionProof(of: index)
    }
}
