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
        "text\n\n— name AAAA\n", "text\n\n— a b AAAAAAA=\n",
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
        #expect(read.key.rawRepresentation == verifier.key.rawRepresentation)
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
}
