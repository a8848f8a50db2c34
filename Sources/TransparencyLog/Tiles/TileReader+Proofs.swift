extension TileReader {
    /// Throws a `TileFault` when the index is not in the tree or a tile is not as it should be.
    package mutating func inclusionProof(of index: Int64) throws -> InclusionProof {
        guard index >= 0, index < size else { throw TileFault.outOfTree }
        var path: [Hash] = []
        for range in MerkleTree.inclusionRanges(of: index, in: size) { path.append(try root(of: range)) }
        return InclusionProof(index: index, treeSize: size, path: path)
    }

    /// From an earlier size of this tree to the present one.
    package mutating func consistencyProof(from oldSize: Int64) throws -> ConsistencyProof {
        guard oldSize >= 0, oldSize <= size else { throw TileFault.outOfTree }
        var path: [Hash] = []
        if oldSize > 0 {
            for range in MerkleTree.consistencyRanges(from: oldSize, to: size) { path.append(try root(of: range)) }
        }
        return ConsistencyProof(oldSize: oldSize, newSize: size, path: path)
    }

    /// The head this tree had at an earlier size.
    package mutating func root(atSize earlier: Int64) throws -> Hash {
        guard earlier >= 0, earlier <= size else { throw TileFault.outOfTree }
        return try root(of: 0..<earlier)
    }
}
