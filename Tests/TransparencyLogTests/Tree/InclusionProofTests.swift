import Testing
import TransparencyLog

/// RFC 6962, section 2.1.1.
@Suite struct InclusionProofTests {
    @Test(arguments: 1...300)
    func `the path of every leaf proves it, and no other place`(size: Int) {
        let tree = NaiveTree(size: size)
        let root = tree.root(size)
        // All leaves of small trees; of larger ones those near the places where subtrees meet, and some between.
        let indexes =
            size <= 70 ? Array(0..<size) : Array(Set([0, 1, 63, 64, 65, size / 2, size - 2, size - 1])).sorted()
        for index in indexes {
            let proof = InclusionProof(
                index: Int64(index), treeSize: Int64(size), path: tree.inclusionPath(index, in: size))
            #expect(proof.proves(leaf: tree.leaves[index], in: root), "leaf \(index)")
            for other in [index - 1, index + 1, index ^ 2, size] where other != index {
                let moved = InclusionProof(index: Int64(other), treeSize: proof.treeSize, path: proof.path)
                #expect(!moved.proves(leaf: tree.leaves[index], in: root), "leaf \(index) is not at \(other)")
            }
        }
    }

    @Test(arguments: [(0, 1), (0, 2), (4, 5), (5, 7), (6, 7), (63, 100), (99, 100)])
    func `no changed bit, no missing and no additional hash is accepted`(index: Int, size: Int) throws {
        let tree = NaiveTree(size: size)
        let path = tree.inclusionPath(index, in: size)
        let count = path.count
        func accepts(_ path: [Hash], leaf: Hash? = nil, root: Hash? = nil) -> Bool {
            InclusionProof(index: Int64(index), treeSize: Int64(size), path: path)
                .proves(leaf: leaf ?? tree.leaves[index], in: root ?? tree.root(size))
        }
        #expect(accepts(path))
        for bit in 0..<256 {
            #expect(!accepts(path, leaf: try tree.leaves[index].flipping(bit)))
            #expect(!accepts(path, root: try tree.root(size).flipping(bit)))
            for position in path.indices {
                var changed = path
                changed[position] = try path[position].flipping(bit)
                #expect(!accepts(changed), "hash \(position), bit \(bit)")
            }
        }
        #expect(path.isEmpty || !accepts(path.dropLast()))
        #expect(path.isEmpty || !accepts(Array(path.dropFirst())))
        #expect(!accepts(path + [tree.leaves[0]]))
        #expect(!accepts([tree.leaves[0]] + path))
        #expect(path.count < 2 || !accepts(path.reversed()))
        for path in [path + [tree.leaves[0]], path + path + path, path.dropLast()] where path.count != count {
            let proof = InclusionProof(index: Int64(index), treeSize: Int64(size), path: path)
            #expect(proof.impliedRoot(of: tree.leaves[index]) == nil)
        }
    }

    private static let hostileNumbers: [(index: Int64, size: Int64)] = [
        (-1, 5), (5, 5), (0, 0), (0, -1), (.max, .max), (.min, .max), (0, .max), (1 << 60, 1 << 60),
        (0, (1 << 60) + 1), (.max - 1, .max),
    ]

    @Test(arguments: hostileNumbers)
    func `hostile numbers prove nothing`(index: Int64, size: Int64) {
        let leaf = MerkleTree.leafHash([1])
        for count in [0, 1, 59, 60, 61, 63, 64, 1_000] {
            let proof = InclusionProof(index: index, treeSize: size, path: Array(repeating: leaf, count: count))
            #expect(proof.impliedRoot(of: leaf) == nil)
            #expect(!proof.proves(leaf: leaf, in: leaf))
        }
    }

    @Test func `the largest tree there may be is proven with 60 hashes`() {
        let leaf = MerkleTree.leafHash([1])
        let path = Array(repeating: leaf, count: 60)
        #expect(InclusionProof(index: 0, treeSize: 1 << 60, path: path).impliedRoot(of: leaf) != nil)
        #expect(InclusionProof(index: (1 << 60) - 1, treeSize: 1 << 60, path: path).impliedRoot(of: leaf) != nil)
    }
}
