/// The leaves and small steps of the derivation.
extension VehicleTaxReckoning {
    /// What the item was chosen by.
    var itemFacts: [Figure] {
        let vehicle = facts.vehicle
        let isPassenger = vehicle.vehicleClass == .passenger
        let given = [
            vehicle.classFact, isPassenger ? vehicle.seatsFact : nil, isPassenger ? vehicle.displacementFact : nil,
            vehicle.energyFact, vehicle.motorcycleKindFact,
            vehicle.isPoliceOrPrisonVan
                ? Figure.fact(.policeOrPrisonVan, .flag(true), at: "vehicle.policeOrPrisonVan") : nil,
        ]
        return given.compactMap { $0 }
    }

    func rateNode(
        _ row: TableRow<VehicleTaxRate>, _ rate: Amount, _ item: VehicleTaxItem, year: Int
    ) -> D.Node {
        let region = FigureValue.word(
            code: facts.region.code, title: Sentence(facts.region.fullName, facts.region.code))
        return D.node(
            Figure(
                .annualRate, .amount(rate), .lookUp, citation: row.citation,
                inputs: [
                    .fact(.insuranceRegion, region, at: "region"), .fact(.taxYear, .count(year, .years), at: "year"),
                ] + itemFacts, status: row.status, reason: item.title))
    }

    func tonnesNode(_ massKg: Int) -> D.Node {
        let mass = D.node(.fact(.curbMass, .count(massKg, .kilograms), at: "vehicle.curbMassKg"))
        return D.node(
            {
                Figure(
                    .taxedTonnes, .ratio(Ratio(Int64(massKg), over: 1000) ?? .one), .divide,
                    citation: .licenceData, inputs: $0)
            }, over: [mass])
    }

    var trailerNode: D.Node {
        D.node(
            Figure(
                .trailerShare, .ratio(Ratio(percent: 50)), .lookUp, citation: .vehicleTaxSchedule,
                reason: Sentence("挂车按照货车税额的百分之五十计算。", "A trailer pays half of a truck's rate.")))
    }

    var halfNode: D.Node {
        D.node(
            {
                Figure(.reliefShare, .ratio(Ratio(percent: 50)), .choose, citation: .vehicleTaxRelief, inputs: $0)
            }, over: [reliefFact(.half)])
    }

    func reliefFact(_ relief: VehicleTaxRelief) -> D.Node {
        D.node(.fact(.taxRelief, .word(code: relief.rawValue, title: relief.title), at: "relief"))
    }

    func monthsNode(_ count: Int) -> D.Node {
        var facts: [D.Node] = []
        var citation = Citation.taxByInsurers
        switch self.facts.months {
        case .wholeYear: break
        case .sinceAcquired(let month):
            citation = .newVehicleTax
            facts = [D.node(.fact(.acquiredMonth, .count(month, .months), at: "acquiredMonth"))]
        case .shortTerm(let start, let end, _):
            facts = [
                D.node(.fact(.termStart, .instant(start), at: "start")),
                D.node(.fact(.termEnd, .instant(end), at: "end")),
            ]
        }
        let months = D.node(
            { Figure(.taxedMonths, .count(count, .months), .span, citation: citation, inputs: $0) }, over: facts)
        return D.node(
            {
                Figure(
                    .taxedShareOfYear, .ratio(Ratio(Int64(count), over: 12) ?? .one), .divide, citation: citation,
                    inputs: $0)
            }, over: [months])
    }
}
