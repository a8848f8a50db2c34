package import Regulation

/// That a vehicle bore a plate from a moment on, until its next binding.
package struct PlateBinding: Hashable, Sendable {
    /// Who says so, by weight. Raw values stand in stored folds.
    package enum Source: UInt8, Comparable, Sendable {
        /// A record that could not be taken in; counts while nothing else tells of a plate.
        case review = 0
        /// A report that names the plate it saw; that it was there, not since when.
        case report
        /// A reported change of plates, which says when the plate was put on.
        case change

        package static func < (left: Source, right: Source) -> Bool { left.rawValue < right.rawValue }
    }

    package let plate: PlateNumber
    /// `nil` when nobody has said; then every category the number's form permits fits.
    package let category: PlateCategory?
    package let from: Instant
    package let source: Source

    package init(plate: PlateNumber, category: PlateCategory?, from: Instant, source: Source = .report) {
        self.plate = plate
        self.category = category
        self.from = from
        self.source = source
    }

    /// Whether it is this plate, as far as the categories are known.
    package func isSamePlate(as other: PlateBinding) -> Bool { bears(other.plate, other.category) }

    /// Whether it is a plate of this number, and of this category as far as both are known.
    package func bears(_ number: PlateNumber, _ category: PlateCategory?) -> Bool {
        plate == number && (category == nil || self.category == nil || category == self.category)
    }

    /// In the order in which they follow each other; at one moment what weighs more comes last.
    static func precedes(_ left: PlateBinding, _ right: PlateBinding) -> Bool {
        if left.from != right.from { return left.from < right.from }
        if left.source != right.source { return left.source < right.source }
        return (left.plate.text, left.category?.code ?? "") < (right.plate.text, right.category?.code ?? "")
    }

    /// What statements in their order come to: neighbours differ, and a plate that a change brought was not borne
    /// before, even where a policy made out ahead of the change names it already.
    static func runs(of statements: [PlateBinding]) -> [PlateBinding] {
        let isReported = statements.contains { $0.source != .review }
        var runs: [PlateBinding] = []
        for statement in statements where !isReported || statement.source != .review {
            guard let last = runs.last, last.isSamePlate(as: statement) else {
                runs.append(statement)
                continue
            }
            let tellsBeginning = statement.source == .change && last.source != .change && runs.count > 1
            runs[runs.count - 1] = PlateBinding(
                plate: last.plate, category: last.category ?? statement.category,
                from: tellsBeginning ? statement.from : last.from, source: max(last.source, statement.source))
        }
        return runs
    }
}
