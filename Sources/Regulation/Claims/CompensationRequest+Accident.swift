extension CompensationRequest {
    /// Accidents with more of any kind are refused; it bounds the work of an answer.
    static let mostOfAKind = 100
    /// Ten thousand million yuan for a single loss; sums of all of them stay amounts.
    static let largestLoss: Int64 = 1_000_000_000_000

    /// The accident, or everything that keeps it from being settled.
    func accident() throws(Refusal) -> Accident {
        var checks = CompensationChecks()
        let counts = [
            ("vehicles", vehicles.count), ("victims", victims.count), ("outsideProperty", outsideProperty.count),
        ]
        for (path, count) in counts where count > Self.mostOfAKind { checks.tooMany(path) }
        guard checks.findings.isEmpty else { throw Refusal(checks.findings) }

        let moment = checks.required(accidentAt, "accidentAt", Sentence("事故发生时间", "the moment of the accident"))
        if vehicles.isEmpty { checks.missing("vehicles", Sentence("至少一辆机动车", "at least one vehicle")) }
        let cars = vehicles.enumerated().compactMap { Self.vehicle($1, "vehicles[\($0)]", &checks) }
            .sorted { $0.id < $1.id }
        let known = Set(vehicles.compactMap(\.id))
        var people: [Accident.Victim] = []
        for (place, victim) in victims.enumerated() {
            let path = "victims[\(place)]"
            if let aboard = victim.aboard, !known.contains(aboard) { checks.unknownVehicle("\(path).aboard") }
            let aboard = victim.aboard.flatMap { aboard in cars.firstIndex { $0.id == aboard } }
            if let person = Self.victim(victim, path, aboard: aboard, &checks) { people.append(person) }
        }
        let things = outsideProperty.enumerated().compactMap { place, thing -> Accident.Property? in
            let path = "outsideProperty[\(place)]"
            let id = checks.id(thing.id, path)
            let loss = checks.loss(thing.loss, "\(path).loss", Sentence("财产损失金额", "the loss"))
            guard let id, let loss else { return nil }
            return Accident.Property(id: id, path: path, loss: loss)
        }
        if rescueCost != nil { _ = checks.loss(rescueCost, "rescueCost", Sentence("抢救费用", "rescue costs")) }
        guard checks.findings.isEmpty, let moment else { throw Refusal(checks.findings) }
        return Accident(
            date: moment.shanghaiDate, vehicles: cars, victims: people.sorted { $0.id < $1.id },
            outsideProperty: things.sorted { $0.id < $1.id }, rescueCost: rescueCost, allAgreed: allAgreed ?? false,
            noFaultPaysAboardNoFault: noFaultPaysAboardNoFault)
    }

    private static func vehicle(
        _ vehicle: Vehicle, _ path: String, _ checks: inout CompensationChecks
    ) -> Accident.Vehicle? {
        let id = checks.id(vehicle.id, path)
        let atFault = checks.required(
            vehicle.atFault, "\(path).atFault",
            Sentence("是否有责任（无法认定的按有责任填写）", "whether it is at fault (if nobody can tell, it counts as at fault)"))
        let insured = checks.required(
            vehicle.insured, "\(path).insured", Sentence("是否投保交强险", "whether it is insured"))
        let damage = checks.loss(vehicle.damage, "\(path).damage", Sentence("车辆损失金额", "the damage to it"))
        guard let id, let atFault, let insured, let damage else { return nil }
        return Accident.Vehicle(
            id: id, path: path, atFault: atFault, insured: insured, damage: damage, cause: vehicle.cause)
    }

    private static func victim(
        _ victim: Victim, _ path: String, aboard: Int?, _ checks: inout CompensationChecks
    ) -> Accident.Victim? {
        let id = checks.id(victim.id, path)
        let medical = checks.loss(victim.medical, "\(path).medical", Sentence("医疗费用", "the medical costs"))
        let deathDisability = checks.loss(
            victim.deathDisability, "\(path).deathDisability", Sentence("死亡伤残损失", "the loss by death or disability"))
        guard let id, let medical, let deathDisability else { return nil }
        return Accident.Victim(
            id: id, path: path, aboard: aboard, medical: medical, deathDisability: deathDisability,
            intentional: victim.intentional)
    }
}
