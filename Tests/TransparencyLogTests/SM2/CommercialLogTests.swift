import Testing
import TransparencyLog

/// A log kept with commercial cryptography: SM3 for the tree, SM2 for the signatures.
@Suite struct CommercialLogTests {
    private static func key(_ byte: UInt8) throws -> SM2PrivateKey {
        try #require(SM2PrivateKey(bytes: [UInt8](repeating: byte, count: 32)))
    }

    @Test func `checkpoint, cosignature and proof file hold as with Ed25519 and SHA-256`() throws {
        let signer = NoteSigner(name: "example.com/sm", key: try Self.key(1))
        let witness = Cosigner(name: "witness.example/sm", key: try Self.key(2))
        let log = LogIdentity(origin: "example.com/sm", verifiers: [signer.verifier], algorithm: .sm3)
        let tree = NaiveTree(size: 300, algorithm: .sm3)
        var reader = try TileStore(tree.leaves, algorithm: .sm3).reader()
        let checkpoint = Checkpoint(origin: log.origin, size: 300, root: tree.root(300))
        let signed = try SignedCheckpoint(SignedNote(signing: checkpoint.text, by: signer), of: log)
        let cosigned = signed.adding(
            [try witness.cosignature(of: signed, at: 1_800_000_000)], of: [witness.verifier])
        let file = LogProof(try reader.inclusionProof(of: 200), in: cosigned).encoded
        let proof = try #require(LogProof(file))
        let verified = try proof.verified(leaf: tree.leaves[200], in: log, witnesses: [witness.verifier])
        #expect(verified.cosignatures.map(\.time) == [1_800_000_000])
        // Read as a log of SHA-256 it proves nothing.
        let other = LogIdentity(origin: log.origin, verifiers: log.verifiers)
        #expect(throws: LogProofFault.leafNotIncluded) { try proof.verified(leaf: tree.leaves[200], in: other) }
    }

    @Test func `a witness decides over such a log`() throws {
        let signer = NoteSigner(name: "example.com/sm", key: try Self.key(1))
        let log = LogIdentity(origin: "example.com/sm", verifiers: [signer.verifier], algorithm: .sm3)
        let tree = NaiveTree(size: 7, algorithm: .sm3)
        var reader = try TileStore(tree.leaves, algorithm: .sm3).reader()
        let checkpoint = Checkpoint(origin: log.origin, size: 7, root: tree.root(7))
        let signed = try SignedCheckpoint(SignedNote(signing: checkpoint.text, by: signer), of: log)
        let request = WitnessRequest(proof: try reader.consistencyProof(from: 3), checkpoint: signed)
        let seen = Checkpoint(origin: log.origin, size: 3, root: tree.root(3))
        #expect(WitnessAnswer(to: request, log: { _ in log }, latest: { _ in seen }) == .admitted(signed))
    }

    @Test func `the verifier string names the algorithm and the use`() throws {
        let key = try Self.key(1)
        let writer = NoteSigner(name: "example.com/sm", key: key).verifier
        let witness = Cosigner(name: "example.com/sm", key: key).verifier
        #expect(writer.encoded != witness.encoded)
        #expect(writer.keyID != witness.keyID)
        for verifier in [writer, witness] {
            let read = try #require(NoteVerifier(verifier.encoded))
            #expect(read.encoded == verifier.encoded)
            #expect(read.use == verifier.use)
            #expect(read.key is SM2PublicKey)
        }
    }

    @Test func `a key of one kind is not taken for one of the other`() throws {
        let text = "text\n"
        let national = NoteSigner(name: "example.com/log", key: try Self.key(1))
        let international = try Keys.signer("example.com/log", 1)
        let note = try SignedNote(signing: text, by: national, international)
        #expect(note.isSigned(by: national.verifier) && note.isSigned(by: international.verifier))
        let only = try SignedNote(signing: text, by: national)
        #expect(!only.isSigned(by: international.verifier))
    }
}
