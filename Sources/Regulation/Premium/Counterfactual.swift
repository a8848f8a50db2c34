/// What the premium would be, had one thing been otherwise.
public struct Counterfactual: Hashable, Sendable {
    /// Stable, for programs: `oneClaimFewer`.
    public let code: String
    public let sentence: Sentence
    public let premium: Amount
    /// From the premium as it is to this one; below nothing when it would be cheaper.
    public let difference: Amount
}
