package import TransparencyLog

/// The log as it is published: what anybody may fetch and check.
package protocol PublishedLog: Sendable {
    /// The latest checkpoint; throws `LogFault.notPublished` before the first.
    func checkpoint() throws -> SignedCheckpoint
    /// The bytes of a tile or a bundle of entries, `nil` when there is none.
    func tile(_ coordinate: TileCoordinate) throws -> [UInt8]?
}
