import TransparencyLog

/// A log's tiles in memory, written as a log writes them, with the heads it had on the way.
struct TileStore {
    private(set) var files: [String: [UInt8]] = [:]
    private(set) var roots: [Hash] = [MerkleTree.emptyRoot()]
    private(set) var builder: TileBuilder

    init(algorithm: HashAlgorithm = .sha256) {
        builder = TileBuilder(algorithm: algorithm)
        roots = [MerkleTree.emptyRoot(by: algorithm)]
    }

    /// Appends the leaves and writes the tiles of the size reached.
    init(_ leaves: some Sequence<Hash>, algorithm: HashAlgorithm = .sha256) {
        self.init(algorithm: algorithm)
        for leaf in leaves { append(leaf) }
        publish()
    }

    mutating func append(_ leaf: Hash) {
        builder.append(leaf)
        roots.append(builder.root)
    }

    mutating func publish() {
        for tile in builder.takeFullTiles() + builder.partialTiles { files[tile.coordinate.path] = tile.bytes }
    }

    mutating func change(_ path: String, _ change: (inout [UInt8]) -> Void) {
        if var bytes = files[path] {
            change(&bytes)
            files[path] = bytes
        }
    }

    mutating func remove(_ path: String) { files[path] = nil }

    var size: Int64 { builder.size }

    func reader(size: Int64? = nil, root: Hash? = nil) throws -> TileReader {
        let size = size ?? self.size
        let files = files
        return try TileReader(
            size: size, root: root ?? roots[Int(size)], algorithm: builder.frontier.algorithm
        ) { files[$0.path] }
    }
}
