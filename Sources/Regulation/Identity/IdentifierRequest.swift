/// Identifiers as somebody wrote them, to be read.
public struct IdentifierRequest: Hashable, Sendable {
    /// Who wrote them: a person who asks is held to the standards, an upload is kept as far as it can be.
    public enum Origin: String, CaseIterable, Codable, Sendable {
        case query, upload
    }

    public var plate: String?
    public var plateCategory: String?
    public var vin: String?
    public var socialCreditCode: String?
    public var residentNumber: String?
    public var origin: Origin

    public init(
        plate: String? = nil, plateCategory: String? = nil, vin: String? = nil, socialCreditCode: String? = nil,
        residentNumber: String? = nil, origin: Origin = .query
    ) {
        self.plate = plate
        self.plateCategory = plateCategory
        self.vin = vin
        self.socialCreditCode = socialCreditCode
        self.residentNumber = residentNumber
        self.origin = origin
    }
}
