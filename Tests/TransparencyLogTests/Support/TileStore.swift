import TransparencyLog

/// A log's tiles in memory, written as a log writes them, with the heads it had on the way.
struct TileStore {
    private(set) var files: [String: [UInt8]] = [:]
    private(set) var builder: TileBuilder
    /// The right edge at every size on the way.
    private var frontiers: [Frontier]

    init(algorithm: HashAlgorithm = .sha256) {
        builder = TileBuilder(algorithm: algorithm)
        frontiers = [builder.frontier]
    }

    /// Appends the leaves and writes the tiles of the size reached.
    init(_ leaves: some Sequence<Hash>, algorithm: HashAlgorithm = .sha256) {
        self.init(algorithm: algorithm)
        for leaf in leaves { append(leaf) }
        publish()
    }

    mutating func append(_ leaf: Hash) {
        builder.append(leaf)
        frontiers.append(builder.frontier)
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

    func root(_ size: Int64) -> Hash { frontiers[Int(size)].root }

    func reader(size: Int64? = nil, root: Hash? = nil) throws -> TileReader {
        let size = size ?? self.size
        let files = files
        return try TileReader(
            size: size, root: root ?? self.root(size), algorithm: builder.frontier.algorithm
        ) { files[$0.path] }
    }
}
