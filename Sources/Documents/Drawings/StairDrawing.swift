import Registry
import Regulation

/// The way a sum of money came about as a stair: from what it begins with, through what moves it, to the result; each
/// step with its bar, and beneath it the tree of what decided it.
struct StairDrawing {
    private let drawing: FigureDrawing
    /// From the first sum to the result.
    private let trunk: [Figure]
    private let greatest: Int64
    private static let fullWidth: Int64 = 1000

    /// `nil` for a figure that is no sum made of a sum.
    init?(_ figure: Figure, _ drawing: FigureDrawing) {
        var trunk = [figure]
        while let last = trunk.last, let first = last.inputs.first, last.inputs.count > 1,
            Self.isStep(last.operation), Self.fen(first) != nil
        {
            trunk.append(first)
        }
        guard trunk.count > 1, let greatest = trunk.compactMap(Self.fen).max(), greatest > 0 else { return nil }
        self.drawing = drawing
        self.trunk = trunk.reversed()
        self.greatest = greatest
    }

    private static func isStep(_ operation: Operation) -> Bool {
        [.add, .subtract, .multiply, .divide].contains(operation)
    }

    private static func fen(_ figure: Figure) -> Int64? {
        if case .amount(let amount) = figure.value { return amount.fen }
        return nil
    }

    func values() -> Values {
        var steps: [Values] = []
        for (place, figure) in trunk.enumerated() {
            guard place > 0 else {
                steps.append(step(figure, "step-base").merging(["bar": bar(kept: Self.fen(figure) ?? 0)]))
                continue
            }
            steps += movers(of: figure, from: trunk[place - 1])
            steps.append(sum(figure, isLast: place == trunk.count - 1))
        }
        return ["steps": steps]
    }

    private func step(_ figure: Figure, _ role: String, sign: String? = nil) -> Values {
        drawing.values(figure, sign: sign).merging(["role": role])
    }

    /// What moves one sum to the next. Only where a single thing does, its bar tells by how much.
    private func movers(of figure: Figure, from before: Figure) -> [Values] {
        let movers = figure.inputs.enumerated().dropFirst()
        return movers.map { place, input in
            let values = step(
                input, "step-move", sign: FigureDrawing.sign(ofInput: place, of: figure))
            guard movers.count == 1, let old = Self.fen(before), let new = Self.fen(figure),
                let difference = Amount(fen: new - old)
            else { return values }
            let sign = new > old ? "+" : ""
            return values.merging([
                "bar": old == new ? nil : bar(kept: min(old, new), moved: abs(new - old), isMore: new > old),
                "difference": old == new ? nil : sign + LawTypography.money(difference, in: drawing.language),
            ])
        }
    }

    /// A sum on the way or the result; what it was made of stands above it.
    private func sum(_ figure: Figure, isLast: Bool) -> Values {
        let bare = Figure(
            figure.name, figure.value, figure.operation, citation: figure.citation, rounding: figure.rounding,
            status: figure.status, reason: figure.reason)
        return step(bare, isLast ? "step-result" : "step-sum", sign: "=")
            .merging(["bar": bar(kept: Self.fen(figure) ?? 0)])
    }

    private func bar(kept: Int64, moved: Int64 = 0, isMore: Bool = false) -> Values {
        let width = place(kept)
        return [
            "kept": width,
            "moved": moved == 0 ? nil : ["x": width, "width": max(place(kept + moved) - width, 4)] as Values,
            "tone": isMore ? "more" : "less",
        ]
    }

    private func place(_ fen: Int64) -> Int64 {
        let (product, overflows) = max(fen, 0).multipliedReportingOverflow(by: Self.fullWidth)
        return overflows ? Self.fullWidth : product / greatest
    }
}
