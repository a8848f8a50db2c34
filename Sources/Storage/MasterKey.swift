package import Crypto
import DurableFiles
import FoundationEssentials
import Glibc
package import TransparencyLog

/// The key everything else is derived from: 32 bytes in a file of mode 0600, made on the first start.
package struct MasterKey: Sendable {
    private let key: SymmetricKey

    /// Reads the file, or makes it when it is not there and may be made. A file others can read is refused.
    package init(path: String, mayCreate: Bool) throws {
        if mayCreate, access(path, F_OK) != 0 { try Self.create(path) }
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw StorageFault.unreadable(path: path, reason: String(cString: strerror(errno)))
        }
        guard status.st_mode & 0o077 == 0 else {
            throw StorageFault.unreadable(path: path, reason: "mode must be 0600: chmod 600 \(path)")
        }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8),
            let data = Data(base64Encoded: text.filter { !$0.isWhitespace }), data.count == 32
        else { throw StorageFault.unreadable(path: path, reason: "not a master key (32 bytes in base64)") }
        key = SymmetricKey(data: data)
    }

    /// For tests and for installations that bring their own.
    package init(bytes: [UInt8]) { key = SymmetricKey(data: bytes) }

    private static func create(_ path: String) throws {
        let data = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }
        let text = Array((data.base64EncodedString() + "\n").utf8)
        try DurableFile.replace(path, with: text, mode: 0o600)
    }

    package func derived(_ purpose: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: key, salt: Array("xubao/1".utf8), info: Array(purpose.utf8), outputByteCount: 32)
    }

    /// The key receipts, and later checkpoints, are signed with.
    package func signer(name: String) throws -> NoteSigner {
        NoteSigner(name: name, key: try signingKey("signing/\(name)"))
    }

    /// The key a witness cosigns with.
    package func cosigner(name: String) throws -> Cosigner {
        Cosigner(name: name, key: try signingKey("cosigning/\(name)"))
    }

    private func signingKey(_ purpose: String) throws -> Curve25519.Signing.PrivateKey {
        try Curve25519.Signing.PrivateKey(rawRepresentation: derived(purpose).withUnsafeBytes { Data($0) })
    }
}
