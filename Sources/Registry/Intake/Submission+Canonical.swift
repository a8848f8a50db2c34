import Regulation

extension Submission {
    /// Rebuilds a submission from the canonical values of an entry; `nil` when they are not canonical, which for stored
    /// values means damage.
    package init?(canonical values: FieldValues) {
        guard let event = values[.event].flatMap(Event.init(rawValue:)),
            let insurer = values[.insurer].flatMap({ InsurerCode($0) })
        else { return nil }
        self.init(event: event, insurer: insurer, policyNumber: "", values: values)
        for element in values.elements {
            guard take(canonical: element.text, of: element.field) else { return nil }
        }
        if policyNumber.isEmpty, case .report(let number, _) = corrects { policyNumber = number }
    }

    /// Sets the typed member of a field, if it has one. `false` when the text is not canonical.
    private mutating func take(canonical text: String, of field: Field) -> Bool {
        switch field {
        case .sequence: Self.set(&sequence, SequenceNumber.read(text))
        case .plate: Self.set(&plate, PlateNumber(canonical: text))
        case .plateCategory: Self.set(&plateCategory, PlateCategory(code: text))
        case .vin: Self.set(&vin, VIN(canonical: text))
        case .engineNumber: Self.set(&engineNumber, EngineNumber(canonical: text))
        case .brandModel: Self.set(&brandModel, text)
        case .start: Self.set(&start, Instant.read(text)?.instant)
        case .end: Self.set(&end, Instant.read(text)?.instant)
        case .appliedAt: Self.set(&appliedAt, Instant.read(text)?.instant)
        case .issuedAt: Self.set(&issuedAt, Instant.read(text)?.instant)
        case .effectiveAt: Self.set(&effectiveAt, Instant.read(text)?.instant)
        case .layUpUntil: Self.set(&layUpUntil, Instant.read(text)?.instant)
        case .ground: Self.set(&ground, CancellationGround(rawValue: text))
        case .newPlate: Self.set(&newPlate, PlateNumber(canonical: text))
        case .newPlateCategory: Self.set(&newPlateCategory, PlateCategory(code: text))
        case .corrects: Self.set(&corrects, CorrectionTarget(canonical: text))
        case .policyNumber: takeNumber(text)
        default: true
        }
    }

    private static func set<Value>(_ member: inout Value?, _ value: Value?) -> Bool {
        member = value
        return value != nil
    }

    private mutating func takeNumber(_ text: String) -> Bool {
        policyNumber = text
        return !text.isEmpty
    }
}
