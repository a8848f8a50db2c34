package import TransparencyLog

/// Where a log is published.
package protocol LogStore: AnyObject {
    /// The checkpoint as it stands, a signed note; `nil` before the first.
    func checkpoint() throws -> String?
    /// The latest checkpoint with witnesses' signatures, a signed note; `nil` where none was cosigned.
    func witnessedCheckpoint() throws -> String?
    /// The bytes of a tile or a bundle of entries, `nil` when there is none.
    func tile(_ coordinate: TileCoordinate) throws -> [UInt8]?
    /// Writes tiles and bundles; they are durable when this returns.
    func write(_ files: [(TileCoordinate, [UInt8])]) throws
    /// Replaces the checkpoint if it still is the one expected, durably; throws `LogFault.forked` if it is another.
    func swapCheckpoint(from old: String?, to new: String) throws
    /// Runs the body while nobody else publishes here.
    func exclusively(_ body: () throws -> Void) throws
    /// Takes away the partial tiles that a full one has made superfluous.
    func dropPartials(of coordinate: TileCoordinate) throws
}

extension LogStore {
    package func witnessedCheckpoint() throws -> String? { nil }

    /// A store that only one can reach.
    package func exclusively(_ body: () throws -> Void) throws { try body() }
}
