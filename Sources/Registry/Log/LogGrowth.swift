import Regulation
import TransparencyLog

/// The right edge of a published log, growing: the tree, the bundle of entries begun, and the last commit time.
struct LogGrowth {
    private var tree: TileBuilder
    private var bundle: [[UInt8]] = []
    private var fullBundles: [(TileCoordinate, [UInt8])] = []
    private var committedAt: Instant = .distantPast
    /// The bytes of the last entry.
    private(set) var last: [UInt8] = []

    init() { tree = TileBuilder() }

    /// Reads the right edge of what was published and checks it against the checkpoint.
    init(resuming checkpoint: Checkpoint, from store: some LogStore) throws {
        let size = checkpoint.size
        do {
            var reader = try TileReader(size: size, root: checkpoint.root) { try store.tile($0) }
            tree = TileBuilder(resuming: reader)
            let width = Int64(TileCoordinate.fullWidth)
            let first = max(0, size - 1) / width * width
            guard let coordinate = TileCoordinate(.entries, index: first / width, width: Int(size - first)) else {
                return
            }
            var entries = try EntryBundle.entries(at: coordinate) { try store.tile($0) }
            // Each entry of the bundle is what the tile says of it.
            for (offset, entry) in entries.enumerated() {
                guard try MerkleTree.leafHash(entry) == reader.leafHash(at: first + Int64(offset)) else {
                    throw LogFault.tilesDamaged
                }
            }
            last = entries.last ?? []
            committedAt = Leaf(bytes: last)?.committedAt ?? .distantPast
            if entries.count == TileCoordinate.fullWidth { entries.removeAll() }
            bundle = entries
        } catch is TileFault { throw LogFault.tilesDamaged }
    }

    var size: Int64 { tree.size }
    var root: Hash { tree.root }

    mutating func append(_ leaf: Leaf) throws {
        guard leaf.committedAt >= committedAt else { throw LogFault.timeFell(size) }
        committedAt = leaf.committedAt
        last = leaf.bytes
        bundle.append(last)
        tree.append(MerkleTree.leafHash(last))
        guard bundle.count == TileCoordinate.fullWidth else { return }
        fullBundles.append(contentsOf: files(of: bundle))
        bundle.removeAll(keepingCapacity: true)
    }

    /// Full tiles and bundles since this was last called.
    mutating func takeFullFiles() -> [(TileCoordinate, [UInt8])] {
        defer { fullBundles.removeAll() }
        return tree.takeFullTiles().map { ($0.coordinate, $0.bytes) } + fullBundles
    }

    /// The tiles and the bundle begun.
    var partialFiles: [(TileCoordinate, [UInt8])] {
        tree.partialTiles.map { ($0.coordinate, $0.bytes) } + files(of: bundle)
    }

    private func files(of bundle: [[UInt8]]) -> [(TileCoordinate, [UInt8])] {
        let index = (size - 1) / Int64(TileCoordinate.fullWidth)
        guard let coordinate = TileCoordinate(.entries, index: max(0, index), width: bundle.count),
            let bytes = EntryBundle.bytes(of: bundle)
        else { return [] }
        return [(coordinate, bytes)]
    }
}
