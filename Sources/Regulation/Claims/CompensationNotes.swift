/// What an answer about an accident says of the readings it rests on where the texts leave room, each only where it
/// mattered, and of facts that are odd.
struct CompensationNotes {
    let accident: Accident
    let settlement: AccidentSettlement

    func add(to remarks: inout Remarks) {
        for reading in CompensationReading.allCases where applies(reading) { remarks.note(reading.finding) }
        warnOfRescueCost(&remarks)
    }

    private func applies(_ reading: CompensationReading) -> Bool {
        let vehicles = accident.vehicles
        let substitution = settlement.items.lazy.compactMap(\.substitution).first
        switch reading {
        case .uninsuredCountsAsInsured: return vehicles.contains { !$0.insured }
        case .substitutionWithoutInsurer:
            guard let substitution else { return false }
            return (substitution.givers + substitution.receivers).contains { !vehicles[$0].insured }
        case .substitutionBefore2008: return substitution != nil && accident.date.year < 2008
        case .laterRoundsEqually: return settlement.items.contains { $0.sharing.rounds.count > 1 }
        case .leftoverFen: return settlement.items.contains { $0.lines.contains(where: \.isRaised) }
        case .aboardWithoutFault:
            return !accident.noFaultPaysAboardNoFault && vehicles.count { !$0.atFault } > 1
                && accident.victims.contains { victim in
                    victim.aboard.map { !vehicles[$0].atFault } ?? false
                }
        case .outsidePropertyWithoutFault:
            return !accident.isAnyAtFault && accident.outsideProperty.contains { $0.loss > .zero }
        case .exclusionAmongSeveral: return vehicles.count > 1 && vehicles.contains { $0.cause != nil }
        case .rescueAmongSeveral: return advanceClaims.count > 1 && (accident.rescueCost ?? .zero) > .zero
        }
    }

    private var advanceClaims: [ItemClaim] {
        settlement.items.first { $0.item == .rescueAdvance }?.claims ?? []
    }

    private func warnOfRescueCost(_ remarks: inout Remarks) {
        guard let cost = accident.rescueCost else {
            if !advanceClaims.isEmpty {
                remarks.warn(
                    warning(
                        "rescueCostUnknown", "存在免责事由，只垫付抢救费用；未填写抢救费用，按没有计算。",
                        "A ground of exclusion leaves only rescue costs to be advanced; none are given, so none are."))
            }
            return
        }
        if advanceClaims.isEmpty {
            remarks.warn(
                warning(
                    "rescueCostNotAdvanced", "没有可垫付的情形，抢救费用作为医疗费用的一部分赔偿，不另计。",
                    "Nothing is to be advanced; rescue costs are part of medical costs and are not counted again."))
            return
        }
        let medical = accident.victims.reduce(Amount.zero) { $0.adding($1.medical) ?? $0 }
        if cost > medical, medical > .zero {
            remarks.warn(
                warning(
                    "rescueCostBeyondMedical", "抢救费用大于医疗费用合计；医疗费用应包含抢救费用，请核对。",
                    "Rescue costs exceed medical costs, which should contain them: please check."))
        }
    }

    private func warning(_ code: String, _ chinese: String, _ english: String) -> Finding {
        Finding(code: code, message: chinese, english: english, path: "rescueCost", citation: .advance)
    }
}
