import Testing

@testable import TransparencyLog

/// GB/T 32918.2 over the curve of GB/T 32918.5.
@Suite struct SM2Tests {
    /// The key of GB/T 32918.5, appendix A.
    private static func standardKey() throws -> SM2PrivateKey {
        try #require(
            SM2PrivateKey(
                bytes: try Hex.bytes("3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8")))
    }

    private static func sign(_ message: String) throws -> String {
        Hex.text(try standardKey().signature(of: Array(message.utf8)))
    }

    @Test func `the public key of the standard comes out — GB/T 32918.5 A.2`() throws {
        #expect(
            Hex.text(try Self.standardKey().publicKey.bytes)
                == "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
                + "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13")
    }

    @Test func `the digest and the signature of the standard come out — GB/T 32918.5 A.2`() throws {
        let key = try Self.standardKey()
        let message = Array("message digest".utf8)
        let digest = key.publicKey.digest(of: message)
        #expect(Hex.text(digest.bigEndian) == "f0b43e94ba45accaace692ed534382eb17e6ab5a19ce7b31f4486fdfc0d28640")
        let nonce = try #require(
            UInt256(
                bigEndian: try Hex.bytes("59276e27d506861a16680f3ad9c02dccef3cc1fa3cdbe4ce6d54b80deac1bc21")))
        let signature = try #require(key.signature(ofDigest: digest, nonce: nonce))
        #expect(
            Hex.text(signature)
                == "f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3"
                + "b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa")
        #expect(key.publicKey.isValidSignature(signature, of: message))
    }

    /// Nonces and signatures of a second implementation, in Python's own integers.
    @Test func `nonces are those of RFC 6979 with SM3`() throws {
        let key = try #require(
            UInt256(bigEndian: try Hex.bytes("3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8")))
        let digest = try Self.standardKey().publicKey.digest(of: Array("message digest".utf8))
        var nonces = SM2Nonces(key: key, digest: digest)
        #expect(
            Hex.text(nonces.next().bigEndian) == "f7d1eea09846e85224fe81ca11453a10827c315a97b924765c3a1e96d9611628")
        #expect(
            try Self.sign("message digest")
                == "24858ee71d63e687feefe41f5af80a59f0791eb1dabc2bbe71daf0e57f06c367"
                + "3d15550de52785a435004c937256ac715c0e04176ac57062c6722fa692f7a491")
        #expect(
            try Self.sign("")
                == "d34655e6fc9d413a6aeca2c0600dbda01c696b261f28cf15cad43adcb7503d5c"
                + "8d08f294f67f22c1e4f4f8f4696a5692d641f12d32f6bff237c07681bcc6ce22")
    }

    @Test func `the smallest and the largest key sign, beyond them there is none`() throws {
        let zeros = String(repeating: "0", count: 62)
        let smallest = try #require(SM2PrivateKey(bytes: try Hex.bytes(zeros + "01")))
        #expect(
            Hex.text(smallest.signature(of: Array("smallest key".utf8)))
                == "d3a167aa4c805aa6321a48b8c2216d8fed9619b0a361944107622d33b58b069c"
                + "0ab691978f3aa1e1da912707116c042bf2d69070bd87a618bebe37b9f2938592")
        let order = "fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d541"
        let largest = try #require(SM2PrivateKey(bytes: try Hex.bytes(order + "21")))
        #expect(
            Hex.text(largest.signature(of: Array("largest key".utf8)))
                == "d0b2c9832b9be3e95365fb933c4abf65ff21d5f531a256aa04133c94c8c14c9e"
                + "67c68fa2b5dca73505219f698f9c2a273def22fee6972e9ec1c8947721550094")
        for text in [zeros + "00", order + "22", order + "23", String(repeating: "f", count: 64), "01", zeros + "0001"]
        {
            #expect(SM2PrivateKey(bytes: try Hex.bytes(text)) == nil, "\(text)")
        }
    }

    private static let signedByOpenSSL: [(message: String, signature: String)] = [
        (
            "signed by OpenSSL",
            "8991f8ec4b00ebcada0030c2e1901c5a7f744275a663524e24321dd3323add0b"
                + "6b92d4bbdd5e9fcf91ff972746201ff9e0751421509beae5513af422d6030d45"
        ),
        (
            "续保",
            "bb6386f1d6eed3212a51ff0560b5b9179487f4322f07e8ed50194dadd3dce3c8"
                + "ebe7191610c8a9382d337097eeac555ccffbcf1acfc63784700216845c9ab619"
        ),
    ]

    /// Made with `openssl pkeyutl -sign -rawin -digest sm3 -pkeyopt distid:1234567812345678`.
    @Test(arguments: signedByOpenSSL)
    func `what OpenSSL signed is valid`(message: String, signature: String) throws {
        let key = try #require(
            SM2PublicKey(
                bytes: try Hex.bytes(
                    "0442d9caf0a44a3ad47fe03c756b963208b2eb3b32ba448bb0e724e909d4574e"
                        + "e2cb9dfb6cb9b90b9e9f195df4015a493a506bf4b18b85bf52c79810e280353e03")))
        #expect(key.isValidSignature(try Hex.bytes(signature), of: Array(message.utf8)))
        #expect(!key.isValidSignature(try Hex.bytes(signature), of: Array(message.utf8) + [0]))
        #expect(!(try Self.standardKey().publicKey.isValidSignature(Hex.bytes(signature), of: Array(message.utf8))))
    }

    @Test func `no changed bit of a signature is valid`() throws {
        let key = try Self.standardKey()
        let message = Array("a receipt".utf8)
        let signature = key.signature(of: message)
        #expect(key.publicKey.isValidSignature(signature, of: message))
        for bit in 0..<(signature.count * 8) {
            var changed = signature
            changed[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(!key.publicKey.isValidSignature(changed, of: message), "bit \(bit)")
        }
    }

    @Test func `numbers out of range are no signature`() throws {
        let key = try Self.standardKey()
        let message = Array("a receipt".utf8)
        let signature = key.signature(of: message)
        let zero = [UInt8](repeating: 0, count: 32)
        let order = SM2Point.scalars.modulus.bigEndian
        let ones = [UInt8](repeating: 0xFF, count: 32)
        let r = Array(signature.prefix(32))
        let s = Array(signature.suffix(32))
        // r + s = n makes t zero.
        let opposite = try #require(UInt256(bigEndian: r))
        let complement = SM2Point.scalars.modulus.subtracting(opposite).difference.bigEndian
        for candidate in [
            zero + zero, zero + s, r + zero, order + s, r + order, ones + s, r + ones, r + complement, [], r,
            signature + [0], Array(signature.dropLast()),
        ] { #expect(!key.publicKey.isValidSignature(candidate, of: message)) }
    }

    @Test func `what is no point of the curve is no key`() throws {
        let bytes = try Self.standardKey().publicKey.bytes
        #expect(SM2PublicKey(bytes: bytes)?.bytes == bytes)
        for bit in 0..<(bytes.count * 8) {
            var changed = bytes
            changed[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(SM2PublicKey(bytes: changed) == nil, "bit \(bit)")
        }
        let modulus = SM2Point.field.modulus.bigEndian
        #expect(SM2PublicKey(bytes: [4] + [UInt8](repeating: 0, count: 64)) == nil)
        #expect(SM2PublicKey(bytes: [4] + modulus + bytes.suffix(32)) == nil)
        #expect(SM2PublicKey(bytes: [4] + [UInt8](repeating: 0xFF, count: 64)) == nil)
        #expect(SM2PublicKey(bytes: Array(bytes.dropLast())) == nil)
        #expect(SM2PublicKey(bytes: bytes + [0]) == nil)
        #expect(SM2PublicKey(bytes: []) == nil)
    }

    /// A key and a digest made for r = 7 and s = 5, so that there is room for the order above them.
    @Test func `a signature has one spelling`() throws {
        let key = try #require(
            SM2PublicKey(
                bytes: try Hex.bytes(
                    "04be33c8beb9f79eea2ce15f850dce4cd0f6c6d9a999d193211c324fe1d69002f6"
                        + "29bbaf6864c575324365f9735edfe91ecccea01c23e61a2d86cfd13d442d2980")))
        let digest = try #require(
            UInt256(
                bigEndian: try Hex.bytes("c344c2ed88005e5de44fab519ecbaa1431696811e4aee3134b24753d3ecfbae3")))
        func accepts(_ r: UInt256, _ s: UInt256) -> Bool {
            key.isValidSignature(r.bigEndian + s.bigEndian, ofDigest: digest)
        }
        let r = UInt256(7, 0, 0, 0)
        let s = UInt256(5, 0, 0, 0)
        let order = SM2Point.scalars.modulus
        #expect(accepts(r, s))
        #expect(!accepts(r, s.adding(order).sum))
        #expect(!accepts(r.adding(order).sum, s))
        #expect(!accepts(s, r))
    }

    @Test func `a point has one spelling`() throws {
        // The point with x = 0; the modulus is 0 too, and no coordinate.
        let zero = [UInt8](repeating: 0, count: 32)
        let y = try Hex.bytes("fd4511e81736a60f07e88a83d6cf5a167fae6d1a9c9330e76e232e00f5cdc154")
        #expect(SM2PublicKey(bytes: [4] + zero + y) != nil)
        #expect(SM2PublicKey(bytes: [4] + SM2Point.field.modulus.bigEndian + y) == nil)
    }

    @Test func `adding points obeys the laws of a group, at infinity too`() throws {
        func coordinates(_ point: SM2Point) -> [UInt8] { point.affine.map { $0.x.bigEndian + $0.y.bigEndian } ?? [] }
        let base = SM2Point.base
        let order = SM2Point.scalars.modulus
        let last = order.subtracting(UInt256(1, 0, 0, 0)).difference
        #expect(coordinates(order * base).isEmpty)
        #expect(coordinates(UInt256.zero * base).isEmpty)
        #expect(coordinates(last * base + base).isEmpty)
        #expect(coordinates(base + SM2Point.infinity) == coordinates(base))
        #expect(coordinates(SM2Point.infinity + base) == coordinates(base))
        #expect(coordinates(SM2Point.infinity + SM2Point.infinity).isEmpty)
        #expect(coordinates(base + base) == coordinates(UInt256(2, 0, 0, 0) * base))
        var draws = Draws(seed: 8)
        for _ in 0..<20 {
            let left = try #require(UInt256(bigEndian: draws.bytes(32)))
            let right = try #require(UInt256(bigEndian: draws.bytes(32)))
            let sum = SM2Point.scalars.sum(SM2Point.scalars.reduced(left), SM2Point.scalars.reduced(right))
            #expect(coordinates(left * base + right * base) == coordinates(sum * base))
        }
    }

    @Test(arguments: [SM2Point.field, SM2Point.scalars])
    func `numbers modulo a prime obey the laws of a field`(field: PrimeField) throws {
        var draws = Draws(seed: 9)
        let one = UInt256(1, 0, 0, 0)
        let largest = field.modulus.subtracting(one).difference
        // Beside numbers drawn by chance those at the ends, where carries are.
        let ends = [one, UInt256(2, 0, 0, 0), largest, UInt256(.max, 0, 0, 0), UInt256(0, 0, 0, 1 << 63)]
        let drawn = try (0..<40).map { _ in try #require(UInt256(bigEndian: draws.bytes(32))) }
        for number in ends + drawn.map(field.reduced) {
            let element = field.element(number)
            #expect(field.number(element) == number)
            #expect(field.product(element, field.inverse(element)) == field.one)
            #expect(field.sum(element, field.difference(.zero, element)) == .zero)
            #expect(field.number(field.sum(element, field.element(largest))) == field.difference(number, one))
            for other in ends {
                let right = field.element(other)
                let next = field.sum(right, field.one)
                #expect(field.product(element, next) == field.sum(field.product(element, right), element))
            }
        }
        #expect(field.inverse(.zero) == .zero)
        #expect(field.reduced(field.modulus) == .zero)
    }
}
