extension TileCoordinate {
    /// The partial tiles, and the partial bundle of entries, of a tree of this size.
    package static func partials(at size: Int64) -> [TileCoordinate] {
        let contents = [Content.entries] + (0...highestLevel).map(Content.hashes)
        return contents.compactMap { content in
            let hashes = size >> Int64(TileCoordinate(content: content, index: 0, width: 1).level * height)
            let width = hashes % Int64(fullWidth)
            return width > 0 ? TileCoordinate(content, index: hashes / Int64(fullWidth), width: Int(width)) : nil
        }
    }

    /// Where its content may be read, in this order: a log may drop a partial tile once it is full, and the first
    /// hashes or entries of the full one are the same.
    package var readings: [TileCoordinate] { isPartial ? [self, full] : [self] }

    /// Whether a tree of this size has the whole of this tile.
    package func isFull(at size: Int64) -> Bool {
        (size >> Int64(level * Self.height)) / Int64(Self.fullWidth) > index
    }
}
