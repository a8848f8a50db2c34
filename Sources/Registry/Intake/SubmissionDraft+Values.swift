import Regulation

/// Reading the single values.
extension SubmissionDraft {
    mutating func take(_ field: Field, _ text: String) {
        switch field {
        case .event: break
        case .insurer: takeInsurer(text)
        case .sequence: takeSequence(text)
        case .policyNumber, .previousPolicyNumber: takePolicyNumber(field, text)
        case .plate, .plateCategory, .vin, .engineNumber, .newPlate, .newPlateCategory: takeVehicleName(field, text)
        case .vehicleClass: takeClass(text)
        case .use: takeTerm(field, text, VehicleUse.read(text))
        case .energy: takeTerm(field, text, Energy.read(text))
        case .brandModel, .policyholderName, .insuredName: takeFreeText(field, text)
        case .ratedPassengers, .ratedLoadKg, .curbMassKg, .displacementML: takeCount(field, text)
        case .powerKW: takeDecimal(field, text)
        case .registeredOn: takeDate(field, text)
        case .policyholderDocument, .insuredDocument: takeDocument(field, text)
        case .phone: takePhone(text)
        case .region: takeRegion(text)
        case .start, .end, .appliedAt, .paidAt, .issuedAt, .effectiveAt, .layUpUntil: takeTime(field, text)
        case .premium, .vehicleTax: takeAmount(field, text)
        case .ground: takeGround(text)
        case .corrects: takeCorrects(text)
        }
    }

    /// Full-width forms made ASCII and a spreadsheet's text mark taken off, with a note of it.
    mutating func plainText(_ field: Field, _ text: String) -> String {
        var plain = text
        if !Self.isASCII(text) {
            plain = PlainText.ascii(text)
            if plain.utf8.count != text.utf8.count { repaired(field, "fullWidth") }
        }
        return withoutTextMark(field, plain)
    }

    /// `'123` and `="123"` are how spreadsheets keep a number from being counted with.
    mutating func withoutTextMark(_ field: Field, _ text: String) -> String {
        guard let first = text.utf8.first, first == UInt8(ascii: "'") || first == UInt8(ascii: "=") else { return text }
        let bare: Substring
        if first == UInt8(ascii: "'") {
            bare = text.dropFirst()
        } else if text.hasPrefix("=\""), text.hasSuffix("\""), text.utf8.count > 3 {
            bare = text.dropFirst(2).dropLast()
        } else {
            return text
        }
        guard !bare.isEmpty else { return text }
        repaired(field, "textMarkRemoved")
        return String(bare)
    }

    private static func isASCII(_ text: String) -> Bool {
        let bytes = text.utf8.span
        var all: UInt8 = 0
        for index in bytes.indices { all |= bytes[index] }
        return all < 0x80
    }

    private mutating func takeInsurer(_ text: String) {
        if text == submission.insurer.text { return }
        guard let code = InsurerCode(plainText(.insurer, text)), code == submission.insurer else {
            return fault(.insurerMismatch)
        }
        if code.text != text, code.text.utf8.count == text.utf8.count { repaired(.insurer, "lowerCase") }
    }

    private mutating func takeSequence(_ text: String) {
        let plain = plainText(.sequence, text)
        guard let number = SequenceNumber.read(plain) else { return ignore(.sequence, text) }
        submission.sequence = number
        // Most often as written, which need not be made again.
        keep(.sequence, plain.utf8.first == UInt8(ascii: "0") ? String(number) : plain)
    }

    private mutating func takePolicyNumber(_ field: Field, _ text: String) {
        let plain = plainText(field, text)
        let judgement = PolicyNumberText.judge(plain)
        guard judgement == .sound, !plain.isEmpty else {
            return refuse(field, text, .policyNumber(field, judgement))
        }
        if field == .policyNumber { submission.policyNumber = plain }
        keep(field, plain)
    }

    private mutating func takeClass(_ text: String) {
        let reading = VehicleClass.read(text)
        vehicleClass = reading.value
        takeTerm(.vehicleClass, text, reading)
    }

    private mutating func takeTerm<Term: RawRepresentable<String>>(
        _ field: Field, _ text: String, _ reading: Reading<Term>
    ) {
        guard let term = reading.value else { return ignore(field, text) }
        repaired(field, reading.repairs)
        keep(field, term.rawValue)
    }

    /// Names and models: any text of up to 300 bytes; line ends and tabs inside it become blanks.
    private mutating func takeFreeText(_ field: Field, _ text: String) {
        guard text.utf8.count <= 300 else { return ignore(field, text) }
        var plain = text
        if text.utf8.contains(where: { $0 < 0x20 }) {
            plain = String(decoding: text.utf8.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
            repaired(field, "lineBreakRemoved")
        }
        if field == .brandModel { submission.brandModel = plain }
        keep(field, plain)
    }

    private mutating func takeDate(_ field: Field, _ text: String) {
        guard let reading = Instant.read(plainText(field, text)) else { return ignore(field, text) }
        keep(field, reading.instant.shanghaiDate.text)
    }

    private mutating func takeDocument(_ field: Field, _ text: String) {
        let reading = IdentityDocument.read(withoutTextMark(field, text))
        guard let document = reading.value else {
            flag(.documentIrregular)
            return ignore(field, text)
        }
        repaired(field, reading.repairs)
        if !reading.warnings.isEmpty { flag(.documentIrregular) }
        keep(field, document.text)
    }

    private mutating func takePhone(_ text: String) {
        let reading = MobileNumber.read(withoutTextMark(.phone, text))
        guard let phone = reading.value else {
            flag(.phoneIrregular)
            return ignore(.phone, text)
        }
        repaired(.phone, reading.repairs)
        if !reading.warnings.isEmpty { flag(.phoneIrregular) }
        keep(.phone, phone.text)
    }

    private mutating func takeRegion(_ text: String) {
        let reading = Region.read(text)
        guard let region = reading.value else { return ignore(.region, text) }
        repaired(.region, reading.repairs)
        keep(.region, region.code)
    }

    private mutating func takeGround(_ text: String) {
        guard let ground = CancellationGround.read(plainText(.ground, text)) else {
            return refuse(.ground, text, .groundUnknown)
        }
        submission.ground = ground
        keep(.ground, ground.rawValue)
    }

    private mutating func takeCorrects(_ text: String) {
        let plain = plainText(.corrects, text)
        let own = submission.values[.policyNumber]
        guard let target = CorrectionTarget.read(plain, policyNumber: own) else {
            let isNumber = SequenceNumber.read(plain) != nil
            return refuse(.corrects, text, isNumber ? .correctsWithoutNumber : .correctsUnreadable)
        }
        submission.corrects = target
        if own == nil, case .report(let policyNumber, _) = target { submission.policyNumber = policyNumber }
        keep(.corrects, target.text)
    }
}
