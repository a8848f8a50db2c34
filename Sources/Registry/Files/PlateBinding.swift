package import Regulation

/// That a vehicle bore a plate from a moment on, until its next binding.
package struct PlateBinding: Equatable, Sendable {
    package let plate: PlateNumber
    /// `nil` when nobody has said; then every category the number's form permits fits.
    package let category: PlateCategory?
    package let from: Instant

    package init(plate: PlateNumber, category: PlateCategory?, from: Instant) {
        self.plate = plate
        self.category = category
        self.from = from
    }

    /// Whether it is this plate, as far as the categories are known.
    package func isSamePlate(as other: PlateBinding) -> Bool {
        plate == other.plate && (category == nil || other.category == nil || category == other.category)
    }
}
