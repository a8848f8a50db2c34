import TransparencyLog

/// Whether the log as it is published now bears out what a genuine proof, card or receipt says of it.
package enum LogStanding: Equatable, Sendable {
    case borneOut(size: Int64)
    /// Something else stands there: the log was changed since, or was never shown to all alike.
    case contradicted(size: Int64)
    /// The log is not so long yet.
    case notReached(size: Int64)
    /// The log could not be read, so nothing was compared.
    case unknown

    private enum Claim {
        case head(Hash, size: Int64)
        case leaf(Hash, index: Int64)
    }

    /// `nil` for what proves nothing in the first place.
    package init?(of judgement: Evidence.Judgement, in log: (any PublishedLog)?) {
        let claim: Claim
        switch judgement {
        case .unreadable, .keyWanted, .refused: return nil
        case .proven(let proven): claim = .head(proven.checkpoint.root, size: proven.checkpoint.size)
        case .stated(let card, _, _): claim = .head(card.root, size: card.treeSize)
        case .received(let receipt, _): claim = .leaf(receipt.leafHash, index: receipt.entry.index)
        }
        self = (try? log.map { try Self.compare(claim, with: $0) }) ?? .unknown
    }

    private static func compare(_ claim: Claim, with log: any PublishedLog) throws -> LogStanding {
        let checkpoint = try log.checkpoint().checkpoint
        let size = checkpoint.size
        var tiles = try TileReader(size: size, root: checkpoint.root) { try log.tile($0) }
        let isSame: Bool
        switch claim {
        case .head(let root, let earlier):
            guard earlier <= size else { return .notReached(size: size) }
            isSame = try tiles.root(atSize: earlier) == root
        case .leaf(let hash, let index):
            guard index < size else { return .notReached(size: size) }
            isSame = try tiles.leafHash(at: index) == hash
        }
        return isSame ? .borneOut(size: size) : .contradicted(size: size)
    }
}
