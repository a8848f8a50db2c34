/// One policy of a vehicle's life, in local seconds.
struct Contract {
    /// Position in `SampleInsurer.all`.
    let insurer: Int
    /// Counts the contracts of one vehicle; part of the policy number.
    let ordinal: Int
    let start: Int
    let end: Int
    let appliedAt: Int
    let paidAt: Int
    let issuedAt: Int
    let bearing: Bearing
    /// −30 for a discount of thirty percent.
    let floatPercent: Int
    let isShortTerm: Bool
    /// Position of the contract it follows.
    let previous: Int?
}
