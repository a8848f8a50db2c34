import Crypto
import FoundationEssentials
import Testing
import TransparencyLog

/// Notes as C2SP's signed-note and Go's sumdb write them.
@Suite struct SignedNoteTests {
    private static let text = "xubao/main/receipt\nentry main-7\n"

    private static func signer(_ name: String = "xubao/main", _ byte: UInt8 = 1) throws -> NoteSigner {
        NoteSigner(
            name: name,
            key: try Curve25519.Signing.PrivateKey(rawRepresentation: [UInt8](repeating: byte, count: 32)))
    }

    @Test func `a note signed by us is read back and verified`() throws {
        let signer = try Self.signer()
        let note = try SignedNote(signing: Self.text, by: signer)
        let read = try #require(SignedNote(note.encoded))
        #expect(read == note)
        #expect(read.text == Self.text)
        #expect(read.isSigned(by: signer.verifier))
    }

    @Test func `the same text gives the same note, for ever`() throws {
        let signer = try Self.signer()
        #expect(try SignedNote(signing: Self.text, by: signer) == SignedNote(signing: Self.text, by: signer))
    }

    @Test func `another key, another name and another text are told`() throws {
        let signer = try Self.signer()
        let note = try SignedNote(signing: Self.text, by: signer)
        #expect(!note.isSigned(by: try Self.signer("xubao/main", 2).verifier))
        #expect(!note.isSigned(by: try Self.signer("xubao/other", 1).verifier))
        let altered = try #require(SignedNote(note.encoded.replacing("main-7", with: "main-8")))
        #expect(!altered.isSigned(by: signer.verifier))
    }

    @Test func `no single changed byte of a note is still signed`() throws {
        let signer = try Self.signer()
        let bytes = Array(try SignedNote(signing: Self.text, by: signer).encoded.utf8)
        for position in bytes.indices {
            var changed = bytes
            changed[position] ^= 0x01
            guard let text = String(validating: changed, as: UTF8.self), let note = SignedNote(text) else { continue }
            #expect(!note.isSigned(by: signer.verifier), "byte \(position)")
        }
    }

    @Test func `what is cut off anywhere is no note of ours`() throws {
        let signer = try Self.signer()
        let bytes = Array(try SignedNote(signing: Self.text, by: signer).encoded.utf8)
        for count in bytes.indices {
            let note = String(validating: bytes.prefix(count), as: UTF8.self).flatMap { SignedNote($0) }
            #expect(note?.isSigned(by: signer.verifier) != true, "\(count) bytes")
        }
    }

    @Test(arguments: [
        "", "\n", "\n\n", "text\n", "text\n\n", "text\n\n— name\n", "text\n\n- name c2ln\n", "text\n\n— name c2ln",
        "text\n\n— name !!!!\n",
        "text\n\n— name AAAA\n", "text\n\n— a b AAAAAAA=\n", "text\n\n—  AAAAAAA=\n", "text\n\n— a+b AAAAAAA=\n",
        "text\n\n— a\u{3000}b AAAAAAA=\n", "te\rxt\n\n— name AAAAAAA=\n", "te\txt\n\n— name AAAAAAA=\n",
        "te\0xt\n\n— name AAAAAAA=\n", "text\n\n— name AAAAAAA=\r\n", "text\n\n— name AAAAAAB=\n",
        "text\n\n— name AAAAAAA\n", "text\n\n— name AAAAAAA= \n", "\n— name AAAAAAA=\n", "text\n— name AAAAAAA=\n",
    ])
    func `what is malformed is no note`(text: String) {
        #expect(SignedNote(text) == nil)
    }

    /// The example in the documentation of golang.org/x/mod/sumdb/note.
    @Test func `the example of Go's note package verifies, and we sign it as Go does`() throws {
        let encoded = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=

            """
        let verifier = try #require(
            NoteVerifier("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"))
        let note = try #require(SignedNote(encoded))
        #expect(note.isSigned(by: verifier))
        #expect(note.encoded == encoded)
        let secret = try #require(Data(base64Encoded: "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"))
        let signer = NoteSigner(
            name: "PeterNeumann", key: try Curve25519.Signing.PrivateKey(rawRepresentation: secret.dropFirst()))
        #expect(signer.verifier.encoded == verifier.encoded)
        #expect(try SignedNote(signing: note.text, by: signer).encoded == encoded)
    }

    @Test func `a verifier key is read back as it was passed on`() throws {
        let verifier = try Self.signer().verifier
        let read = try #require(NoteVerifier(verifier.encoded))
        #expect(read.name == verifier.name)
        #expect(read.keyID == verifier.keyID)
        #expect(read.key.noteEncoding == verifier.key.noteEncoding)
        #expect(read.use == .text)
    }

    @Test func `a verifier key whose parts do not agree is none`() throws {
        let encoded = try Self.signer().verifier.encoded
        let parts = encoded.split(separator: "+", maxSplits: 2).map(String.init)
        #expect(NoteVerifier("other+\(parts[1])+\(parts[2])") == nil)
        #expect(NoteVerifier("\(parts[0])+00000000+\(parts[2])") == nil)
        #expect(NoteVerifier("\(parts[0])+\(parts[1])+\(parts[2])A") == nil)
        #expect(NoteVerifier("\(parts[0])+\(parts[1])") == nil)
        #expect(NoteVerifier("") == nil)
    }

    @Test func `several keys sign one text`() throws {
        let first = try Self.signer("xubao/main", 1)
        let second = try Self.signer("xubao/other", 2)
        let note = try SignedNote(signing: Self.text, by: first, second)
        let read = try #require(SignedNote(note.encoded))
        #expect(read.signatures.count == 2)
        #expect(read.isSigned(by: first.verifier) && read.isSigned(by: second.verifier))
        #expect(!read.isSigned(by: try Self.signer("xubao/third", 3).verifier))
    }

    @Test func `a wrong signature of a key spoils a right one of the same key`() throws {
        let signer = try Self.signer()
        let good = try SignedNote(signing: Self.text, by: signer)
        let bad = try SignedNote(signing: "other\n", by: signer)
        let line = try #require(bad.signatures.first).line
        #expect(SignedNote(good.encoded + line)?.isSigned(by: signer.verifier) == false)
        // The same of a stranger is not looked at.
        let stranger = try SignedNote(signing: "other\n", by: try Self.signer("xubao/stranger", 9))
        let foreign = try #require(stranger.signatures.first).line
        #expect(SignedNote(good.encoded + foreign)?.isSigned(by: signer.verifier) == true)
    }

    @Test func `a text may hold empty lines; the last one ends it — signed-note, Format`() throws {
        let signer = try Self.signer()
        let note = try SignedNote(signing: "one\n\ntwo\n", by: signer)
        let read = try #require(SignedNote(note.encoded))
        #expect(read.text == "one\n\ntwo\n")
        #expect(read.isSigned(by: signer.verifier))
    }

    @Test(arguments: ["", "text", "te\u{1}xt\n", "text\r\n", "text\n\t\n"])
    func `what is no text of a note is not signed`(text: String) throws {
        let signer = try Self.signer()
        #expect(throws: NoteFault.malformedText) { try SignedNote(signing: text, by: signer) }
    }

    @Test func `sixteen signatures are read, a hundred are not`() throws {
        let line = try #require(try SignedNote(signing: Self.text, by: Self.signer()).signatures.first).line
        let body = Self.text + "\n"
        #expect(SignedNote(body + String(repeating: line, count: 16))?.signatures.count == 16)
        #expect(SignedNote(body + String(repeating: line, count: 64)) != nil)
        #expect(SignedNote(body + String(repeating: line, count: 65)) == nil)
        #expect(SignedNote(String(repeating: "a", count: SignedNote.byteLimit) + "\n\n" + line) == nil)
    }

    /// The example of the specification.
    @Test func `the note of the specification verifies — signed-note, Verifier keys`() throws {
        let verifier = try #require(
            NoteVerifier("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"))
        let note = try #require(
            SignedNote(
                """
                This is an example message.

                — example.com/foo \
                Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=

                """))
        #expect(note.isSigned(by: verifier))
    }

    @Test func `letters that only look alike to Unicode are other letters`() throws {
        // The composed and the decomposed é are equal to Swift's String and must not be to us.
        let signer = try Self.signer("caf\u{E9}", 1)
        let note = try SignedNote(signing: "caf\u{E9}\n", by: signer)
        let other = try #require(SignedNote(note.encoded.replacing("caf\u{E9}\n", with: "cafe\u{301}\n")))
        #expect(!other.isSigned(by: signer.verifier))
        #expect(!note.isSigned(by: try Self.signer("cafe\u{301}", 1).verifier))
        #expect(NoteVerifier(signer.verifier.encoded.replacing("\u{E9}", with: "e\u{301}")) == nil)
    }

    @Test(arguments: ["", " ", "a b", "a+b", "a\u{A0}b", "a\u{3000}", "a\nb", "a\u{7}"])
    func `what is no name is told`(name: String) {
        #expect(!NoteVerifier.isName(name))
    }

    @Test func `no text drawn by chance stops the readers`() {
        var draws = Draws(seed: 6)
        let pieces = [
            "text\n", "\n", "— ", "name ", "AAAAAAA=", "+", "0", "é", "old 5", "index 0\n", "\u{2014}", "\r", "\0",
        ]
        for _ in 0..<20_000 {
            let text = (0..<Int.random(in: 0...12, using: &draws))
                .map { _ in pieces.randomElement(using: &draws) ?? "" }.joined()
            if let note = SignedNote(text) { #expect(note.encoded.utf8.elementsEqual(text.utf8)) }
            if let request = WitnessRequest(text) { #expect(request.encoded.utf8.elementsEqual(text.utf8)) }
            if let proof = LogProof(LogProof.firstLine + "\n" + text) {
                #expect(proof.encoded.utf8.elementsEqual((LogProof.firstLine + "\n" + text).utf8))
            }
            if let checkpoint = Checkpoint(text: text) { #expect(checkpoint.text.utf8.elementsEqual(text.utf8)) }
            if let verifier = NoteVerifier(text) { #expect(verifier.encoded.utf8.elementsEqual(text.utf8)) }
        }
    }
}
