import Registry

/// Writes the rows of one file in the manner of its insurer, as UTF-8.
struct RowWriter {
    var text = ByteText(capacity: 80_000)
    let setting: WorldSetting
    let habits: WritingHabits
    let words: Vocabulary
    /// What is printed of the vehicle at hand; kept while rows of the same vehicle follow each other.
    private(set) var details: VehicleDetails?
    private var detailsOf = -1
    private var holder: Policyholder?
    /// The vehicle and the generation the kept holder belongs to.
    private var holderOf = (vehicle: -1, generation: 0)
    /// A plate on its way into the row.
    var scratch = ByteText(capacity: 16)

    /// One row's worth of facts.
    struct Row {
        let occurrence: Occurrence
        let contract: Contract
        let previous: (contract: Contract, isSameInsurer: Bool)?
        let vehicle: SampleVehicle
        let details: VehicleDetails
        let province: Province
        let region: Int
        let holder: Policyholder
        let sequence: Int
        let target: Int
        let errors: TypingErrors
        let insurer: String

        /// Whether the whole contract is written out, or only what happened to it.
        var isFull: Bool {
            switch occurrence.event {
            case .policy, .proposal, .correction: true
            default: false
            }
        }
    }

    init(_ setting: WorldSetting, _ habits: WritingHabits) {
        self.setting = setting
        self.habits = habits
        words = Vocabulary(habits)
    }

    /// The mark of the encoding, where there is one, and the header.
    mutating func begin() {
        if habits.encoding == .utf8WithBOM { text.add([0xEF, 0xBB, 0xBF]) }
        for (position, field) in habits.columns.enumerated() {
            if position > 0 { text.add(ascii: ",") }
            if habits.quotesAll { text.add(ascii: "\"") }
            text.add(habits.isChinese ? field.names.chinese : field.names.english)
            if habits.quotesAll { text.add(ascii: "\"") }
        }
        text.add(habits.lineEnd)
    }

    mutating func write(_ occurrence: Occurrence, of vehicle: SampleVehicle, _ life: Life, sequence: Int, target: Int) {
        let row = row(occurrence, of: vehicle, life, sequence: sequence, target: target)
        for (position, field) in habits.columns.enumerated() {
            if position > 0 { text.add(ascii: ",") }
            if habits.quotesAll { text.add(ascii: "\"") }
            if row.isFull || Self.isAlwaysWritten(field) { write(field, row) }
            if habits.quotesAll { text.add(ascii: "\"") }
        }
        text.add(habits.lineEnd)
    }

    private mutating func row(
        _ occurrence: Occurrence, of vehicle: SampleVehicle, _ life: Life, sequence: Int, target: Int
    ) -> Row {
        let details = details(of: vehicle)
        let contract = life.contracts[occurrence.contract]
        let cell = vehicle.cell(contract.bearing, in: setting)
        let province = Province.all[cell.province]
        return Row(
            occurrence: occurrence, contract: contract,
            previous: contract.previous.map { (life.contracts[$0], life.contracts[$0].insurer == contract.insurer) },
            vehicle: vehicle, details: details, province: province, region: province.region(office: cell.office),
            holder: holder(of: vehicle, generation: contract.bearing == .movedIn ? 1 : 0, province),
            sequence: sequence, target: target, errors: errors(vehicle, sequence),
            insurer: SampleInsurer.all[contract.insurer].code)
    }

    private mutating func details(of vehicle: SampleVehicle) -> VehicleDetails {
        if let details, detailsOf == vehicle.index { return details }
        let fresh = VehicleDetails(vehicle, in: setting)
        details = fresh
        detailsOf = vehicle.index
        return fresh
    }

    private mutating func holder(of vehicle: SampleVehicle, generation: Int, _ province: Province) -> Policyholder {
        if let holder, holderOf == (vehicle.index, generation) { return holder }
        let fresh = Policyholder(vehicle, generation: generation, province: province, in: setting)
        holder = fresh
        holderOf = (vehicle.index, generation)
        return fresh
    }

    /// Vehicles that tell a story are written without slips, but for the one their story is about.
    private func errors(_ vehicle: SampleVehicle, _ sequence: Int) -> TypingErrors {
        guard habits.makesTypingErrors, vehicle.storyNumber == nil else { return .none }
        var draws = setting.draws(.typing, sequence)
        return TypingErrors(&draws)
    }

    /// What a row says even when it only reports something about a contract.
    private static func isAlwaysWritten(_ field: Field) -> Bool {
        switch field {
        case .event, .insurer, .sequence, .policyNumber, .plate, .plateCategory, .vin, .engineNumber, .brandModel,
            .effectiveAt, .ground, .layUpUntil, .newPlate, .newPlateCategory, .corrects:
            true
        default: false
        }
    }
}
