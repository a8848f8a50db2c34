package import Registry

/// A made-up vehicle of the sandbox and what asking for it shows.
package struct MagicPlate: Sendable {
    package var plate: String
    package var category: String?
    package var vinSuffix: String
    /// `nil` for one that shows a fault.
    package var outcome: CoverageAnswer.Outcome?
    /// One phrase without a stop, in the language of the page: `有效，已经续保`.
    package var shows: String
    /// What tells it from others that show the same.
    package var detail: String?

    package init(
        plate: String, category: String? = nil, vinSuffix: String, outcome: CoverageAnswer.Outcome?, shows: String,
        detail: String? = nil
    ) {
        self.plate = plate
        self.category = category
        self.vinSuffix = vinSuffix
        self.outcome = outcome
        self.shows = shows
        self.detail = detail
    }
}
