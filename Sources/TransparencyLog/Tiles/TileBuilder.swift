/// Grows a tree leaf by leaf and gives the tiles that have to be written for it.
package struct TileBuilder: Sendable {
    package private(set) var frontier: Frontier
    /// The hashes of the tile begun, by level.
    private var begun = [[Hash]](repeating: [], count: TileCoordinate.highestLevel + 1)
    private var completed: [Tile] = []

    /// An empty tree.
    package init(algorithm: HashAlgorithm = .sha256) { frontier = Frontier(algorithm: algorithm) }

    /// Goes on where a tree read from its tiles ends.
    package init(resuming reader: TileReader) {
        frontier = reader.frontier
        for (level, tile) in reader.edge { begun[level] = tile.hashes }
    }

    package var size: Int64 { frontier.size }
    package var root: Hash { frontier.root }

    package mutating func append(_ leaf: Hash) {
        var nodes: [Hash] = []
        frontier.append(leaf) { nodes.append($0) }
        add(leaf, level: 0)
        for (position, node) in nodes.enumerated() { add(node, level: position + 1) }
    }

    private mutating func add(_ hash: Hash, level: Int) {
        if begun[level].isEmpty { begun[level].reserveCapacity(TileCoordinate.fullWidth) }
        begun[level].append(hash)
        guard begun[level].count == TileCoordinate.fullWidth else { return }
        completed.append(
            Tile(coordinate: coordinate(level: level, width: TileCoordinate.fullWidth), hashes: begun[level]))
        begun[level].removeAll(keepingCapacity: true)
    }

    /// The full tiles since this was last called, each after those it is made of. Call it every few thousand leaves
    /// when many are appended, or they are all kept.
    package mutating func takeFullTiles() -> [Tile] {
        defer { completed.removeAll() }
        return completed
    }

    /// The partial tiles that the tree has at this size. A checkpoint of this size needs them all.
    package var partialTiles: [Tile] {
        begun.enumerated().filter { !$1.isEmpty }.map { level, hashes in
            Tile(coordinate: coordinate(level: level, width: hashes.count), hashes: hashes)
        }
    }

    private func coordinate(level: Int, width: Int) -> TileCoordinate {
        let hashes = frontier.size >> Int64(level * TileCoordinate.height)
        return TileCoordinate(
            content: .hashes(level: level), index: (hashes - 1) / Int64(TileCoordinate.fullWidth), width: width)
    }
}
