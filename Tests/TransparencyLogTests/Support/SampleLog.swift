import TransparencyLog

/// A small log with a key, as tests of checkpoints, proofs and witnesses want one.
struct SampleLog {
    static let origin = "example.com/log"

    let signer: NoteSigner
    let store: TileStore

    init(size: Int, keyByte: UInt8 = 1) throws {
        signer = try Keys.signer(Self.origin, keyByte)
        store = TileStore(NaiveTree(size: size).leaves)
    }

    var identity: LogIdentity { LogIdentity(origin: Self.origin, verifiers: [signer.verifier]) }

    func checkpoint(_ size: Int64? = nil) throws -> SignedCheckpoint {
        let size = size ?? store.size
        let checkpoint = Checkpoint(origin: Self.origin, size: size, root: store.root(size))
        return try SignedCheckpoint(SignedNote(signing: checkpoint.text, by: signer), of: identity)
    }

    func proof(of index: Int64, extra: [UInt8]? = nil) throws -> LogProof {
        var reader = try store.reader()
        return LogProof(try reader.inclusionProof(of: index), in: try checkpoint(), extra: extra)
    }

    func request(from old: Int64, to new: Int64) throws -> WitnessRequest {
        var reader = try store.reader()
        return WitnessRequest(proof: try reader.consistencyProof(from: old, to: new), checkpoint: try checkpoint(new))
    }
}
