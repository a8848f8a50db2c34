import Testing
import TransparencyLog

/// RFC 6962, section 2.1.2.
@Suite struct ConsistencyProofTests {
    @Test(arguments: 1...300)
    func `every beginning of a tree is proven to be one`(size: Int) {
        let tree = NaiveTree(size: size)
        let root = tree.root(size)
        let olds =
            size <= 70 ? Array(1...size) : Array(Set([1, 2, 63, 64, 65, size / 2, size - 1, size])).sorted()
        for old in olds {
            let path = tree.consistencyPath(from: old, to: size)
            let proof = ConsistencyProof(oldSize: Int64(old), newSize: Int64(size), path: path)
            #expect(proof.proves(oldRoot: tree.root(old), newRoot: root), "from \(old)")
            guard old < size else { continue }
            // The path of one pair of sizes says nothing about another one.
            #expect(!proof.proves(oldRoot: tree.root(old + 1), newRoot: root))
            let other = ConsistencyProof(oldSize: Int64(old) + 1, newSize: Int64(size), path: path)
            #expect(!other.proves(oldRoot: tree.root(old), newRoot: root))
        }
    }

    @Test(arguments: [(1, 2), (1, 7), (3, 7), (4, 7), (6, 7), (6, 8), (64, 100), (65, 100), (99, 100)])
    func `no changed bit, no missing and no additional hash is accepted`(old: Int, new: Int) throws {
        let tree = NaiveTree(size: new)
        let path = tree.consistencyPath(from: old, to: new)
        func accepts(_ path: [Hash], oldRoot: Hash? = nil, newRoot: Hash? = nil) -> Bool {
            ConsistencyProof(oldSize: Int64(old), newSize: Int64(new), path: path)
                .proves(oldRoot: oldRoot ?? tree.root(old), newRoot: newRoot ?? tree.root(new))
        }
        #expect(accepts(path))
        for bit in 0..<256 {
            #expect(!accepts(path, oldRoot: try tree.root(old).flipping(bit)))
            #expect(!accepts(path, newRoot: try tree.root(new).flipping(bit)))
            for position in path.indices {
                var changed = path
                changed[position] = try path[position].flipping(bit)
                #expect(!accepts(changed), "hash \(position), bit \(bit)")
            }
        }
        #expect(!accepts(path.dropLast()))
        #expect(!accepts(Array(path.dropFirst())))
        #expect(!accepts(path + [tree.leaves[0]]))
        #expect(!accepts([]))
    }

    @Test func `every tree begins with the empty one, without a path`() {
        let tree = NaiveTree(size: 5)
        let empty = MerkleTree.emptyRoot()
        func accepts(_ new: Int64, _ path: [Hash], _ oldRoot: Hash, _ newRoot: Hash) -> Bool {
            ConsistencyProof(oldSize: 0, newSize: new, path: path).proves(oldRoot: oldRoot, newRoot: newRoot)
        }
        #expect(accepts(5, [], empty, tree.root(5)))
        #expect(accepts(0, [], empty, empty))
        #expect(!accepts(5, [tree.leaves[0]], empty, tree.root(5)))
        #expect(!accepts(5, [], tree.root(5), tree.root(5)))
        #expect(!accepts(0, [], empty, tree.root(5)))
        #expect(!accepts(0, [], tree.root(5), tree.root(5)))
    }

    @Test func `a tree is consistent with itself only`() {
        let tree = NaiveTree(size: 6)
        let same = ConsistencyProof(oldSize: 6, newSize: 6, path: [])
        #expect(same.proves(oldRoot: tree.root(6), newRoot: tree.root(6)))
        #expect(!same.proves(oldRoot: tree.root(5), newRoot: tree.root(6)))
        let padded = ConsistencyProof(oldSize: 6, newSize: 6, path: [tree.leaves[0]])
        #expect(!padded.proves(oldRoot: tree.root(6), newRoot: tree.root(6)))
    }

    private static let hostileNumbers: [(old: Int64, new: Int64)] = [
        (-1, 5), (6, 5), (.min, .max), (1, .max), (.max, .max), (-1, -1), (1, (1 << 60) + 1), (1, -1),
    ]

    @Test(arguments: hostileNumbers)
    func `hostile numbers prove nothing`(old: Int64, new: Int64) {
        let root = MerkleTree.leafHash([1])
        for count in [0, 1, 2, 59, 60, 61, 62, 63, 64, 1_000] {
            let proof = ConsistencyProof(oldSize: old, newSize: new, path: Array(repeating: root, count: count))
            #expect(!proof.proves(oldRoot: root, newRoot: root))
        }
    }
}
