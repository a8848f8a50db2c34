import BigInt

/// What the vehicles with a ground of exclusion advance for the rescue of victims (垫付抢救费用), within the medical limit
/// and with recourse — Regulation 22.
///
/// The costs are told as one sum; among several victims they are divided by medical costs. What other vehicles pay for
/// a victim's medical costs is not advanced again.
struct RescueAdvance {
    let claims: [ItemClaim]
    private let scale: BigUInt
    private let losses: [BigUInt]

    /// - Parameter medical: the settlement of medical costs under the same reading.
    init(_ accident: Accident, after medical: ItemSettlement, under reading: ExclusionReading) {
        let cost = accident.rescueCost ?? .zero
        let victims = accident.victims.indices.filter {
            !accident.advancers(to: accident.victims[$0], under: reading).isEmpty
        }
        let sum = victims.reduce(BigUInt(0)) { $0 + accident.victims[$1].medical.parts() }
        // Without medical costs as yet, in equal parts.
        let weights = victims.map { sum.isZero ? BigUInt(1) : accident.victims[$0].medical.parts() }
        let scale = max(sum.isZero ? BigUInt(victims.count) : sum, 1)
        var claims: [ItemClaim] = []
        var losses: [BigUInt] = []
        for (position, weight) in zip(victims, weights) {
            let victim = accident.victims[position]
            let covered = medical.lines.reduce(BigUInt(0)) { $1.claim == position ? $0 + BigUInt($1.fen) : $0 }
            let rescue = cost.parts(weight)
            // Rescue costs are part of the medical costs, which are often not known as yet when rescue is advanced.
            let loss = max(victim.medical.parts(scale), rescue)
            let open = min(rescue, loss - min(loss, covered * scale))
            let shown = Amount(parts: open, scale: scale) ?? .zero
            losses.append(open)
            claims.append(
                ItemClaim(
                    id: victim.id, path: victim.path, loss: shown,
                    payers: accident.advancers(to: victim, under: reading)
                ) {
                    Figure(
                        .rescueShare, .amount(shown), .share, citation: .advance,
                        inputs: [
                            Figure(.rescueCost, .amount(cost), .fact, path: "rescueCost"),
                            ItemClaims.fact(victim, .medical),
                        ], rounding: .downToFen)
                })
        }
        self.claims = claims
        self.losses = losses
        self.scale = scale
    }

    func settled(within limits: [Amount]) -> ItemSettlement {
        ItemSettlement(.rescueAdvance, claims: claims, limits: limits, losses: (losses, scale))
    }
}
