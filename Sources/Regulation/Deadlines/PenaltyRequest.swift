/// What a penalty is asked for with.
public struct PenaltyRequest: Hashable, Sendable {
    public var offence: Offence?
    public var on: CivilDate?
    /// For driving uninsured: what the insurance would have cost at the lowest limits.
    public var premium: Amount?
    /// For unlicensed business.
    public var unlawfulGain: Amount?

    public init(
        offence: Offence? = nil, on: CivilDate? = nil, premium: Amount? = nil, unlawfulGain: Amount? = nil
    ) {
        self.offence = offence
        self.on = on
        self.premium = premium
        self.unlawfulGain = unlawfulGain
    }
}
