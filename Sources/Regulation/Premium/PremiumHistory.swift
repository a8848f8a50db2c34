/// What happened to the vehicle before: its policies, its accidents, and whether it changed hands or province.
public struct PremiumHistory: Hashable, Sendable {
    public var isFirstInsurance: Bool
    public var isSoldFromOtherProvince: Bool
    public var isMovedFromOtherProvince: Bool
    /// With papers that prove its history.
    public var isMovedWithProof: Bool
    /// In any order.
    public var policies: [EarlierPolicy]
    /// In any order.
    public var claims: [EarlierClaim]
    public var drinkDriving: [DrinkDrivingRecord]
    public var violations: [ViolationRecord]

    public init(
        isFirstInsurance: Bool = false, isSoldFromOtherProvince: Bool = false, isMovedFromOtherProvince: Bool = false,
        isMovedWithProof: Bool = false, policies: [EarlierPolicy] = [], claims: [EarlierClaim] = [],
        drinkDriving: [DrinkDrivingRecord] = [], violations: [ViolationRecord] = []
    ) {
        self.isFirstInsurance = isFirstInsurance
        self.isSoldFromOtherProvince = isSoldFromOtherProvince
        self.isMovedFromOtherProvince = isMovedFromOtherProvince
        self.isMovedWithProof = isMovedWithProof
        self.policies = policies
        self.claims = claims
        self.drinkDriving = drinkDriving
        self.violations = violations
    }
}
