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
            tree = TileBuilder(
                resuming: try TileReader(size: size, root: checkpoint.root) { try store.tile($0) })
            let width = Int64(TileCoordinate.fullWidth)
            guard size > 0 else { return }
            let first = (size - 1) / width * width
            var entries = try Self.entries(of: store, first / width, width: Int(size - first))
            // Each entry of the bundle is what the tile says of it.
            var reader = try TileReader(size: size, root: checkpoint.root) { try store.tile($0) }
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

    /// A partial bundle, or the beginning of the full one that has taken its place.
    private static func entries(of store: some LogStore, _ index: Int64, width: Int) throws -> [[UInt8]] {
        for candidate in [width, TileCoordinate.fullWidth] {
            guard let coordinate = TileCoordinate(.entries, index: index, width: candidate),
                let bytes = try store.tile(coordinate)
            else { continue }
            guard let entries = EntryBundle.entries(in: bytes, at: coordinate) else { throw LogFault.tilesDamaged }
            return Array(entries.prefix(width))
        }
        throw LogFault.tilesDamaged
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
