import Crypto
import FoundationEssentials

/// How a long file is sealed: in pieces, each under a nonce that counts and tells the last one, by a key of the file's
/// own (the STREAM construction). What was changed, cut off, put in another order or under another name does not open.
enum SealedStream {
    static let magic = Array("xubao-sealed/1\n".utf8)
    static let saltLength = 32
    /// Bytes of plain text in a piece; only the last has fewer.
    static let pieceLength = 65_536
    static let tagLength = 16

    static func key(_ key: SymmetricKey, salt: [UInt8], name: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: key, salt: salt, info: Array(name.utf8), outputByteCount: 32)
    }

    static func nonce(_ number: UInt64, isLast: Bool) throws -> AES.GCM.Nonce {
        let bytes: [UInt8] = [0, 0, 0] + withUnsafeBytes(of: number.bigEndian) { Array($0) } + [isLast ? 1 : 0]
        return try AES.GCM.Nonce(data: bytes)
    }
}
