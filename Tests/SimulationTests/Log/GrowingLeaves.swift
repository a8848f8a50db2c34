import Registry
import RegistryModel
import Regulation
import TransparencyLog

/// Leaves as a registry that commits them gives them.
final class GrowingLeaves: LogSource {
    private(set) var leaves: [Leaf] = []
    /// An entry that no longer says what was committed.
    var damaged: Int64?
    private var draws: SeededGenerator
    private var time: Instant

    init(seed: UInt64, time: Instant) {
        draws = SeededGenerator(seed: seed)
        self.time = time
    }

    /// The same up to a place, and another history from there on.
    init(_ other: GrowingLeaves, upTo count: Int, seed: UInt64) {
        leaves = Array(other.leaves.prefix(count))
        draws = SeededGenerator(seed: seed)
        time = other.time
    }

    func grow(by count: Int) {
        for _ in 0..<count {
            time = time.adding(milliseconds: Int64(draws.pick([0, 0, 1, 70_000])))
            let root = withUnsafeBytes(of: (draws.next(), draws.next())) { MerkleTree.leafHash(Array($0)) }
            leaves.append(Leaf(committedAt: time, fieldRoot: root))
        }
    }

    var committedSize: Int64 { Int64(leaves.count) }

    func leaves(in range: Range<Int64>) throws -> [Leaf] {
        if let damaged, range.contains(damaged) { throw RegistryFault.entryDamaged(damaged) }
        return Array(leaves[Int(range.lowerBound)..<min(leaves.count, Int(range.upperBound))])
    }
}
