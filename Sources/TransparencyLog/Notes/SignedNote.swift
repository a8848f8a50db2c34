/// A C2SP signed note: a text, a blank line, and signature lines `— name base64(key id ‖ signature)`.
package struct SignedNote: Equatable, Sendable {
    /// Longer than any note with 16 signatures of today's or tomorrow's kinds.
    package static let byteLimit = 131_072
    package static let signatureLimit = 64

    /// Ends in a newline.
    package let text: String
    package let signatures: [Signature]

    package struct Signature: Equatable, Sendable {
        package let name: String
        package let keyID: [UInt8]
        package let bytes: [UInt8]

        package init(name: String, keyID: [UInt8], bytes: [UInt8]) {
            self.name = name
            self.keyID = keyID
            self.bytes = bytes
        }
    }

    /// The whole note as it is stored and sent.
    package var encoded: String { text + "\n" + signatures.map(\.line).joined() }

    /// Signs a text. No randomness is drawn: the same text gives the same note, for ever.
    package init(signing text: String, by signers: NoteSigner...) throws {
        guard text.utf8.last == 0x0A, !Self.holdsControlCharacter(text) else { throw NoteFault.malformedText }
        self.text = text
        signatures = try signers.map { try $0.signature(of: text) }
    }

    init(text: String, signatures: [Signature]) {
        self.text = text
        self.signatures = signatures
    }

    /// `nil` for anything that is not a note: no blank line, no newline at the end, a control character, no signature,
    /// a malformed signature line, or another spelling of one.
    package init?(_ encoded: String) {
        let bytes = Array(encoded.utf8)
        guard bytes.count <= Self.byteLimit, bytes.last == 0x0A, !Self.holdsControlCharacter(encoded),
            let split = bytes.indices.dropLast().last(where: { bytes[$0] == 0x0A && bytes[$0 + 1] == 0x0A }),
            let signatures = Signature.list(from: String(decoding: bytes[(split + 2)...], as: UTF8.self))
        else { return nil }
        text = String(decoding: bytes[...split], as: UTF8.self)
        self.signatures = signatures
    }

    /// Whether there is a signature of this key and every one that names the key is right.
    package func isSigned(by verifier: NoteVerifier) -> Bool { (try? check(verifier)) ?? false }

    /// Whether this key signed. Throws when a signature names the key and is not by it: such a note is forged or
    /// damaged, and nothing in it is to be believed.
    func check(_ verifier: NoteVerifier) throws(NoteFault) -> Bool {
        let claimed = signatures.filter(verifier.made)
        for signature in claimed where !verifier.isValid(signature.bytes, of: text) {
            throw .wrongSignature(name: verifier.name)
        }
        return !claimed.isEmpty
    }

    private static func holdsControlCharacter(_ text: String) -> Bool {
        text.utf8.contains { $0 < 0x20 && $0 != 0x0A }
    }
}
