import Crypto

/// A named public key that signed notes are checked with.
package struct NoteVerifier: Sendable {
    package let name: String
    package let key: any VerifyingKey
    package let use: SignatureUse
    /// First four bytes of `SHA-256(name ‖ 0x0A ‖ type ‖ key)`, as the signed-note specification recommends, whatever
    /// algorithm the key is for: it tells keys apart and protects nothing.
    package let keyID: [UInt8]

    /// The name must be one in the sense of `isName`.
    package init(name: String, key: any VerifyingKey, use: SignatureUse = .text) {
        precondition(Self.isName(name), "a key name is not empty and holds no space, plus sign or control character")
        self.name = name
        self.key = key
        self.use = use
        let digest = SHA256.hash(data: Array(name.utf8) + [0x0A] + Self.material(of: key, use))
        keyID = Array(digest.prefix(4))
    }

    /// The verifier key as people pass it on: `name+hash+base64(type ‖ key)`.
    package var encoded: String {
        let hash = keyID.map { byte in String(byte >> 4, radix: 16) + String(byte & 15, radix: 16) }.joined()
        return "\(name)+\(hash)+\(Base64.text(of: Self.material(of: key, use)))"
    }

    /// `nil` unless name, hash and key agree and the key is of a kind we know.
    package init?(_ encoded: String) {
        let parts = encoded.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, Self.isName(parts[0]), let material = Base64.bytes(of: parts[2]),
            let (key, use) = Self.key(in: material)
        else { return nil }
        self.init(name: parts[0], key: key, use: use)
        guard self.encoded.utf8.elementsEqual(encoded.utf8) else { return nil }
    }

    /// Whether a key may bear this name: not empty, no Unicode space, no plus sign, no control character.
    package static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 255
            && name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "+" && !$0.properties.isWhitespace }
    }

    /// Whether a signature under a note of this text is this key's and right.
    func isValid(_ signature: [UInt8], of text: String) -> Bool {
        switch use {
        case .text: key.isValid(signature, of: Array(text.utf8))
        case .cosignature: Cosignature(signature, of: text, by: self) != nil
        }
    }

    func made(_ signature: SignedNote.Signature) -> Bool {
        keyID == signature.keyID && name.utf8.elementsEqual(signature.name.utf8)
    }

    private static func material(of key: any VerifyingKey, _ use: SignatureUse) -> [UInt8] {
        type(of: key).typeIdentifier(for: use) + key.noteEncoding
    }

    private static func key(in material: [UInt8]) -> (any VerifyingKey, SignatureUse)? {
        let kinds: [any VerifyingKey.Type] = [Curve25519.Signing.PublicKey.self, SM2PublicKey.self]
        for kind in kinds {
            for use in SignatureUse.allCases {
                let type = kind.typeIdentifier(for: use)
                if material.starts(with: type), let key = kind.init(noteEncoding: Array(material.dropFirst(type.count)))
                {
                    return (key, use)
                }
            }
        }
        return nil
    }
}
