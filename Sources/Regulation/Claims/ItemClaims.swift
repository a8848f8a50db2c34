import BigInt

/// Gathers the losses of an accident under each item — Regulation 21.
struct ItemClaims {
    let accident: Accident
    let figures: CompensationFigures

    /// Damage to vehicles, which those at fault share after substitution, and things outside.
    func property(_ substitution: Substitution?) -> [ItemClaim] {
        let vehicles = accident.vehicles.indices.map { position in
            ItemClaim(
                id: accident.vehicles[position].id, path: accident.vehicles[position].path,
                loss: accident.vehicles[position].damage, payers: accident.payersOfDamage(to: position),
                vehicle: position
            ) { [figures] in figures.damage(to: position, substitution) }
        }
        let payers = accident.payersOfOutsideProperty()
        let outside = accident.outsideProperty.map { property in
            ItemClaim(id: property.id, path: property.path, loss: property.loss, payers: payers) {
                Figure(.outsidePropertyLoss, .amount(property.loss), .fact, path: "\(property.path).loss")
            }
        }
        return (vehicles + outside).sorted { $0.id < $1.id }
    }

    func injuries(_ item: CompensationItem, under reading: ExclusionReading) -> [ItemClaim] {
        accident.victims.map { victim in
            ItemClaim(
                id: victim.id, path: victim.path, loss: victim.loss(item),
                payers: accident.payersOfInjury(to: victim, under: reading)
            ) { Self.fact(victim, item) }
        }
    }

    static func fact(_ victim: Accident.Victim, _ item: CompensationItem) -> Figure {
        Figure(
            item == .deathDisability ? .deathDisabilityLoss : .medicalLoss, .amount(victim.loss(item)), .fact,
            path: "\(victim.path).\(item.limitedAs.rawValue)")
    }
}
