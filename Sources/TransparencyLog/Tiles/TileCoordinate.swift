/// Which tile of a log, or which bundle of its entries (C2SP tlog-tiles), and how many hashes or entries it holds.
package struct TileCoordinate: Hashable, Sendable {
    /// Levels of the tree that one tile spans.
    package static let height = 8
    /// Hashes in a full tile.
    package static let fullWidth = 256
    /// The highest level that a log within `MerkleTree.sizeLimit` has.
    package static let highestLevel = 7

    /// What stands in it.
    package enum Content: Hashable, Sendable {
        /// At level 0 the leaf hashes, above it the heads of the full tiles one level below.
        case hashes(level: Int)
        case entries
    }

    package let content: Content
    /// The place within its level, from 0.
    package let index: Int64
    /// 1 to 256; below 256 the tile is partial.
    package let width: Int

    /// `nil` for what no log within the size limit can have.
    package init?(_ content: Content, index: Int64, width: Int = fullWidth) {
        self.init(content: content, index: index, width: width)
        guard (0...Self.highestLevel).contains(level), (1...Self.fullWidth).contains(width) else { return nil }
        let hashLimit = MerkleTree.sizeLimit >> Int64(level * Self.height)
        guard (0...hashLimit / Int64(Self.fullWidth)).contains(index),
            index * Int64(Self.fullWidth) + Int64(width) <= hashLimit
        else { return nil }
    }

    init(content: Content, index: Int64, width: Int) {
        self.content = content
        self.index = index
        self.width = width
    }

    package var isPartial: Bool { width < Self.fullWidth }

    /// The same tile when it is full.
    package var full: TileCoordinate { TileCoordinate(content: content, index: index, width: Self.fullWidth) }

    var level: Int {
        switch content {
        case .hashes(let level): level
        case .entries: 0
        }
    }

    /// The leaves that a tile speaks of, or the entries that a bundle holds.
    package var leaves: Range<Int64> {
        let first = index * Int64(Self.fullWidth)
        return (first * leavesPerHash)..<((first + Int64(width)) * leavesPerHash)
    }

    var leavesPerHash: Int64 { 1 << Int64(level * Self.height) }

    /// The tile of a level that holds the hash at a place, as it is in a tree of this size; `nil` when it has no such
    /// hash.
    static func holding(_ place: Int64, level: Int, in size: Int64) -> TileCoordinate? {
        let hashes = size >> Int64(level * height)
        guard level <= highestLevel, place >= 0, place < hashes else { return nil }
        let index = place / Int64(fullWidth)
        let width = min(Int64(fullWidth), hashes - index * Int64(fullWidth))
        return TileCoordinate(content: .hashes(level: level), index: index, width: Int(width))
    }
}
