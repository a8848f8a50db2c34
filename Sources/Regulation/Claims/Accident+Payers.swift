/// Whose policy answers to whom — Regulation 21 and 22; claims practice, sharing among several vehicles.
extension Accident {
    /// Whether a ground of exclusion keeps this vehicle's policy from paying — Regulation 22. Property is asked under
    /// the clause always: no court has it paid.
    func excludes(_ vehicle: Vehicle, under reading: ExclusionReading) -> Bool {
        guard let cause = vehicle.cause else { return false }
        return reading == .clause || !cause.courtPaysInjuries
    }

    /// Vehicles at fault pay one another's damage and that of the others, never their own: the ÷(N−1) and the ÷N.
    /// What vehicles without fault owe those at fault is `Substitution`.
    func payersOfDamage(to position: Int) -> [Int] {
        payers(under: .clause) { $0 != position && $1.atFault }
    }

    /// Vehicles without fault pay things outside only when no vehicle is at fault.
    func payersOfOutsideProperty() -> [Int] {
        payers(under: .clause) { $1.atFault || !isAnyAtFault }
    }

    /// Nobody aboard is a victim of the own vehicle, and whoever meant the accident is paid nothing — Regulation 21.
    func payersOfInjury(to victim: Victim, under reading: ExclusionReading) -> [Int] {
        if victim.intentional { return [] }
        return payers(under: reading) { answersForInjury($0, $1, to: victim) }
    }

    /// The vehicles that only advance rescue costs to this victim — Regulation 22.
    func advancers(to victim: Victim, under reading: ExclusionReading) -> [Int] {
        if victim.intentional { return [] }
        return vehicles.indices.filter { position in
            let vehicle = vehicles[position]
            return excludes(vehicle, under: reading) && answersForInjury(position, vehicle, to: victim)
        }
    }

    private func answersForInjury(_ position: Int, _ vehicle: Vehicle, to victim: Victim) -> Bool {
        guard let aboard = victim.aboard else { return true }
        if aboard == position { return false }
        return vehicle.atFault || vehicles[aboard].atFault || noFaultPaysAboardNoFault
    }

    private func payers(under reading: ExclusionReading, where pays: (Int, Vehicle) -> Bool) -> [Int] {
        vehicles.indices.filter { position in
            let vehicle = vehicles[position]
            return !excludes(vehicle, under: reading) && pays(position, vehicle)
        }
    }
}
