import Crypto
import Testing
import TransparencyLog

@Suite struct HashTests {
    @Test func `SHA-256 of every length comes out as with swift-crypto — FIPS 180-4`() {
        for count in (0...300) + [4_096, 1_000_003] {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ count) }
            #expect(bytes.withUnsafeBytes { Hash(of: $0) } == Hash(SHA256.hash(data: bytes)))
        }
    }

    @Test func `the example of the standard comes out — FIPS 180-4, B.1`() {
        let hash = Array("abc".utf8).withUnsafeBytes { Hash(of: $0) }
        #expect(hash.hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}
