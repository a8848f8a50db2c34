package import TransparencyLog

/// The log as it was published last: what anybody may read, and what proofs are made from.
package protocol PublishedLog: Sendable {
    /// The latest checkpoint.
    func checkpoint() throws -> SignedCheckpoint
    /// The bytes of a tile; `nil` when there is none.
    func tile(_ coordinate: TileCoordinate) throws -> [UInt8]?
}
