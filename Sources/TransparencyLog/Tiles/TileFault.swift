/// Why tiles do not show the tree they should.
package enum TileFault: Error, Hashable, Sendable {
    case missing(TileCoordinate)
    /// Not as many bytes as its coordinate says.
    case wrongLength(TileCoordinate)
    /// Its hashes do not add up to what the tile above it, or the tree, says of it.
    case changed(TileCoordinate)
    /// The right edge of the tree does not add up to the head that was given.
    case rootDiffers(size: Int64)
    /// A leaf or a size beyond the tree was asked for.
    case outOfTree
}
