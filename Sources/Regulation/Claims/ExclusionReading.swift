/// By which text an accident with a ground of exclusion is read.
enum ExclusionReading: Sendable {
    /// The policy pays nothing and advances rescue costs — Regulation 22.
    case clause
    /// The policy pays injuries and has recourse — Supreme Court Interpretation 15.
    case court
}
