/// A private key of SM2 signatures with SM3 (GB/T 32918.2).
///
/// Signing takes a time that depends on the key: not for machines on which somebody hostile can measure it. It is here
/// so that a log can be kept with commercial cryptography on its own machine, and to check other implementations
/// against; where a certified module is prescribed, the module signs.
package struct SM2PrivateKey: Sendable {
    package let publicKey: SM2PublicKey
    private let scalar: UInt256

    /// `nil` unless the 32 bytes are a number from 1 to the order of the group less 2.
    package init?(bytes: [UInt8]) {
        let largest = SM2Point.scalars.modulus.subtracting(UInt256(2, 0, 0, 0)).difference
        guard let scalar = UInt256(bigEndian: bytes), scalar != .zero, !(largest < scalar) else { return nil }
        let point = scalar * SM2Point.base
        guard let (x, y) = point.affine else { return nil }
        self.scalar = scalar
        publicKey = SM2PublicKey(point: point, x: x, y: y)
    }

    /// `r ‖ s`. The same message gives the same signature, for ever.
    package func signature(of message: [UInt8]) -> [UInt8] {
        let digest = publicKey.digest(of: message)
        var nonces = SM2Nonces(key: scalar, digest: digest)
        while true {
            if let signature = signature(ofDigest: digest, nonce: nonces.next()) { return signature }
        }
    }

    /// GB/T 32918.2, 6.1, steps A4 to A7; `nil` for the nonces, one in 2²⁵⁵, that have to be passed over.
    func signature(ofDigest digest: UInt256, nonce: UInt256) -> [UInt8]? {
        let order = SM2Point.scalars
        guard let x = (nonce * SM2Point.base).affine?.x else { return nil }
        let r = order.sum(digest, order.reduced(x))
        guard r != .zero, order.sum(r, nonce) != .zero else { return nil }
        // s = (1 + d)⁻¹ · (k − r·d)
        let key = order.element(scalar)
        let difference = order.difference(order.element(nonce), order.product(order.element(r), key))
        let s = order.number(order.product(order.inverse(order.sum(order.one, key)), difference))
        guard s != .zero else { return nil }
        return r.bigEndian + s.bigEndian
    }
}

extension SM2PrivateKey: SigningKey {
    package var verifyingKey: any VerifyingKey { publicKey }

    package func noteSignature(of message: [UInt8]) throws -> [UInt8] { signature(of: message) }
}
