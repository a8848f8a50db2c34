/// The nonces of a signature, drawn from key and message after RFC 6979, 3.2, with SM3 for the hash: equal messages
/// get equal nonces, different ones never the same, and no random generator can give a key away.
struct SM2Nonces {
    private var key: [UInt8]
    private var value: [UInt8]

    /// Private key and message digest, both below the order of the group.
    init(key scalar: UInt256, digest: UInt256) {
        let seed = scalar.bigEndian + digest.bigEndian
        value = [UInt8](repeating: 1, count: 32)
        key = [UInt8](repeating: 0, count: 32)
        for mark: UInt8 in [0, 1] {
            key = Self.authenticated(value + [mark] + seed, with: key)
            value = Self.authenticated(value, with: key)
        }
    }

    /// A number from 1 to the order of the group less 1.
    mutating func next() -> UInt256 {
        while true {
            value = Self.authenticated(value, with: key)
            let candidate = UInt256(bigEndian: value) ?? .zero
            // For the case that this one is no use.
            key = Self.authenticated(value + [0], with: key)
            value = Self.authenticated(value, with: key)
            if candidate != .zero, candidate < SM2Point.scalars.modulus { return candidate }
        }
    }

    /// HMAC (RFC 2104) with SM3, for keys of 32 bytes.
    static func authenticated(_ message: [UInt8], with key: [UInt8]) -> [UInt8] {
        let block = key + [UInt8](repeating: 0, count: SM3.blockByteCount - key.count)
        let inner = HashAlgorithm.sm3.digest(of: block.map { $0 ^ 0x36 } + message).bytes
        return HashAlgorithm.sm3.digest(of: block.map { $0 ^ 0x5C } + inner).bytes
    }
}
