package import Crypto
import FoundationEssentials

/// A named public key that signed notes are checked with.
package struct NoteVerifier: Sendable {
    package let name: String
    package let key: Curve25519.Signing.PublicKey
    /// First four bytes of `SHA-256(name ‖ 0x0A ‖ 0x01 ‖ key)`, as the signed-note specification says for Ed25519.
    package let keyID: [UInt8]

    package init(name: String, key: Curve25519.Signing.PublicKey) {
        self.name = name
        self.key = key
        let digest = SHA256.hash(data: Array(name.utf8) + [0x0A, 0x01] + Array(key.rawRepresentation))
        keyID = Array(digest.prefix(4))
    }

    /// The verifier key as people pass it on: `name+hash+base64(0x01 ‖ key)`.
    package var encoded: String {
        let hash = keyID.map { byte in String(byte >> 4, radix: 16) + String(byte & 15, radix: 16) }.joined()
        return "\(name)+\(hash)+\(Data([1] + Array(key.rawRepresentation)).base64EncodedString())"
    }

    /// `nil` unless name, hash and key agree.
    package init?(_ encoded: String) {
        let parts = encoded.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let data = Data(base64Encoded: String(parts[2])), data.count == 33, data.first == 1,
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: data.dropFirst())
        else { return nil }
        self.init(name: String(parts[0]), key: key)
        guard self.encoded == encoded else { return nil }
    }
}
