package import Regulation
package import TransparencyLog

/// Holds leaves, one after the other from the first, against a published log and against what was kept elsewhere: the
/// bundles and tiles are those the leaves make, and the checkpoint's head, and every known one, is theirs.
package struct LogAudit {
    /// Files of the log that were compared.
    package private(set) var files: Int64 = 0
    package let checkpoint: Checkpoint
    package var size: Int64 { builder.size }

    private let log: any PublishedLog
    private let comparesBundles: Bool
    private var builder = TileBuilder()
    /// Hashes of the bundle begun.
    private var bundle: [Hash] = []
    private var committedAt: Instant = .distantPast
    private var checkpoints: ArraySlice<Checkpoint>
    private var receipts: ArraySlice<Receipt>

    /// `comparesBundles` is false where the leaves were read from the bundles.
    package init(
        _ log: any PublishedLog, at checkpoint: Checkpoint, known: KnownStatements, comparesBundles: Bool
    ) {
        self.log = log
        self.checkpoint = checkpoint
        self.comparesBundles = comparesBundles
        checkpoints = known.checkpoints.map(\.checkpoint)[...]
        receipts = known.receipts[...]
    }

    /// The checkpoint of a log; what speaks against it is a divergence.
    package static func checkpoint(of log: any PublishedLog) throws -> SignedCheckpoint {
        do { return try log.checkpoint() } catch LogFault.notPublished {
            throw Divergence.checkpointMissing
        } catch LogFault.checkpointUnreadable { throw Divergence.checkpointUnreadable }
    }

    /// The next leaf. Throws the first divergence.
    package mutating func add(_ leaf: Hash, committedAt: Instant) throws {
        if builder.size == 0 { try compareHeads() }
        let index = builder.size
        guard committedAt >= self.committedAt else { throw Divergence.timeFell(index) }
        self.committedAt = committedAt
        while let receipt = receipts.first, receipt.entry.index <= index {
            receipts.removeFirst()
            guard receipt.entry.index == index, receipt.leafHash == leaf, receipt.committedAt == committedAt else {
                throw Divergence.receiptDiffers(receipt.entry.index)
            }
        }
        builder.append(leaf)
        guard index < checkpoint.size else {
            // Not published yet.
            _ = builder.takeFullTiles()
            return try compareHeads()
        }
        if comparesBundles { bundle.append(leaf) }
        if bundle.count == TileCoordinate.fullWidth { try compareBundle() }
        for tile in builder.takeFullTiles() { try compare(tile) }
        if builder.size == checkpoint.size {
            if !bundle.isEmpty { try compareBundle() }
            for tile in builder.partialTiles { try compare(tile) }
            guard builder.root == checkpoint.root else { throw Divergence.rootDiffers(size: checkpoint.size) }
        }
        try compareHeads()
    }

    /// After the last leaf.
    package mutating func finish() throws {
        if builder.size == 0 { try compareHeads() }
        guard builder.size >= checkpoint.size else {
            throw Divergence.registryBehind(published: checkpoint.size, held: builder.size)
        }
        guard checkpoint.size > 0 || checkpoint.root == MerkleTree.emptyRoot() else {
            throw Divergence.rootDiffers(size: 0)
        }
        if let beyond = checkpoints.first { throw Divergence.knownIsLarger(size: beyond.size, than: builder.size) }
        if let beyond = receipts.first {
            throw Divergence.receiptBeyond(beyond.entry.index, size: builder.size)
        }
    }

    private mutating func compareHeads() throws {
        while let known = checkpoints.first, known.size == builder.size {
            checkpoints.removeFirst()
            guard known.root == builder.root else { throw Divergence.knownRootDiffers(size: known.size) }
        }
    }

    private mutating func compareBundle() throws {
        let first = (builder.size - 1) / Int64(TileCoordinate.fullWidth) * Int64(TileCoordinate.fullWidth)
        defer { bundle.removeAll(keepingCapacity: true) }
        let entries = try Self.bundle(first / Int64(TileCoordinate.fullWidth), width: bundle.count, of: log)
        files += 1
        for (offset, entry) in entries.enumerated() where MerkleTree.leafHash(entry) != bundle[offset] {
            throw Divergence.bundleDiffers(first + Int64(offset))
        }
    }

    private mutating func compare(_ tile: Tile) throws {
        guard let bytes = try Self.bytes(tile.coordinate, of: log) else {
            throw Divergence.tileMissing(path: tile.coordinate.path)
        }
        files += 1
        let count = tile.coordinate.width * Hash.byteCount
        guard bytes.count >= count, let published = Tile(coordinate: tile.coordinate, bytes: Array(bytes.prefix(count)))
        else { throw Divergence.tileDiffers(path: tile.coordinate.path, tile.coordinate.leaves) }
        if let range = tile.firstDifference(from: published) {
            throw Divergence.tileDiffers(path: tile.coordinate.path, range)
        }
    }
}

extension LogAudit {
    /// The entries of a bundle as published, at least as many as asked for; a full one may have taken its place.
    package static func bundle(_ index: Int64, width: Int, of log: any PublishedLog) throws -> [[UInt8]] {
        guard let coordinate = TileCoordinate(.entries, index: index, width: width) else { return [] }
        do { return try EntryBundle.entries(at: coordinate) { try log.tile($0) } } catch TileFault.wrongLength(
            let there)
        {
            throw Divergence.bundleUnreadable(path: there.path)
        } catch TileFault.missing { throw Divergence.bundleMissing(path: coordinate.path) }
    }

    private static func bytes(_ coordinate: TileCoordinate, of log: any PublishedLog) throws -> [UInt8]? {
        for candidate in coordinate.readings {
            if let bytes = try log.tile(candidate) { return bytes }
        }
        return nil
    }

    /// Checks a log from its public files alone: the leaves are what its bundles hold.
    package static func run(
        _ log: any PublishedLog, known: KnownStatements, progress: (_ done: Int64, _ of: Int64) -> Void = { _, _ in }
    ) throws -> LogAudit {
        let checkpoint = try checkpoint(of: log).checkpoint
        var audit = LogAudit(log, at: checkpoint, known: known, comparesBundles: false)
        for coordinate in TileCoordinate.entryBundles(from: 0, to: checkpoint.size) {
            for entry in try bundle(coordinate.index, width: coordinate.width, of: log) {
                guard let leaf = Leaf(bytes: entry) else {
                    throw Divergence.bundleUnreadable(path: coordinate.path)
                }
                try audit.add(leaf.hash, committedAt: leaf.committedAt)
            }
            audit.files += 1
            progress(audit.size, checkpoint.size)
        }
        try audit.finish()
        return audit
    }
}
