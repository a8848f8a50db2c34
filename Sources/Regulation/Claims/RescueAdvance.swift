import BigInt

/// What the vehicles with a ground of exclusion advance for the rescue of victims (垫付抢救费用), within the medical limit
/// and with recourse — Regulation 22.
///
/// The costs are told as one sum; among those the vehicles answer to they are divided by medical costs. Rescue costs
/// are medical costs (Regulation 41): nobody is advanced more than what other vehicles leave open of the own medical
/// loss.
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
        let scale = max(sum, 1)
        var claims: [ItemClaim] = []
        var losses: [BigUInt] = []
        for position in victims {
            let victim = accident.victims[position]
            let covered = medical.lines.reduce(Int64(0)) { $1.claim == position ? $0 + $1.fen : $0 }
            let left = victim.medical.subtracting(Amount(fen: covered) ?? .zero) ?? .zero
            let open = min(cost.parts(victim.medical.parts()), left.parts(scale))
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
                        ], rounding: .downToFen,
                        reason: Sentence(
                            "多名受害人按医疗费用划分；每人以尚未获赔的医疗费用为限。",
                            "Divided among victims by medical costs; for each at most what is left open of them."))
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
