/// Reads hashes of a tree from its tiles and believes none that does not add up to the head it was given.
///
/// The source may be anybody's: every tile is hashed and compared with the tile above it, up to the right edge, and
/// the right edge with the head. It is asked once for a tile while that is kept.
package struct TileReader {
    /// The bytes of a tile, `nil` when there is none.
    package typealias Source = (TileCoordinate) throws -> [UInt8]?

    package let size: Int64
    package let algorithm: HashAlgorithm
    /// The right edge as the tiles give it.
    package let frontier: Frontier
    /// The partial tiles by level.
    let edge: [Int: Tile]
    private let source: Source
    private var known: [TileCoordinate: Tile] = [:]
    /// 2 MiB of hashes.
    private static let knownLimit = 256

    /// Reads the right edge. Throws a `TileFault`, or what the source throws.
    package init(
        size: Int64, root: Hash, algorithm: HashAlgorithm = .sha256, source: @escaping Source
    ) throws {
        guard (0...MerkleTree.sizeLimit).contains(size) else { throw TileFault.outOfTree }
        var edge: [Int: Tile] = [:]
        var heads: [Hash] = []
        for level in (0...TileCoordinate.highestLevel).reversed() {
            let hashes = size >> Int64(level * TileCoordinate.height)
            let width = hashes % Int64(TileCoordinate.fullWidth)
            guard width > 0, let coordinate = TileCoordinate.holding(hashes - 1, level: level, in: size) else {
                continue
            }
            let tile = try Self.load(coordinate, from: source)
            edge[level] = tile
            for subtree in MerkleTree.completeSubtrees(of: 0..<width) {
                let start = Int(subtree.place << Int64(subtree.height))
                heads.append(MerkleTree.root(of: tile.hashes[start..<(start + 1 << subtree.height)], by: algorithm))
            }
        }
        guard let frontier = Frontier(size: size, heads: heads, algorithm: algorithm), frontier.root == root else {
            throw TileFault.rootDiffers(size: size)
        }
        self.size = size
        self.algorithm = algorithm
        self.source = source
        self.edge = edge
        self.frontier = frontier
    }

    /// The tile of a level at an index, as it is in this tree.
    package mutating func tile(level: Int, index: Int64) throws -> Tile {
        let width = Int64(TileCoordinate.fullWidth)
        guard (0...TileCoordinate.highestLevel).contains(level), (0...size / width).contains(index),
            let coordinate = TileCoordinate.holding(index * width, level: level, in: size)
        else { throw TileFault.outOfTree }
        if coordinate.isPartial, let tile = edge[level] { return tile }
        if let tile = known[coordinate] { return tile }
        let tile = try Self.load(coordinate, from: source)
        let above = try self.tile(level: level + 1, index: index / width)
        guard tile.root(by: algorithm) == above.hashes[Int(index % width)] else {
            throw TileFault.changed(coordinate)
        }
        if known.count >= Self.knownLimit { known.removeAll(keepingCapacity: true) }
        known[coordinate] = tile
        return tile
    }

    package mutating func leafHash(at index: Int64) throws -> Hash {
        guard index >= 0, index < size else { throw TileFault.outOfTree }
        let width = Int64(TileCoordinate.fullWidth)
        return try tile(level: 0, index: index / width).hashes[Int(index % width)]
    }

    /// The head over the leaves of one of the ranges that proofs are made of.
    mutating func root(of range: Range<Int64>) throws -> Hash {
        var root: Hash?
        for subtree in MerkleTree.completeSubtrees(of: range).reversed() {
            let node = try node(height: subtree.height, place: subtree.place)
            root = root.map { MerkleTree.nodeHash(node, $0, by: algorithm) } ?? node
        }
        return root ?? MerkleTree.emptyRoot(by: algorithm)
    }

    private mutating func node(height: Int, place: Int64) throws -> Hash {
        let level = height / TileCoordinate.height
        let rows = height - level * TileCoordinate.height
        let first = place << Int64(rows)
        let width = Int64(TileCoordinate.fullWidth)
        let tile = try tile(level: level, index: first / width)
        let start = Int(first % width)
        return MerkleTree.root(of: tile.hashes[start..<(start + 1 << rows)], by: algorithm)
    }

    private static func load(_ coordinate: TileCoordinate, from source: Source) throws -> Tile {
        for candidate in coordinate.readings {
            guard let bytes = try source(candidate) else { continue }
            guard bytes.count == candidate.width * Hash.byteCount,
                let tile = Tile(
                    coordinate: coordinate, bytes: Array(bytes.prefix(coordinate.width * Hash.byteCount)))
            else { throw TileFault.wrongLength(candidate) }
            return tile
        }
        throw TileFault.missing(coordinate)
    }
}
