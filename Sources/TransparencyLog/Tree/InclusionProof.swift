/// Shows that a leaf stands at an index of a tree (RFC 6962, section 2.1.1).
package struct InclusionProof: Equatable, Sendable {
    package let index: Int64
    package let treeSize: Int64
    /// Sibling hashes from the leaf upwards.
    package let path: [Hash]

    package init(index: Int64, treeSize: Int64, path: [Hash]) {
        self.index = index
        self.treeSize = treeSize
        self.path = path
    }

    package func proves(leaf: Hash, in root: Hash, by algorithm: HashAlgorithm = .sha256) -> Bool {
        impliedRoot(of: leaf, by: algorithm) == root
    }

    /// The head the tree must have if the leaf is in it; `nil` when the path has not the length the numbers ask for.
    package func impliedRoot(of leaf: Hash, by algorithm: HashAlgorithm = .sha256) -> Hash? {
        guard treeSize <= MerkleTree.sizeLimit, index >= 0, index < treeSize else { return nil }
        // Below the height where the ways of this leaf and of the last leaf meet, every node has a sibling. Above it
        // the way runs along the right edge, where only nodes that are right children have one.
        let inner = MerkleTree.heightOfMeeting(index, treeSize - 1)
        guard path.count == inner + (index >> Int64(inner)).nonzeroBitCount else { return nil }
        var node = leaf
        for (height, sibling) in path.enumerated() {
            let isRight = height >= inner || (index >> Int64(height)) & 1 == 1
            node =
                isRight
                ? MerkleTree.nodeHash(sibling, node, by: algorithm) : MerkleTree.nodeHash(node, sibling, by: algorithm)
        }
        return node
    }
}
