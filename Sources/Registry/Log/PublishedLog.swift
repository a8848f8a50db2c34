package import TransparencyLog

/// The log as it is published: what anybody may fetch and check.
package protocol PublishedLog: Sendable {
    /// The latest checkpoint; throws `LogFault.notPublished` before the first.
    func checkpoint() throws -> SignedCheckpoint
    /// The latest checkpoint with witnesses' signatures, a signed note; `nil` where none was cosigned.
    func witnessedCheckpoint() throws -> String?
    /// The bytes of a tile or a bundle of entries, `nil` when there is none.
    func tile(_ coordinate: TileCoordinate) throws -> [UInt8]?
}

extension PublishedLog {
    package func witnessedCheckpoint() throws -> String? { nil }
}
