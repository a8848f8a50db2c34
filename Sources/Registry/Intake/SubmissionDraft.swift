import Regulation

/// A submission in the making: takes a record's values in field order, then judges the whole.
struct SubmissionDraft {
    var submission: Submission
    /// `nil` when the record names one we do not know.
    private(set) var event: Event? = .policy
    private(set) var repairs: [SubmissionReading.Repair] = []
    private(set) var flags: [Flag] = []
    private(set) var faults: [SubmissionReading.Fault] = []
    private(set) var ignored: [FieldValues.Element] = []
    /// Fields whose value is there but could not be read; they are not missing as well.
    private(set) var unreadable: UInt64 = 0
    /// Faults of plate, VIN and engine number; they count only when nothing else names the vehicle.
    private var vehicleFaults: [SubmissionReading.Fault] = []
    /// The record as sent.
    private(set) var source = FieldValues()
    /// Typed where only the judgement needs it.
    var vehicleClass: VehicleClass?
    var paidAt: Instant?
    var premium: Amount?

    init(insurer: InsurerCode, unreadable fields: [Field]) {
        submission = Submission(event: .policy, insurer: insurer, policyNumber: "")
        for field in fields { unreadable |= Self.bit(field) }
    }

    private static func bit(_ field: Field) -> UInt64 { 1 << UInt64(field.rawValue) }

    /// Takes every value of a record.
    mutating func take(_ values: FieldValues) {
        source = values
        submission.values.reserveCapacity(values.elements.count + 2)
        var rest = values.elements[...]
        if let first = rest.first, first.field == .event {
            takeEvent(first.text)
            rest = rest.dropFirst()
        }
        submission.values.append(.event, submission.event.rawValue)
        submission.values.append(.insurer, submission.insurer.text)
        for element in rest { take(element.field, element.text) }
        source = FieldValues()
    }

    private mutating func takeEvent(_ text: String) {
        let plain = plainText(.event, text)
        event = Event.read(plain)
        if let event {
            submission.event = event
        } else {
            submission.event = .quarantine
            fault(.eventUnknown(proposal: Event.proposal(for: plain)))
        }
    }

    /// What was decided: with faults no submission, but what could be read of one.
    func reading(rowFaults: [SubmissionReading.Fault], keepsOwnFaults: Bool) -> SubmissionReading {
        var reading = SubmissionReading()
        reading.faults = keepsOwnFaults ? rowFaults + faults : rowFaults
        if reading.faults.isEmpty {
            reading.submission = submission
        } else if submission.values.elements.count > 2 {
            var partial = submission
            partial.event = .quarantine
            partial.values[.event] = Event.quarantine.rawValue
            reading.partial = partial
        }
        reading.repairs = repairs
        reading.flags = flags.count > 1 ? Set(flags).sorted() : flags
        reading.ignored = ignored
        if reading.submission != nil { reading.unread = vehicleFaults }
        return reading
    }
}

extension SubmissionDraft {
    mutating func keep(_ field: Field, _ canonical: String) { submission.values.append(field, canonical) }

    mutating func flag(_ flag: Flag) { flags.append(flag) }

    mutating func fault(_ fault: SubmissionReading.Fault) {
        if let field = fault.field { unreadable |= Self.bit(field) }
        faults.append(fault)
    }

    mutating func repaired(_ field: Field, _ code: String) {
        repairs.append(SubmissionReading.Repair(field: field, code: code))
        flag(.repaired)
    }

    mutating func repaired(_ field: Field, _ repairs: [IdentityRepair]) {
        for repair in repairs { repaired(field, repair.rawValue) }
    }

    /// The value means nothing to us and the record stands without it.
    mutating func ignore(_ field: Field, _ text: String) {
        unreadable |= Self.bit(field)
        flag(.valueIgnored)
        guard text.utf8.count <= SubmissionReading.ignoredLimit else { return }
        ignored.append(FieldValues.Element(field: field, text: text))
    }

    /// The value could not be read: a fault where the event turns on it, else it is left out.
    mutating func refuse(_ field: Field, _ text: String, _ fault: @autoclosure () -> SubmissionReading.Fault) {
        if turnsOn(field) { self.fault(fault()) } else { ignore(field, text) }
    }

    /// The value should name the vehicle and does not; whether that matters shows when all is read.
    mutating func refuseVehicle(_ field: Field, _ text: String, _ faults: [SubmissionReading.Fault], flag: Flag) {
        ignore(field, text)
        self.flag(flag)
        vehicleFaults += faults
    }

    func isUnreadable(_ field: Field) -> Bool { unreadable & Self.bit(field) != 0 }

    /// Faults where the vehicle cannot be told from anything in the record.
    mutating func requireVehicle() {
        guard !submission.namesVehicle else { return }
        if !vehicleFaults.isEmpty {
            faults += vehicleFaults
        } else if ![Field.plate, .vin, .engineNumber].contains(where: isUnreadable) {
            faults.append(.vehicleMissing)
        }
    }

    /// A correction exists for the sake of its values: none may be left out.
    mutating func requireEveryVehicleValue() { faults += vehicleFaults }

    mutating func require(_ field: Field, for event: Event) {
        guard !isUnreadable(field), submission.values[field] == nil else { return }
        faults.append(.missing(field, for: event))
    }

    /// Whether the event cannot be carried out, or would be carried out wrongly, without the field.
    func turnsOn(_ field: Field) -> Bool {
        guard let event else { return false }
        return switch (event, field) {
        case (_, .policyNumber): true
        case (.correction, _): Self.corrected.contains(field)
        case (.policy, .start), (.policy, .end): true
        case (.cancellation, .effectiveAt), (.cancellation, .ground): true
        case (.layUp, .effectiveAt), (.layUp, .layUpUntil), (.resumption, .effectiveAt): true
        case (.plateChange, .newPlate), (.plateChange, .effectiveAt): true
        case (.retraction, .corrects): true
        default: false
        }
    }

    private static let corrected: Set<Field> = [.start, .end, .effectiveAt, .ground, .layUpUntil, .newPlate, .corrects]
}
