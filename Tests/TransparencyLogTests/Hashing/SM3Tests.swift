import Testing
import TransparencyLog

/// GB/T 32905-2016.
@Suite struct SM3Tests {
    private static func hex(_ bytes: [UInt8]) -> String { HashAlgorithm.sm3.digest(of: bytes).hex }

    @Test func `the examples of the standard come out — GB/T 32905 A.1, A.2`() {
        #expect(Self.hex(Array("abc".utf8)) == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0")
        let twice = String(repeating: "abcd", count: 16)
        #expect(Self.hex(Array(twice.utf8)) == "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732")
    }

    /// Computed with OpenSSL 3.
    @Test func `nothing and a million letters come out as with OpenSSL`() {
        #expect(Self.hex([]) == "1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b")
        let many = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
        #expect(Self.hex(many) == "c8aaf89429554029e231941a2acc0ad61ff2a5acd8fadd25847a3a732b3b02c3")
    }

    /// All ways to end a block: byte j of the message of length i is 7i + j; the digests are hashed together, as was
    /// done with OpenSSL 3.
    @Test func `messages of 0 to 300 bytes come out as with OpenSSL`() {
        let digests = (0...300).flatMap { length in
            HashAlgorithm.sm3.digest(of: (0..<length).map { UInt8(truncatingIfNeeded: length * 7 + $0) }).bytes
        }
        #expect(Self.hex(digests) == "460b2693ac6d786f10cd1ac2ce19269a0c7cf13a665f2fab571850942c100f78")
    }

    @Test func `a tree hashed with SM3 is another tree`() {
        let leaf = MerkleTree.leafHash([1], by: .sm3)
        #expect(leaf == HashAlgorithm.sm3.digest(of: [0, 1]))
        #expect(leaf != MerkleTree.leafHash([1]))
        #expect(
            MerkleTree.nodeHash(leaf, leaf, by: .sm3) == HashAlgorithm.sm3.digest(of: [1] + leaf.bytes + leaf.bytes))
        #expect(MerkleTree.emptyRoot(by: .sm3) == HashAlgorithm.sm3.digest(of: []))
    }
}
