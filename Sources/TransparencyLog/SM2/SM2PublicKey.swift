/// A public key of SM2 signatures with SM3 (GB/T 32918.2, GB/T 35276).
package struct SM2PublicKey: Equatable, Sendable {
    /// `0x04 ‖ x ‖ y`.
    package let bytes: [UInt8]
    /// The hash over curve, key and the identity everybody uses (Z_A of the standard), which every message is hashed
    /// with.
    private let prefix: [UInt8]
    private let point: SM2Point

    /// `nil` unless the bytes are 0x04 and the coordinates of a point on the curve.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 65, bytes[0] == 4, let x = UInt256(bigEndian: bytes[1..<33]),
            let y = UInt256(bigEndian: bytes[33...]), let point = SM2Point(x: x, y: y)
        else { return nil }
        self.init(point: point, x: x, y: y)
    }

    init(point: SM2Point, x: UInt256, y: UInt256) {
        self.point = point
        bytes = [4] + x.bigEndian + y.bigEndian
        // GB/T 35276 fixes this identity for keys that belong to no named person; its length counts in bits.
        let identity = Array("1234567812345678".utf8)
        let curve = [SM2Point.a, SM2Point.b, SM2Point.baseX, SM2Point.baseY].flatMap(\.bigEndian)
        let parts = [0, UInt8(identity.count * 8)] + identity + curve + bytes.dropFirst()
        prefix = HashAlgorithm.sm3.digest(of: parts).bytes
    }

    /// `SM3(Z_A ‖ message)`, modulo the order of the group.
    func digest(of message: [UInt8]) -> UInt256 {
        let hash = HashAlgorithm.sm3.digest(of: prefix + message)
        return SM2Point.scalars.reduced(UInt256(bigEndian: hash.bytes) ?? .zero)
    }

    /// Whether `r ‖ s` is a signature of this message (GB/T 32918.2, 7.1).
    package func isValidSignature(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        isValidSignature(signature, ofDigest: digest(of: message))
    }

    /// The same for a message's digest.
    func isValidSignature(_ signature: [UInt8], ofDigest digest: UInt256) -> Bool {
        let order = SM2Point.scalars
        guard signature.count == 64, let r = UInt256(bigEndian: signature[..<32]),
            let s = UInt256(bigEndian: signature[32...]), r != .zero, s != .zero, r < order.modulus, s < order.modulus
        else { return false }
        let t = order.sum(r, s)
        guard t != .zero, let x = (s * SM2Point.base + t * point).affine?.x else { return false }
        return order.sum(digest, order.reduced(x)) == r
    }

    package static func == (left: SM2PublicKey, right: SM2PublicKey) -> Bool { left.bytes == right.bytes }
}

extension SM2PublicKey: VerifyingKey {
    /// C2SP has assigned no byte; 0xFF leaves room for a name of one's own.
    package static func typeIdentifier(for use: SignatureUse) -> [UInt8] {
        switch use {
        case .text: [0xFF] + Array("GB/T 32918.2 SM2 text".utf8)
        case .cosignature: [0xFF] + Array("GB/T 32918.2 SM2 cosignature/v1".utf8)
        }
    }

    package init?(noteEncoding bytes: [UInt8]) { self.init(bytes: bytes) }

    package var noteEncoding: [UInt8] { bytes }

    package func isValid(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        isValidSignature(signature, of: message)
    }
}
