/// An accident whose facts are complete and agree with one another; everybody stands in the order of their ids, so the
/// order in which they were told changes nothing.
struct Accident: Sendable {
    struct Vehicle: Sendable {
        let id: String
        /// Where it stands in the request: `vehicles[0]`.
        let path: String
        let atFault: Bool
        let insured: Bool
        let damage: Amount
        let cause: ExclusionCause?

        var heading: LiabilityHeading { atFault ? .atFault : .noFault }

        /// Who pays what this vehicle's policy owes. One that should be insured and is not counts as insured, and its
        /// owner pays — Supreme Court Interpretation 16.
        var payer: CompensationPayer { insured ? .insurerOf(id) : .ownerOf(id) }
    }

    struct Victim: Sendable {
        let id: String
        let path: String
        /// The position of the vehicle in `vehicles`.
        let aboard: Int?
        let medical: Amount
        let deathDisability: Amount
        let intentional: Bool

        func loss(_ item: CompensationItem) -> Amount {
            switch item {
            case .property: .zero
            case .medical, .rescueAdvance: medical
            case .deathDisability: deathDisability
            }
        }
    }

    struct Property: Sendable {
        let id: String
        let path: String
        let loss: Amount
    }

    let date: CivilDate
    let vehicles: [Vehicle]
    let victims: [Victim]
    let outsideProperty: [Property]
    let rescueCost: Amount?
    let allAgreed: Bool
    let noFaultPaysAboardNoFault: Bool

    var isAnyAtFault: Bool { vehicles.contains(where: \.atFault) }
}
