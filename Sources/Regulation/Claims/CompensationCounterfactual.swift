/// What would be paid if one vehicle's fault were otherwise, computed by running the rule again.
public struct CompensationCounterfactual: Hashable, Sendable {
    /// The vehicle whose fault is turned round.
    public let vehicle: String
    public let sentence: Sentence
    /// What would be paid out of this vehicle's cover.
    public let paid: Amount
    /// What all would be paid in all.
    public let total: Amount
    /// `total` against what is really paid.
    public let difference: Amount
}
