import Testing
import TransparencyLog

/// Checkpoints as C2SP tlog-checkpoint writes them.
@Suite struct CheckpointTests {
    /// A checkpoint of Go's checksum database, whose key is published.
    static let goSumDatabase = """
        go.sum database tree
        20852163
        CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

        — sum.golang.org Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=

        """
    static let goSumVerifier = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8"

    @Test func `a checkpoint of Go's checksum database verifies`() throws {
        let verifier = try #require(NoteVerifier(Self.goSumVerifier))
        let log = LogIdentity(origin: "go.sum database tree", verifiers: [verifier])
        let note = try #require(SignedNote(Self.goSumDatabase))
        let signed = try SignedCheckpoint(note, of: log)
        #expect(signed.checkpoint.size == 20_852_163)
        #expect(signed.checkpoint.root.bytes.prefix(2) == [0x0A, 0xC5])
        #expect(signed.checkpoint.text == note.text)
        #expect(signed.note.encoded == Self.goSumDatabase)
    }

    /// The value of Go's tlog tests.
    @Test func `a tree is written as Go's tlog writes it`() {
        let text = "go.sum database tree\n123456789012\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n"
        let root = MerkleTree.leafHash(Array("hello world".utf8))
        let checkpoint = Checkpoint(origin: "go.sum database tree", size: 123_456_789_012, root: root)
        #expect(checkpoint.text == text)
        #expect(Checkpoint(text: text) == checkpoint)
    }

    @Test func `further lines are kept and belong to what is signed`() throws {
        let text = "a\n1\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\nmore\nand more\n"
        let checkpoint = try #require(Checkpoint(text: text))
        #expect(checkpoint.extensions == ["more", "and more"])
        #expect(checkpoint.text == text)
    }

    @Test(arguments: [
        "", "\n", "a\n", "a\n1\n", "a\n1\nR", "a\n1\nR\n\n", "\n1\nR\n", "a\n\nR\n", "a\n1\n\n", "a\n01\nR\n",
        "a\n+1\nR\n",
        "a\n-1\nR\n", "a\n1 \nR\n", "a\n 1\nR\n", "a\n0x1\nR\n", "a\n1.0\nR\n", "a\n1152921504606846977\nR\n",
        "a\n9223372036854775807\nR\n", "a\n9223372036854775808\nR\n", "a\n99999999999999999999999999\nR\n", "a\n１\nR\n",
        "a\n1\nR=\n", "a\n1\nR \n", "a\n1\nAAAA\n", "a\n1\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb1=\n",
        "a\n1\nTszzRgjTG6xce-z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n", "a\n1\nR\n\nmore\n", "a\n1\nR\nmo\tre\n", "a\r\n1\nR\n",
    ])
    func `what is no checkpoint is refused`(pattern: String) {
        let text = pattern.replacing("R", with: "TszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=")
        #expect(Checkpoint(text: text) == nil)
    }

    @Test func `the largest size is read`() {
        let text = "a\n1152921504606846976\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n"
        #expect(Checkpoint(text: text)?.size == MerkleTree.sizeLimit)
    }

    @Test func `only the log's own signature makes a checkpoint its checkpoint`() throws {
        let log = try SampleLog(size: 5)
        let text = Checkpoint(origin: SampleLog.origin, size: 5, root: log.store.root(5)).text
        let stranger = try Keys.signer(SampleLog.origin, 9)
        #expect(throws: NoteFault.unsigned) {
            try SignedCheckpoint(try SignedNote(signing: text, by: stranger), of: log.identity)
        }
        let both = try SignedNote(signing: text, by: stranger, log.signer)
        #expect(try SignedCheckpoint(both, of: log.identity).checkpoint.size == 5)
        let other = Checkpoint(origin: "example.com/other", size: 5, root: log.store.root(5)).text
        #expect(throws: NoteFault.otherOrigin("example.com/other")) {
            try SignedCheckpoint(try SignedNote(signing: other, by: log.signer), of: log.identity)
        }
        #expect(throws: NoteFault.notACheckpoint) {
            try SignedCheckpoint(try SignedNote(signing: "a\nb\n", by: log.signer), of: log.identity)
        }
        #expect(throws: NoteFault.unsigned) {
            try SignedCheckpoint(both, of: LogIdentity(origin: SampleLog.origin, verifiers: []))
        }
    }

    @Test func `no changed bit of a checkpoint is believed`() throws {
        let log = try SampleLog(size: 5)
        let bytes = Array(try log.checkpoint().note.encoded.utf8)
        for bit in 0..<(bytes.count * 8) {
            var changed = bytes
            changed[bit / 8] ^= 1 << UInt8(bit % 8)
            guard let text = String(validating: changed, as: UTF8.self), let note = SignedNote(text) else { continue }
            #expect(throws: NoteFault.self, "bit \(bit)") { try SignedCheckpoint(note, of: log.identity) }
        }
    }

    @Test func `while a key is replaced, either of both will do`() throws {
        let old = try Keys.signer(SampleLog.origin, 1)
        let new = try Keys.signer(SampleLog.origin, 2)
        let log = LogIdentity(origin: SampleLog.origin, verifiers: [old.verifier, new.verifier])
        let text = Checkpoint(origin: SampleLog.origin, size: 0, root: MerkleTree.emptyRoot()).text
        for note in [try SignedNote(signing: text, by: old), try SignedNote(signing: text, by: new, old)] {
            #expect(try SignedCheckpoint(note, of: log).checkpoint.size == 0)
        }
    }
}
