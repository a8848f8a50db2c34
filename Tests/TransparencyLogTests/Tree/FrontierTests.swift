import Testing
import TransparencyLog

/// The growing right edge against the recursion of the RFC.
@Suite struct FrontierTests {
    @Test(arguments: HashAlgorithm.allCases)
    func `after every leaf the head is that of the whole tree`(algorithm: HashAlgorithm) {
        let tree = NaiveTree(size: 300, algorithm: algorithm)
        var frontier = Frontier(algorithm: algorithm)
        #expect(frontier.root == tree.root(0))
        for (index, leaf) in tree.leaves.enumerated() {
            frontier.append(leaf)
            #expect(frontier.size == Int64(index) + 1)
            #expect(frontier.root == tree.root(index + 1), "size \(index + 1)")
        }
    }

    @Test func `a large tree has the same head however it is computed`() {
        let leaves = NaiveTree(size: 70_001).leaves
        var frontier = Frontier()
        for leaf in leaves { frontier.append(leaf) }
        #expect(frontier.root == MerkleTree.root(of: leaves))
    }

    @Test func `equal histories are equal, others are not`() {
        var left = Frontier()
        var right = Frontier()
        left.append(MerkleTree.leafHash([1]))
        #expect(left != right)
        right.append(MerkleTree.leafHash([1]))
        #expect(left == right)
        left.append(MerkleTree.leafHash([2]))
        right.append(MerkleTree.leafHash([3]))
        #expect(left != right)
    }
}
