package import Crypto

/// A public key that signatures under notes are checked with.
package protocol VerifyingKey: Sendable {
    /// The bytes that name algorithm and use in key ids and verifier strings (C2SP signed-note, Signature types).
    static func typeIdentifier(for use: SignatureUse) -> [UInt8]

    /// `nil` unless the bytes are a key.
    init?(noteEncoding bytes: [UInt8])

    var noteEncoding: [UInt8] { get }

    func isValid(_ signature: [UInt8], of message: [UInt8]) -> Bool
}

/// Ed25519 (RFC 8032).
extension Curve25519.Signing.PublicKey: VerifyingKey {
    package static func typeIdentifier(for use: SignatureUse) -> [UInt8] {
        switch use {
        case .text: [0x01]
        case .cosignature: [0x04]
        }
    }

    package init?(noteEncoding bytes: [UInt8]) {
        guard let key = try? Self(rawRepresentation: bytes) else { return nil }
        self = key
    }

    package var noteEncoding: [UInt8] { Array(rawRepresentation) }

    package func isValid(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        isValidSignature(signature, for: message)
    }
}
