import BigInt

/// Exact payments made whole fen, once, at the end: each is cut to the fen, and the fen left over go to the largest
/// remainders, ties in the order of ids, so that what each payer pays and each claimant gets in all is its exact sum,
/// cut or raised by less than a fen, and exactly that sum where it is whole.
///
/// A whole sum is what matters: a limit that is exhausted is paid out to the last fen and a loss that is covered leaves
/// nothing open, while no limit and no loss is exceeded. Such a rounding exists for every table of payments; the greedy
/// choice by remainder finds it nearly always, and where it does not, fen change places along a path.
struct FenRounding {
    struct Cell {
        let payer: Int
        let claim: Int
        /// In parts of a fen.
        let parts: BigUInt
    }

    /// A payer or a claimant: how many fen more than the cut ones are due, and how many at most.
    private struct Side {
        var need = 0
        var most = 0
        var got = 0
        var cells: [Int] = []
    }

    /// One fen moves from one cell to another of the same line, to the good of a side.
    private struct Step {
        let given: Int
        let got: Int
        let side: Int
    }

    /// Whole fen by cell.
    private(set) var fen: [Int64]
    /// Whether the cell got one of the fen left over.
    private(set) var isRaised: [Bool]
    private let ends: [(Int, Int)]
    private var sides: [Side]

    /// - Parameters:
    ///   - cells: ordered by the ids of payers, then of claimants.
    ///   - scale: parts in a fen.
    init(_ cells: [Cell], payers: Int, claims: Int, scale: BigUInt) {
        let divided = cells.map { $0.parts.quotientAndRemainder(dividingBy: scale) }
        fen = divided.map { Int64(exactly: $0.quotient) ?? Amount.limit }
        isRaised = [Bool](repeating: false, count: cells.count)
        ends = cells.map { ($0.payer, payers + $0.claim) }
        sides = [Side](repeating: Side(), count: payers + claims)
        var rests = [BigUInt](repeating: 0, count: payers + claims)
        for (position, end) in ends.enumerated() where !divided[position].remainder.isZero {
            for side in [end.0, end.1] {
                rests[side] += divided[position].remainder
                sides[side].cells.append(position)
            }
        }
        for side in sides.indices {
            let (whole, part) = rests[side].quotientAndRemainder(dividingBy: scale)
            sides[side].need = Int(exactly: whole) ?? 0
            sides[side].most = sides[side].need + (part.isZero ? 0 : 1)
        }
        raiseLargest(divided.map(\.remainder))
        for side in sides.indices {
            while sides[side].got < sides[side].need, raise(at: side) {}
        }
        for position in fen.indices where isRaised[position] { fen[position] += 1 }
    }

    private mutating func raiseLargest(_ remainders: [BigUInt]) {
        let order = remainders.indices.filter { !remainders[$0].isZero }.sorted {
            remainders[$0] == remainders[$1] ? $0 < $1 : remainders[$0] > remainders[$1]
        }
        for position in order {
            let (payer, claim) = ends[position]
            let isDue = sides[payer].got < sides[payer].need || sides[claim].got < sides[claim].need
            if isDue, sides[payer].got < sides[payer].most, sides[claim].got < sides[claim].most {
                set(position, raised: true)
            }
        }
    }

    /// Brings one fen more to a side that is due one, taking it, where all others have what they may, from one that has
    /// more than its due, by the shortest path, which moves the fewest fen. `false` where there is no such path, which
    /// sums of exact payments exclude.
    private mutating func raise(at start: Int) -> Bool {
        var steps = [Step?](repeating: nil, count: sides.count)
        var isSeen = [Bool](repeating: false, count: sides.count)
        isSeen[start] = true
        var queue = [start]
        var next = 0
        while next < queue.count {
            let side = queue[next]
            next += 1
            for position in sides[side].cells where !isRaised[position] {
                let other = otherEnd(of: position, from: side)
                if isSeen[other] { continue }
                isSeen[other] = true
                if sides[other].got < sides[other].most {
                    set(position, raised: true)
                    follow(steps, back: side)
                    return true
                }
                for taken in sides[other].cells where isRaised[taken] {
                    let giver = otherEnd(of: taken, from: other)
                    if isSeen[giver] { continue }
                    isSeen[giver] = true
                    steps[giver] = Step(given: taken, got: position, side: side)
                    if sides[giver].got > sides[giver].need {
                        follow(steps, back: giver)
                        return true
                    }
                    queue.append(giver)
                }
            }
        }
        return false
    }

    /// Moves each fen on the path one cell on, towards the side that is due one.
    private mutating func follow(_ steps: [Step?], back end: Int) {
        var side = end
        while let step = steps[side] {
            set(step.given, raised: false)
            set(step.got, raised: true)
            side = step.side
        }
    }

    private func otherEnd(of position: Int, from side: Int) -> Int {
        ends[position].0 == side ? ends[position].1 : ends[position].0
    }

    private mutating func set(_ position: Int, raised: Bool) {
        isRaised[position] = raised
        sides[ends[position].0].got += raised ? 1 : -1
        sides[ends[position].1].got += raised ? 1 : -1
    }
}
