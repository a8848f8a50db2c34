/// Every item of an accident settled under one reading of the grounds of exclusion.
struct AccidentSettlement {
    let items: [ItemSettlement]

    init(_ accident: Accident, _ limits: AccidentLimits, under reading: ExclusionReading) {
        let figures = CompensationFigures(accident: accident, limits: limits)
        let claims = ItemClaims(accident: accident, figures: figures)
        let substitution = Substitution(accident, limit: limits.limit(for: .property, .noFault).amount)
        let property = ItemSettlement(
            .property, claims: claims.property(substitution), limits: limits.amounts(for: .property, of: accident),
            substitution: substitution)
        let injuries = CompensationItem.injuries.map { item in
            ItemSettlement(
                item, claims: claims.injuries(item, under: reading), limits: limits.amounts(for: item, of: accident))
        }
        let advance = RescueAdvance(accident, after: injuries[0], under: reading)
        items = [property] + injuries + [advance.settled(within: limits.amounts(for: .rescueAdvance, of: accident))]
    }

    /// What each item leaves open; an advance counts towards medical costs.
    func uncompensated() -> [UncompensatedLoss] {
        let advanced = paid(under: .rescueAdvance)
        let open = items.filter { $0.item != .rescueAdvance }.flatMap { settlement in
            let paid = paid(under: settlement.item)
            return settlement.claims.compactMap { claim -> UncompensatedLoss? in
                let both = (paid[claim.id] ?? 0) + (settlement.item == .medical ? advanced[claim.id] ?? 0 : 0)
                guard both < claim.loss.fen, let amount = Amount(fen: claim.loss.fen - both) else { return nil }
                return UncompensatedLoss(id: claim.id, item: settlement.item, amount: amount)
            }
        }
        return open.sorted { ($0.id, $0.item.order) < ($1.id, $1.item.order) }
    }

    /// Fen by the ids of claimants.
    private func paid(under item: CompensationItem) -> [String: Int64] {
        var sums: [String: Int64] = [:]
        for settlement in items where settlement.item == item {
            for line in settlement.lines { sums[settlement.claims[line.claim].id, default: 0] += line.fen }
        }
        return sums
    }
}
