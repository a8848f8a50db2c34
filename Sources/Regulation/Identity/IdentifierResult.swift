/// Identifiers as they are stored; `nil` for what was not given.
public struct IdentifierResult: Hashable, Sendable {
    /// A lossless change made to one of them.
    public struct Repair: Hashable, Sendable {
        /// The field: `plate`.
        public let path: String
        public let repair: IdentityRepair
    }

    public let plate: PlateNumber?
    public let plateCategory: PlateCategory?
    public let vin: VIN?
    public let socialCreditCode: UnifiedSocialCreditCode?
    public let residentNumber: ResidentNumber?
    public let repairs: [Repair]
}
