import BigInt

/// One item of an accident settled: who pays whom, to the fen.
struct ItemSettlement {
    struct Line {
        /// Positions in `Accident.vehicles` and in `claims`.
        let payer: Int
        let claim: Int
        let fen: Int64
        let isRaised: Bool
        /// The position in `sharing.pairs`; `nil` for a substitution.
        let pair: Int?
    }

    let item: CompensationItem
    let claims: [ItemClaim]
    let substitution: Substitution?
    let sharing: LimitSharing
    /// By the ids of payers, then of claimants.
    let lines: [Line]

    /// - Parameters:
    ///   - limits: by vehicle.
    ///   - losses: by claim, in parts of `scale`, where they are no whole fen.
    init(
        _ item: CompensationItem, claims: [ItemClaim], limits: [Amount], substitution: Substitution? = nil,
        losses: (parts: [BigUInt], scale: BigUInt)? = nil
    ) {
        self.item = item
        self.claims = claims
        self.substitution = substitution
        let scale = losses?.scale ?? substitution?.scale ?? 1
        let sharedLosses = claims.indices.map { position in
            if let losses { return losses.parts[position] }
            let received = claims[position].vehicle.flatMap { substitution?.received(by: $0) } ?? 0
            return claims[position].loss.parts(scale) - received
        }
        sharing = LimitSharing(
            limits: limits.map { $0.parts() },
            claims: zip(sharedLosses, claims).map { LimitSharing.Claim(loss: $0, payers: $1.payers) }, scale: scale)
        lines = Self.lines(sharing, substitution, claims, payers: limits.count)
    }

    private static func lines(
        _ sharing: LimitSharing, _ substitution: Substitution?, _ claims: [ItemClaim], payers: Int
    ) -> [Line] {
        var cells: [(cell: FenRounding.Cell, pair: Int?)] = zip(sharing.pairs, sharing.paid).enumerated().map {
            (FenRounding.Cell(payer: $1.0.payer, claim: $1.0.claim, parts: $1.1), $0)
        }
        if let substitution {
            let factor = sharing.scale / substitution.scale
            for (claim, vehicle) in claims.map(\.vehicle).enumerated() {
                guard let vehicle, let receiver = substitution.receivers.firstIndex(of: vehicle) else { continue }
                for giver in substitution.givers {
                    let parts = substitution.parts[receiver] * factor
                    cells.append((FenRounding.Cell(payer: giver, claim: claim, parts: parts), nil))
                }
            }
        }
        cells.sort { ($0.cell.payer, $0.cell.claim) < ($1.cell.payer, $1.cell.claim) }
        let rounding = FenRounding(cells.map(\.cell), payers: payers, claims: claims.count, scale: sharing.scale)
        return cells.enumerated().map { position, entry in
            Line(
                payer: entry.cell.payer, claim: entry.cell.claim, fen: rounding.fen[position],
                isRaised: rounding.isRaised[position], pair: entry.pair)
        }
    }
}
