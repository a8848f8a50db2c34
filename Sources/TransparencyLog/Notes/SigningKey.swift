package import Crypto

/// A private key that notes are signed with. The same text gives the same signature, for ever.
package protocol SigningKey: Sendable {
    var verifyingKey: any VerifyingKey { get }
    func noteSignature(of message: [UInt8]) throws -> [UInt8]
}

/// Ed25519 (RFC 8032), whose signatures draw no randomness here.
extension Curve25519.Signing.PrivateKey: SigningKey {
    package var verifyingKey: any VerifyingKey { publicKey }

    package func noteSignature(of message: [UInt8]) throws -> [UInt8] { Array(try signature(for: message)) }
}
