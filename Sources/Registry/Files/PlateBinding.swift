package import Regulation

/// That a vehicle bore a plate from a moment on, until its next binding.
package struct PlateBinding: Hashable, Sendable {
    package let plate: PlateNumber
    /// `nil` when nobody has said; then every category the number's form permits fits.
    package let category: PlateCategory?
    package let from: Instant
    /// A reported change of plates, which says when the plate was put on; any other report only says that it was there.
    package let isChange: Bool

    package init(plate: PlateNumber, category: PlateCategory?, from: Instant, isChange: Bool = false) {
        self.plate = plate
        self.category = category
        self.from = from
        self.isChange = isChange
    }

    /// Whether it is this plate, as far as the categories are known.
    package func isSamePlate(as other: PlateBinding) -> Bool { bears(other.plate, other.category) }

    /// Whether it is a plate of this number, and of this category as far as both are known.
    package func bears(_ number: PlateNumber, _ category: PlateCategory?) -> Bool {
        plate == number && (category == nil || self.category == nil || category == self.category)
    }

    /// In the order in which they follow each other; at one moment a change says more than any other report.
    static func precedes(_ left: PlateBinding, _ right: PlateBinding) -> Bool {
        if left.from != right.from { return left.from < right.from }
        if left.isChange != right.isChange { return right.isChange }
        return (left.plate.text, left.category?.code ?? "") < (right.plate.text, right.category?.code ?? "")
    }

    /// What statements in their order come to: neighbours differ, and a plate that a change brought was not borne before,
    /// even where a policy made out ahead of the change names it already.
    static func runs(of statements: [PlateBinding]) -> [PlateBinding] {
        var runs: [PlateBinding] = []
        var wasChanged = false
        for statement in statements {
            guard let last = runs.last, last.isSamePlate(as: statement) else {
                runs.append(statement)
                wasChanged = statement.isChange
                continue
            }
            let tellsBeginning = statement.isChange && !wasChanged && runs.count > 1
            wasChanged = wasChanged || statement.isChange
            runs[runs.count - 1] = PlateBinding(
                plate: last.plate, category: last.category ?? statement.category,
                from: tellsBeginning ? statement.from : last.from, isChange: wasChanged)
        }
        return runs
    }
}
