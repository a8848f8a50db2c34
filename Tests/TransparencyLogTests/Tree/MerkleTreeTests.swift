import Crypto
import Testing
import TransparencyLog

/// Leaf and node hashing and the head of the tree (RFC 6962, section 2.1).
@Suite struct MerkleTreeTests {
    @Test func `the empty tree has the hash of nothing — RFC 6962, 2.1`() {
        #expect(MerkleTree.root(of: []).hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }

    @Test func `an empty leaf is marked with a zero byte`() {
        #expect(
            MerkleTree.leafHash([UInt8]()).hex == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")
    }

    /// The eight inputs and heads that implementations of Certificate Transparency share.
    @Test(arguments: zip(1...8, PublishedTree.heads))
    func `the published trees of one to eight leaves come out`(size: Int, head: String) {
        let leaves = PublishedTree.leaves.prefix(size).map { MerkleTree.leafHash($0) }
        #expect(MerkleTree.root(of: leaves).hex == head)
    }

    @Test(arguments: 0...70)
    func `the head is what the recursion of the RFC says`(count: Int) {
        let leaves = (0..<count).map { MerkleTree.leafHash([UInt8($0), 0xA5]) }
        #expect(MerkleTree.root(of: leaves).bytes == Self.head(leaves[...]))
    }

    @Test func `no leaf passes for a node`() {
        let left = MerkleTree.leafHash([1])
        let right = MerkleTree.leafHash([2])
        #expect(MerkleTree.nodeHash(left, right) != MerkleTree.leafHash(left.bytes + right.bytes))
        #expect(MerkleTree.nodeHash(left, right) != MerkleTree.nodeHash(right, left))
    }

    @Test func `a hash keeps its bytes and its hexadecimal`() throws {
        let bytes = (0..<32).map { UInt8($0 * 8) }
        let hash = try #require(Hash(bytes: bytes))
        #expect(hash.bytes == bytes)
        #expect(hash.hex == "0008101820283038404850586068707880889098a0a8b0b8c0c8d0d8e0e8f0f8")
        #expect(Hash(bytes: bytes.dropLast()) == nil)
        #expect(Hash(bytes: bytes + [0]) == nil)
        #expect(Hash(bytes: []) == nil)
    }

    @Test func `hashes that differ in one bit differ`() throws {
        let bytes = [UInt8](repeating: 0, count: 32)
        let zero = try #require(Hash(bytes: bytes))
        for position in 0..<32 {
            var changed = bytes
            changed[position] = 1
            #expect(Hash(bytes: changed) != zero)
        }
        #expect(Hash(bytes: bytes) == zero)
    }

    /// MTH of the RFC, word for word: split at the largest power of two below the count.
    private static func head(_ leaves: ArraySlice<Hash>) -> [UInt8] {
        guard leaves.count > 1, let first = leaves.indices.first else {
            return leaves.first?.bytes ?? Array(SHA256.hash(data: [UInt8]()))
        }
        var split = 1
        while split * 2 < leaves.count { split *= 2 }
        let middle = first + split
        return Array(SHA256.hash(data: [0x01] + head(leaves[first..<middle]) + head(leaves[middle...])))
    }
}

/// The reference data of the Certificate Transparency project's Merkle trees.
private enum PublishedTree {
    static let leaves: [[UInt8]] = [
        [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43], Array(0x50...0x57),
        Array(0x60...0x6F),
    ]

    static let heads = [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]
}
