import Registry
package import Regulation

extension PremiumFields {
    /// The question the form asks, and what of it cannot be read. What is missing the law itself finds out.
    package func request(today: CivilDate) -> (request: PremiumRequest, faults: [LawFormFault]) {
        var faults: [LawFormFault] = []
        let region = Region(code: self[.region])
        if region == nil { faults.append(LawFormFault(PremiumField.region.rawValue, PremiumTexts.regionMissing)) }
        let record = DrivingRecord(rawValue: self[.record])
        if record == nil, floats { faults.append(LawFormFault(recordAnchor, PremiumTexts.recordMissing)) }
        let start = day(.start, &faults)
        let term = ShortTermGround(rawValue: self[.term])
        let appliedAt = self[.applied].isEmpty ? applicationDay(today, start) : day(.applied, &faults)
        let end = term == nil ? start.flatMap(Term.yearEnd) : day(.end, &faults)
        var request = PremiumRequest(
            vehicle: vehicle(&faults), region: region, appliedAt: appliedAt, start: start, end: end, shortTerm: term)
        let lastPaidAt = self[.paid].isEmpty ? nil : day(.paid, &faults)
        if let start, let appliedAt {
            request.history = history(record ?? .first, start, appliedAt, lastPaidAt)
        }
        return (request, faults)
    }

    /// The same vehicle with other histories, to be compared; none where nothing could change.
    package func alternatives(today: CivilDate) -> [(record: DrivingRecord, request: PremiumRequest)] {
        DrivingRecord.allCases.map { record in
            var fields = self
            fields[.record] = record.rawValue
            fields[.circumstance] = ""
            fields[.paid] = ""
            return (record, fields.request(today: today).request)
        }
    }

    var choice: VehicleChoice { VehicleChoice(rawValue: self[.kind]) ?? .family }

    /// The first of the choices is what the summary leads to.
    var recordAnchor: String { "record-\(DrivingRecord.cleanThree.rawValue)" }

    /// Whether the history can matter at all.
    private var floats: Bool { ![.motorcycle, .tractor, .lowSpeedTruck, .threeWheeler, .trailer].contains(choice) }

    /// Today, but never after the start: who asks about a past year applied before it.
    private func applicationDay(_ today: CivilDate, _ start: Instant?) -> Instant? {
        guard let now = Instant(shanghai: today) else { return nil }
        return start.map { min($0, now) } ?? now
    }

    private func day(_ field: PremiumField, _ faults: inout [LawFormFault]) -> Instant? {
        if let date = CivilDate(self[field]), (2006...2100).contains(date.year) { return Instant(shanghai: date) }
        let phrase = self[field].isEmpty ? PremiumTexts.dateMissing : PremiumTexts.dateForm
        faults.append(LawFormFault(field.rawValue, phrase))
        return nil
    }

    private func history(
        _ record: DrivingRecord, _ start: Instant, _ appliedAt: Instant, _ lastPaidAt: Instant?
    ) -> PremiumHistory {
        let circumstance = PremiumCircumstance(rawValue: self[.circumstance])
        var history = record.history(
            before: start, appliedAt: appliedAt, isUnpaid: circumstance == .unpaid, lastPaidAt: lastPaidAt)
        switch circumstance {
        case .soldFromElsewhere: history.isSoldFromOtherProvince = true
        case .movedWithProof, .movedWithoutProof:
            history.isMovedFromOtherProvince = true
            history.isMovedWithProof = circumstance == .movedWithProof
        case .unpaid, nil: break
        }
        return history
    }

    private func vehicle(_ faults: inout [LawFormFault]) -> VehicleFacts {
        var vehicle = VehicleFacts(vehicleClass: choice.vehicleClass, use: choice.use)
        switch choice.need {
        case .seats: vehicle.ratedPassengers = whole(.seats, PremiumTexts.seatsForm, &faults)
        case .load: vehicle.ratedLoadKg = whole(.load, PremiumTexts.loadForm, &faults)
        case .traction: vehicle.quasiTractionMassKg = whole(.traction, PremiumTexts.loadForm, &faults)
        case .special: vehicle.specialClass = Int(self[.special])
        case .motorcycle:
            vehicle.hasSidecar = self[.sidecar] == "1"
            vehicle.motorcycleKind = MotorcycleKind(rawValue: self[.electric])
            if vehicle.motorcycleKind != nil { vehicle.energy = .batteryElectric }
            if vehicle.energy == nil {
                vehicle.displacementML = whole(.displacement, PremiumTexts.displacementForm, &faults)
            }
        case .tractor:
            vehicle.tractorKind = TractorKind(rawValue: self[.tractor])
            vehicle.power = FormNumber.power(self[.power])
            if vehicle.power == nil, !self[.power].isEmpty {
                faults.append(LawFormFault(PremiumField.power.rawValue, PremiumTexts.powerForm))
            }
        case nil: break
        }
        vehicle.isPoliceOrPrisonVan = self[.police] == "1" && choice.need == .seats
        return vehicle
    }

    /// Empty is not known; anything but a whole number is a fault.
    private func whole(_ field: PremiumField, _ form: Phrase, _ faults: inout [LawFormFault]) -> Int? {
        if self[field].isEmpty { return nil }
        if let number = FormNumber.whole(self[field]) { return number }
        faults.append(LawFormFault(field.rawValue, form))
        return nil
    }
}
