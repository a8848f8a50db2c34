import Regulation

/// Reading what names the vehicle.
extension SubmissionDraft {
    mutating func takeVehicleName(_ field: Field, _ text: String) {
        switch field {
        case .plate:
            let category = source[.plateCategory].flatMap { PlateCategory.read($0).value }
            takePlate(text, category)
        case .newPlate:
            let category = source[.newPlateCategory].flatMap { PlateCategory.read($0).value }
            takeNewPlate(text, category)
        case .plateCategory: submission.plateCategory = takeCategory(field, text)
        case .newPlateCategory: submission.newPlateCategory = takeCategory(field, text)
        case .vin: takeVIN(text)
        default: takeEngineNumber(text)
        }
    }

    private mutating func takePlate(_ text: String, _ category: PlateCategory?) {
        let reading = PlateNumber.read(withoutTextMark(.plate, text), category: category)
        guard let plate = reading.value else {
            return refuseVehicle(.plate, text, faults(.plate, reading), flag: .plateUnreadable)
        }
        keepPlate(.plate, plate, reading)
        submission.plate = plate
    }

    private mutating func takeNewPlate(_ text: String, _ category: PlateCategory?) {
        let reading = PlateNumber.read(withoutTextMark(.newPlate, text), category: category)
        guard let plate = reading.value else {
            flag(.plateUnreadable)
            guard turnsOn(.newPlate) else { return ignore(.newPlate, text) }
            for fault in faults(.newPlate, reading) { self.fault(fault) }
            return
        }
        keepPlate(.newPlate, plate, reading)
        submission.newPlate = plate
    }

    private mutating func keepPlate(_ field: Field, _ plate: PlateNumber, _ reading: Reading<PlateNumber>) {
        repaired(field, reading.repairs)
        for warning in reading.warnings {
            flag(warning.code == Flag.plateCategoryMismatch.rawValue ? .plateCategoryMismatch : .plateFormUnknown)
        }
        keep(field, plate.text)
    }

    private mutating func takeCategory(_ field: Field, _ text: String) -> PlateCategory? {
        let reading = PlateCategory.read(text)
        guard let category = reading.value else {
            ignore(field, text)
            return nil
        }
        repaired(field, reading.repairs)
        keep(field, category.code)
        return category
    }

    private mutating func takeVIN(_ text: String) {
        let reading = VIN.readLenient(withoutTextMark(.vin, text))
        guard let vin = reading.value else {
            return refuseVehicle(.vin, text, faults(.vin, reading), flag: .vinIrregular)
        }
        repaired(.vin, reading.repairs)
        for warning in reading.warnings {
            flag(warning.code == Flag.vinCheckDigit.rawValue ? .vinCheckDigit : .vinIrregular)
        }
        submission.vin = vin
        keep(.vin, vin.text)
    }

    private mutating func takeEngineNumber(_ text: String) {
        let reading = EngineNumber.read(withoutTextMark(.engineNumber, text))
        guard let number = reading.value else {
            return refuseVehicle(.engineNumber, text, faults(.engineNumber, reading), flag: .engineNumberIrregular)
        }
        repaired(.engineNumber, reading.repairs)
        if !reading.warnings.isEmpty { flag(.engineNumberIrregular) }
        submission.engineNumber = number
        keep(.engineNumber, number.text)
    }

    private func faults<Value>(_ field: Field, _ reading: Reading<Value>) -> [SubmissionReading.Fault] {
        // One proposal mends the value; it stands with the first fault.
        reading.faults.enumerated().map { position, finding in
            .identity(field, finding, proposal: position == 0 ? reading.proposal : nil)
        }
    }
}
