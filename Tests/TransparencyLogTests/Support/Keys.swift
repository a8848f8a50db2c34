import Crypto
import TransparencyLog

/// Keys that are the same in every run.
enum Keys {
    static func ed25519(_ byte: UInt8) throws -> Curve25519.Signing.PrivateKey {
        try Curve25519.Signing.PrivateKey(rawRepresentation: [UInt8](repeating: byte, count: 32))
    }

    static func signer(_ name: String, _ byte: UInt8) throws -> NoteSigner {
        NoteSigner(name: name, key: try ed25519(byte))
    }

    static func cosigner(_ name: String, _ byte: UInt8) throws -> Cosigner {
        Cosigner(name: name, key: try ed25519(byte))
    }
}
