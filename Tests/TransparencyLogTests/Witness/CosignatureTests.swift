import Crypto
import Testing
import TransparencyLog

/// C2SP tlog-cosignature, version 1.
@Suite struct CosignatureTests {
    @Test func `a cosignature is read back with its time`() throws {
        let log = try SampleLog(size: 5)
        let witness = try Keys.cosigner("witness.example/w1", 7)
        let checkpoint = try log.checkpoint()
        let signature = try witness.cosignature(of: checkpoint, at: 1_679_315_147)
        #expect(signature.bytes.count == 72)
        #expect(signature.bytes.prefix(8) == [0, 0, 0, 0, 0x64, 0x18, 0x50, 0xCB])
        let cosigned = checkpoint.adding([signature], of: [witness.verifier])
        #expect(
            try cosigned.cosignatures(by: [witness.verifier]).map { "\($0.witness) \($0.time)" }
                == ["witness.example/w1 1679315147"])
        #expect(try SignedCheckpoint(try #require(SignedNote(cosigned.note.encoded)), of: log.identity) == cosigned)
    }

    /// The message is written out here once more, byte by byte, and signed by the key itself.
    @Test func `what is signed is what the specification says — tlog-cosignature, Ed25519 signed message`() throws {
        let key = try Keys.ed25519(7)
        let checkpoint = try SampleLog(size: 5).checkpoint()
        let signature = try Cosigner(name: "w", key: key).cosignature(of: checkpoint, at: 12)
        let message = "cosignature/v1\ntime 12\n" + checkpoint.note.text
        #expect(key.publicKey.isValidSignature(signature.bytes.dropFirst(8), for: Array(message.utf8)))
    }

    @Test func `a witness's key has another id than the same key for texts`() throws {
        let key = try Keys.ed25519(7)
        let witness = Cosigner(name: "example.com/w", key: key).verifier
        let writer = NoteSigner(name: "example.com/w", key: key).verifier
        #expect(witness.keyID != writer.keyID)
        let read = try #require(NoteVerifier(witness.encoded))
        #expect(read.use == .cosignature)
        #expect(read.encoded == witness.encoded)
    }

    @Test func `no changed bit of a cosignature counts, and the checkpoint is refused with it`() throws {
        let log = try SampleLog(size: 5)
        let witness = try Keys.cosigner("w", 7)
        let checkpoint = try log.checkpoint()
        let signature = try witness.cosignature(of: checkpoint, at: 1_679_315_147)
        for bit in 0..<(signature.bytes.count * 8) {
            var bytes = signature.bytes
            bytes[bit / 8] ^= 1 << UInt8(bit % 8)
            let changed = SignedNote.Signature(name: signature.name, keyID: signature.keyID, bytes: bytes)
            #expect(checkpoint.adding([changed], of: [witness.verifier]) == checkpoint)
            let note = try #require(SignedNote(checkpoint.note.encoded + changed.line))
            let forged = try SignedCheckpoint(note, of: log.identity)
            #expect(throws: NoteFault.wrongSignature(name: "w")) { try forged.cosignatures(by: [witness.verifier]) }
        }
    }

    @Test func `a log's signature is no cosignature, and the other way round`() throws {
        let log = try SampleLog(size: 5)
        let key = try Keys.ed25519(1)
        let own = NoteVerifier(name: SampleLog.origin, key: key.publicKey, use: .cosignature)
        let checkpoint = try log.checkpoint()
        #expect(try checkpoint.cosignatures(by: [own, log.signer.verifier]).isEmpty)
        let writer = try Keys.signer("example.com/writer", 3)
        let text = try SignedNote(signing: checkpoint.note.text, by: writer)
        #expect(checkpoint.adding(text.signatures, of: [writer.verifier]) == checkpoint)
        let cosigner = Cosigner(name: SampleLog.origin, key: key)
        let line = try cosigner.cosignature(of: checkpoint, at: 5).line
        let note = try #require(SignedNote(checkpoint.note.text + "\n" + line))
        #expect(throws: NoteFault.unsigned) { try SignedCheckpoint(note, of: log.identity) }
    }

    @Test func `strangers' cosignatures stay away, and a newer one takes the older one's place`() throws {
        let checkpoint = try SampleLog(size: 5).checkpoint()
        let witness = try Keys.cosigner("w", 7)
        let stranger = try Keys.cosigner("s", 8)
        let first = try witness.cosignature(of: checkpoint, at: 100)
        let second = try witness.cosignature(of: checkpoint, at: 200)
        let foreign = try stranger.cosignature(of: checkpoint, at: 150)
        let once = checkpoint.adding([foreign, first], of: [witness.verifier])
        #expect(once.note.signatures.count == 2)
        let twice = once.adding([second, first], of: [witness.verifier])
        #expect(twice.note.signatures.count == 2)
        #expect(try twice.cosignatures(by: [witness.verifier, stranger.verifier]).map(\.time) == [200])
    }

    @Test func `a witness that signed twice, or whose line is repeated, counts once`() throws {
        let log = try SampleLog(size: 5)
        let witness = try Keys.cosigner("w", 7)
        let checkpoint = try log.checkpoint()
        let lines = try [100, 300, 200, 300].map { try witness.cosignature(of: checkpoint, at: $0).line }
        let note = try #require(SignedNote(checkpoint.note.encoded + lines.joined()))
        let cosigned = try SignedCheckpoint(note, of: log.identity)
        #expect(try cosigned.cosignatures(by: [witness.verifier]).map(\.time) == [300])
    }

    @Test(arguments: [Int64.min, -1, 0])
    func `no time is no cosignature`(time: Int64) throws {
        let checkpoint = try SampleLog(size: 1).checkpoint()
        let witness = try Keys.cosigner("w", 7)
        #expect(throws: NoteFault.self) { try witness.cosignature(of: checkpoint, at: time) }
    }
}
