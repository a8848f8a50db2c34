import Registry

extension RowWriter {
    mutating func write(_ field: Field, _ row: Row) {
        if row.errors.emptyCells & (1 << UInt64(field.rawValue)) != 0, Self.mayBeLeftEmpty(field) { return }
        switch field {
        case .event: text.add(words.word(row.occurrence.event))
        case .insurer: text.add(row.insurer)
        case .sequence: text.add(number: row.sequence)
        case .policyNumber: row.contract.write(numberOf: row.vehicle, in: setting, into: &text)
        case .plate, .plateCategory, .vin, .engineNumber, .vehicleClass, .use, .brandModel, .ratedPassengers,
            .ratedLoadKg, .curbMassKg, .displacementML, .powerKW, .energy, .registeredOn:
            writeVehicle(field, row)
        case .policyholderName, .policyholderDocument, .insuredName, .insuredDocument, .phone:
            writeHolder(field, row)
        case .region, .start, .end, .appliedAt, .paidAt, .issuedAt, .premium, .vehicleTax, .previousPolicyNumber:
            writeContract(field, row)
        case .effectiveAt, .ground, .layUpUntil, .newPlate, .newPlateCategory, .corrects:
            writeChange(field, row)
        }
    }

    private static func mayBeLeftEmpty(_ field: Field) -> Bool {
        switch field {
        case .plateCategory, .engineNumber, .curbMassKg, .displacementML, .registeredOn, .policyholderDocument, .phone,
            .appliedAt, .paidAt, .region:
            true
        default: false
        }
    }

    // MARK: the vehicle

    private mutating func writeVehicle(_ field: Field, _ row: Row) {
        let model = row.details.model
        switch field {
        case .plate: write(plate: row.occurrence.bearing, row)
        case .plateCategory:
            if row.occurrence.bearing != .none { text.add(row.vehicle.category(row.occurrence.bearing)) }
        case .vin: row.errors.write(frame: row.details.vin, into: &text)
        case .engineNumber: text.add(row.details.engineNumber)
        case .vehicleClass: text.add(words.word(model.vehicleClass))
        case .use: text.add(words.word(row.vehicle.fleet.use))
        case .brandModel: text.add(model.name)
        case .ratedPassengers: writeUnlessZero(model.passengers)
        case .ratedLoadKg: writeUnlessZero(model.loadKg)
        case .curbMassKg: writeUnlessZero(model.curbMassKg)
        case .displacementML: writeUnlessZero(model.displacementML)
        case .powerKW:
            text.add(number: model.power / 10)
            text.add(ascii: ".")
            text.add(number: model.power % 10)
        case .energy: text.add(words.word(model.energy))
        default: writeDay(row.vehicle.registeredDay, unless: !row.vehicle.isRegistered(row.occurrence.bearing))
        }
    }

    private mutating func write(plate bearing: Bearing, _ row: Row) {
        scratch.clear()
        row.vehicle.write(plate: bearing, in: setting, into: &scratch)
        row.errors.write(plate: scratch.bytes, into: &text)
    }

    private mutating func writeUnlessZero(_ number: Int) {
        if number != 0 { text.add(number: number) }
    }

    private mutating func writeDay(_ day: Int, unless isUnknown: Bool) {
        guard !isUnknown else { return }
        let isSlashed = habits.times == .slashed
        text.add(day: day, separator: isSlashed ? "/" : "-", padded: !isSlashed)
    }

    // MARK: the people

    private mutating func writeHolder(_ field: Field, _ row: Row) {
        switch field {
        case .policyholderName, .insuredName: writeQuotingCommas(row.holder.name)
        case .policyholderDocument, .insuredDocument: text.add(row.holder.document)
        default: text.add(row.holder.phone)
        }
    }

    private mutating func writeQuotingCommas(_ bytes: [UInt8]) {
        let needsQuotes = !habits.quotesAll && bytes.contains(UInt8(ascii: ","))
        if needsQuotes { text.add(ascii: "\"") }
        text.add(bytes)
        if needsQuotes { text.add(ascii: "\"") }
    }

    // MARK: the contract

    private mutating func writeContract(_ field: Field, _ row: Row) {
        let isProposal = row.occurrence.event == .proposal
        switch field {
        case .region: text.add(number: row.region, digits: 6)
        case .start, .end: writePeriod(field, row)
        case .appliedAt: write(time: row.contract.appliedAt)
        case .paidAt: if !isProposal { write(time: row.contract.paidAt) }
        case .issuedAt: if !isProposal { write(time: row.contract.issuedAt) }
        case .premium: write(fen: premium(row))
        case .vehicleTax: write(fen: tax(row))
        default:
            if let previous = row.previous, previous.isSameInsurer {
                previous.contract.write(numberOf: row.vehicle, in: setting, into: &text)
            }
        }
    }

    private func premium(_ row: Row) -> Int {
        let base = Tariff.base(row.details.model, use: row.vehicle.fleet.use, province: row.province)
        let fen = Tariff.premium(
            base: base, days: (row.contract.end - row.contract.start) / LocalTime.day,
            percent: row.contract.floatPercent, isShortTerm: row.contract.isShortTerm)
        return row.occurrence.mistake == .premium ? fen * 10 : fen
    }

    /// A vehicle bought in the year pays for the months left of it.
    private func tax(_ row: Row) -> Int {
        let year = Tariff.tax(row.details.model)
        guard row.contract.previous == nil, row.contract.bearing == .none else { return year }
        let months = 12 - (LocalTime.month(row.contract.start) - 1)
        return (year * months * 2 + 12) / 24
    }

    private mutating func write(fen: Int) {
        if habits.shortensAmounts, fen % 100 == 0 { return text.add(number: fen / 100) }
        text.add(fen: fen)
    }

    // MARK: what happened

    private mutating func writeChange(_ field: Field, _ row: Row) {
        let occurrence = row.occurrence
        switch field {
        case .effectiveAt: if occurrence.effectiveAt != 0 { write(time: occurrence.effectiveAt) }
        case .ground: if let ground = occurrence.ground { text.add(words.word(ground)) }
        case .layUpUntil: if occurrence.until != 0 { write(time: occurrence.until) }
        case .newPlate: write(plate: occurrence.newBearing, row)
        case .newPlateCategory:
            if occurrence.newBearing != .none { text.add(row.vehicle.category(occurrence.newBearing)) }
        default:
            if occurrence.target != .none {
                row.contract.write(numberOf: row.vehicle, in: setting, into: &text)
                text.add(ascii: "#")
                text.add(number: row.target)
            }
        }
    }
}
