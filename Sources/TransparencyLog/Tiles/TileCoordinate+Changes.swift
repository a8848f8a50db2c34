extension TileCoordinate {
    /// The tiles that a tree of the new size has and one of the old size has not, level by level from below. Sizes out
    /// of order or out of bounds change nothing.
    package static func hashTiles(from oldSize: Int64, to newSize: Int64) -> some Sequence<TileCoordinate> {
        (0...highestLevel).lazy.flatMap { level in
            changes(of: .hashes(level: level), from: oldSize, to: newSize)
        }
    }

    /// The same for the bundles of entries.
    package static func entryBundles(from oldSize: Int64, to newSize: Int64) -> some Sequence<TileCoordinate> {
        changes(of: .entries, from: oldSize, to: newSize)
    }

    private static func changes(
        of content: Content, from oldSize: Int64, to newSize: Int64
    ) -> LazyMapSequence<Range<Int64>, TileCoordinate> {
        let shift = Int64(TileCoordinate(content: content, index: 0, width: 1).level * height)
        let old = oldSize >> shift
        let new = newSize >> shift
        let width = Int64(fullWidth)
        let isGrowth = oldSize >= 0 && old < new && newSize <= MerkleTree.sizeLimit
        let indexes = isGrowth ? old / width..<(new - 1) / width + 1 : 0..<0
        return indexes.lazy.map { index in
            TileCoordinate(content: content, index: index, width: Int(min(width, new - index * width)))
        }
    }
}
