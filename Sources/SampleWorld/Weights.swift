/// Shares to draw from; the sum is taken once.
struct Weights: Sendable {
    private let weights: [Int]
    private let total: Int

    /// None may be negative.
    init(_ weights: [Int]) {
        self.weights = weights
        total = weights.reduce(0, +)
    }

    /// The position drawn; 0 when there is nothing to draw from.
    func draw(_ draws: inout Draws) -> Int {
        var rest = draws.below(total)
        var position = 0
        while position + 1 < weights.count, rest >= weights[position] {
            rest -= weights[position]
            position += 1
        }
        return position
    }
}
