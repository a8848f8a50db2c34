import Crypto
import FoundationEssentials

/// A C2SP signed note: a text, a blank line, and signature lines `— name base64(key id ‖ signature)`.
package struct SignedNote: Equatable, Sendable {
    /// Ends in a newline, holds no empty line.
    package let text: String
    package let signatures: [Signature]

    package struct Signature: Equatable, Sendable {
        package let name: String
        package let keyID: [UInt8]
        package let bytes: [UInt8]
    }

    /// The whole note as it is stored and sent.
    package var encoded: String {
        var result = text + "\n"
        for signature in signatures {
            result += "— \(signature.name) \(Data(signature.keyID + signature.bytes).base64EncodedString())\n"
        }
        return result
    }

    /// Signs a text. Ed25519 here draws no randomness: the same text gives the same note, for ever.
    package init(signing text: String, by signer: NoteSigner) throws {
        self.text = text
        let signature = try signer.key.signature(for: Array(text.utf8))
        signatures = [Signature(name: signer.verifier.name, keyID: signer.verifier.keyID, bytes: Array(signature))]
    }

    /// `nil` for anything that is not a note: no blank line, no newline at the end, a malformed signature line, or
    /// another spelling of one.
    package init?(_ encoded: String) {
        let bytes = Array(encoded.utf8)
        guard bytes.count <= 65_536, bytes.last == 0x0A,
            let split = bytes.indices.dropLast().last(where: { bytes[$0] == 0x0A && bytes[$0 + 1] == 0x0A })
        else { return nil }
        text = String(decoding: bytes[...split], as: UTF8.self)
        var found: [Signature] = []
        let lines = String(decoding: bytes[(split + 2)...], as: UTF8.self)
        for line in lines.split(separator: "\n") {
            let parts = line.split(separator: " ", omittingEmptySubsequences: false)
            guard parts.count == 3, parts[0] == "—", let data = Data(base64Encoded: String(parts[2])), data.count > 4
            else { return nil }
            found.append(
                Signature(name: String(parts[1]), keyID: Array(data.prefix(4)), bytes: Array(data.dropFirst(4))))
        }
        guard !found.isEmpty else { return nil }
        signatures = found
        // One note has one spelling: base64 leaves bits unused that anybody could change.
        guard self.encoded == encoded else { return nil }
    }

    /// Whether one of the signatures is this key's and right.
    package func isSigned(by verifier: NoteVerifier) -> Bool {
        signatures.contains { signature in
            signature.name == verifier.name && signature.keyID == verifier.keyID
                && verifier.key.isValidSignature(signature.bytes, for: Array(text.utf8))
        }
    }
}
