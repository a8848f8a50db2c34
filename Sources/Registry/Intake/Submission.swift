package import Regulation

/// One record understood: typed where a decision needs it, and every value in canonical text.
///
/// `values` is what becomes the entry; the typed members are read from it and agree with it.
package struct Submission: Equatable, Sendable {
    package var event: Event
    package var insurer: InsurerCode
    package var sequence: Int64?
    package var policyNumber: String
    package var plate: PlateNumber?
    package var plateCategory: PlateCategory?
    package var vin: VIN?
    package var engineNumber: EngineNumber?
    package var brandModel: String?
    package var start: Instant?
    package var end: Instant?
    package var appliedAt: Instant?
    package var issuedAt: Instant?
    package var effectiveAt: Instant?
    package var layUpUntil: Instant?
    package var ground: CancellationGround?
    package var newPlate: PlateNumber?
    package var newPlateCategory: PlateCategory?
    package var corrects: CorrectionTarget?
    package var values: FieldValues

    package init(event: Event, insurer: InsurerCode, policyNumber: String, values: FieldValues = FieldValues()) {
        self.event = event
        self.insurer = insurer
        self.policyNumber = policyNumber
        self.values = values
    }

    package var period: Period? {
        guard let start, let end else { return nil }
        return Period(start: start, end: end)
    }

    /// Whether the record says which vehicle it is about.
    package var namesVehicle: Bool { plate != nil || vin != nil || engineNumber != nil }
}
