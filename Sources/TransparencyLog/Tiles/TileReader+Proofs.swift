/// Proofs about this tree as it is, or as it was at an earlier size: a checkpoint that witnesses have signed is often
/// not the latest one.
extension TileReader {
    /// Throws a `TileFault` when the index is not in the tree or a tile is not as it should be.
    package mutating func inclusionProof(of index: Int64, atSize earlier: Int64? = nil) throws -> InclusionProof {
        let treeSize = earlier ?? size
        guard treeSize <= size, index >= 0, index < treeSize else { throw TileFault.outOfTree }
        let path = try MerkleTree.inclusionRanges(of: index, in: treeSize).map { try root(of: $0) }
        return InclusionProof(index: index, treeSize: treeSize, path: path)
    }

    /// From one size of this tree to a later or the present one.
    package mutating func consistencyProof(from oldSize: Int64, to later: Int64? = nil) throws -> ConsistencyProof {
        let newSize = later ?? size
        guard oldSize >= 0, oldSize <= newSize, newSize <= size else { throw TileFault.outOfTree }
        // The empty tree needs no path.
        let ranges = oldSize > 0 ? MerkleTree.consistencyRanges(from: oldSize, to: newSize) : []
        let path = try ranges.map { try root(of: $0) }
        return ConsistencyProof(oldSize: oldSize, newSize: newSize, path: path)
    }

    /// The head this tree had at an earlier size.
    package mutating func root(atSize earlier: Int64) throws -> Hash {
        guard earlier >= 0, earlier <= size else { throw TileFault.outOfTree }
        return try root(of: 0..<earlier)
    }
}
