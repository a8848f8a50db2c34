/// The right edge of a growing tree: the heads of its complete subtrees, at most 60 hashes whatever the size.
///
/// Appending a leaf costs one node hash on average; the leaves themselves are not kept.
package struct Frontier: Equatable, Sendable {
    package let algorithm: HashAlgorithm
    package private(set) var size: Int64 = 0
    /// One head for each bit that is set in `size`, the largest subtree first.
    package private(set) var heads: [Hash] = []

    package init(algorithm: HashAlgorithm = .sha256) { self.algorithm = algorithm }

    /// `nil` unless there is exactly one head for each complete subtree of a tree of this size.
    package init?(size: Int64, heads: [Hash], algorithm: HashAlgorithm = .sha256) {
        guard (0...MerkleTree.sizeLimit).contains(size), heads.count == size.nonzeroBitCount else { return nil }
        self.algorithm = algorithm
        self.size = size
        self.heads = heads
    }

    package mutating func append(_ leaf: Hash) { append(leaf) { _ in } }

    /// Appends, and shows every node completed by it whose subtree is a tile: of height 8, then 16, and so on.
    mutating func append(_ leaf: Hash, tileCompleted: (Hash) -> Void) {
        precondition(size < MerkleTree.sizeLimit, "a log ends at \(MerkleTree.sizeLimit) leaves")
        var node = leaf
        for height in 0..<(~size).trailingZeroBitCount {
            node = MerkleTree.nodeHash(heads.removeLast(), node, by: algorithm)
            if (height + 1) % TileCoordinate.height == 0 { tileCompleted(node) }
        }
        heads.append(node)
        size += 1
    }

    /// The head of the tree as it stands.
    package var root: Hash {
        guard var node = heads.last else { return MerkleTree.emptyRoot(by: algorithm) }
        for head in heads.dropLast().reversed() { node = MerkleTree.nodeHash(head, node, by: algorithm) }
        return node
    }
}
