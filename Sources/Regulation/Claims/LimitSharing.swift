import BigInt

/// How the losses of one item fall on the limits of those who answer for them, round after round, in exact parts of a
/// fen — Supreme Court Interpretation 18 and 19; claims practice, sharing among several vehicles.
///
/// First each loss is divided among its payers by their limits (核定承担金额); who owes more than the limit pays every
/// claimant the same part of it. Then what is uncovered is divided equally among payers with limit left, and so on
/// until limits or losses are exhausted. Every round but the last exhausts a limit, so there are no more rounds than
/// payers, and one.
struct LimitSharing {
    struct Claim {
        /// In parts of a fen.
        let loss: BigUInt
        /// Positions of those who answer for it, ascending.
        let payers: [Int]
    }

    struct Pair {
        let payer: Int
        let claim: Int
    }

    /// What happened in one round; amounts in parts, by claim, by payer or by pair.
    struct Round {
        /// Parts in a fen.
        let scale: BigUInt
        let uncovered: [BigUInt]
        let left: [BigUInt]
        let assessed: [BigUInt]
        /// What is assessed on each payer in all.
        let total: [BigUInt]
        let paid: [BigUInt]
    }

    let pairs: [Pair]
    /// Parts in a fen, in the end.
    private(set) var scale: BigUInt
    private(set) var rounds: [Round] = []
    private var uncovered: [BigUInt]
    private var left: [BigUInt]

    /// Bits of `scale` up to which parts are made as fine as an exact result needs. A pile-up contrived for the purpose
    /// could ask for numbers of any length; beyond this, the parts into which one limit falls are right to 2⁻⁵¹² fen,
    /// and their sum is still the limit.
    static let exactBits = 2048
    private static let coarseBits = 512

    /// - Parameters:
    ///   - limits: in fen, by payer.
    ///   - scale: parts in a fen, in which the claims are given.
    init(limits: [BigUInt], claims: [Claim], scale: BigUInt = 1, exactBits: Int = exactBits) {
        pairs = claims.indices.flatMap { claim in claims[claim].payers.map { Pair(payer: $0, claim: claim) } }
        self.scale = scale
        uncovered = claims.map(\.loss)
        left = limits.map { $0 * scale }
        let common = limits.reduce(BigUInt(0)) { $0.greatestCommonDivisor(with: $1) }
        var weights = common.isZero ? limits : limits.map { $0 / common }
        while shareOnce(weights, exactBits) { weights = [BigUInt](repeating: 1, count: limits.count) }
    }

    /// What each pair's payer pays its claimant over all rounds, in parts of `scale`.
    var paid: [BigUInt] {
        var sums = [BigUInt](repeating: 0, count: pairs.count)
        for round in rounds {
            let factor = scale / round.scale
            for position in pairs.indices where !round.paid[position].isZero {
                sums[position] += round.paid[position] * factor
            }
        }
        return sums
    }

    /// One round; `false` when nothing is left to share.
    private mutating func shareOnce(_ weights: [BigUInt], _ exactBits: Int) -> Bool {
        let open = pairs.indices.filter { !left[pairs[$0].payer].isZero && !uncovered[pairs[$0].claim].isZero }
        if open.isEmpty { return false }
        var weight = [BigUInt](repeating: 0, count: uncovered.count)
        for position in open { weight[pairs[position].claim] += weights[pairs[position].payer] }
        refine(by: Self.leastMultiple(of: weight))

        var assessed = [BigUInt](repeating: 0, count: pairs.count)
        var total = [BigUInt](repeating: 0, count: left.count)
        for position in open {
            let pair = pairs[position]
            assessed[position] = uncovered[pair.claim] / weight[pair.claim] * weights[pair.payer]
            total[pair.payer] += assessed[position]
        }
        let factor = refinement(for: total, exactBits)
        refine(by: factor)
        for position in open { assessed[position] *= factor }
        for payer in total.indices { total[payer] *= factor }

        let paid = pay(assessed, total, open)
        rounds.append(
            Round(scale: scale, uncovered: uncovered, left: left, assessed: assessed, total: total, paid: paid))
        for position in open {
            uncovered[pairs[position].claim] -= paid[position]
            left[pairs[position].payer] -= paid[position]
        }
        return true
    }

    /// The assessed amounts, and of a payer whose limit they exceed, the same part of each.
    private func pay(_ assessed: [BigUInt], _ total: [BigUInt], _ open: [Int]) -> [BigUInt] {
        var paid = assessed
        var rest = left
        for position in open {
            let payer = pairs[position].payer
            if total[payer] > left[payer] { paid[position] = assessed[position] * left[payer] / total[payer] }
            rest[payer] -= paid[position]
        }
        // Only where parts stayed too coarse to be exact; each pair that was cut has room for one part more.
        for position in open {
            let payer = pairs[position].payer
            guard total[payer] > left[payer], !rest[payer].isZero, paid[position] < assessed[position] else { continue }
            paid[position] += 1
            rest[payer] -= 1
        }
        return paid
    }

    /// By how much finer parts must be for every exhausted limit to fall into whole ones.
    private func refinement(for total: [BigUInt], _ exactBits: Int) -> BigUInt {
        var factor: BigUInt = 1
        for payer in total.indices where total[payer] > left[payer] {
            let divisor = total[payer] / total[payer].greatestCommonDivisor(with: left[payer])
            factor = Self.leastMultiple(of: [factor, divisor])
            if factor.bitWidth + scale.bitWidth > exactBits {
                return scale.bitWidth < Self.coarseBits ? BigUInt(1) << Self.coarseBits : 1
            }
        }
        return factor
    }

    private mutating func refine(by factor: BigUInt) {
        if factor == 1 { return }
        scale *= factor
        for claim in uncovered.indices { uncovered[claim] *= factor }
        for payer in left.indices { left[payer] *= factor }
    }

    private static func leastMultiple(of numbers: [BigUInt]) -> BigUInt {
        numbers.reduce(1) { multiple, number in
            number.isZero ? multiple : multiple / multiple.greatestCommonDivisor(with: number) * number
        }
    }
}
