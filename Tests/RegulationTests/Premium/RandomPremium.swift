import Regulation

/// Requests drawn from dice: most of them lawful, some odd, a few impossible.
enum RandomPremium {
    private static let day: Int64 = 86_400_000

    static func request(_ dice: inout Dice) -> PremiumRequest {
        let applied = moment(&dice)
        let start = applied.adding(milliseconds: Int64(dice.below(80)) * day)
        let ground = dice.below(4) == 0 ? pick(ShortTermGround.allCases, &dice) : nil
        let end = ground == nil ? Term.yearEnd(from: start) : start.adding(days: 1 + dice.below(365))
        return PremiumRequest(
            vehicle: vehicle(&dice), region: pick(Region.all, &dice), appliedAt: applied, start: start, end: end,
            shortTerm: ground, history: history(before: applied, &dice))
    }

    private static func moment(_ dice: inout Dice) -> Instant {
        // From the middle of 2006 on, twenty years and more.
        Instant(milliseconds: 1_151_712_000_000)?.adding(milliseconds: Int64(dice.below(8000)) * day) ?? .distantPast
    }

    private static func pick<Value>(_ values: [Value], _ dice: inout Dice) -> Value {
        values[dice.below(values.count)]
    }

    private static func vehicle(_ dice: inout Dice) -> VehicleFacts {
        if dice.below(2) == 0 {
            return VehicleFacts(vehicleClass: .passenger, use: .household, ratedPassengers: 2 + dice.below(8))
        }
        return VehicleFacts(
            vehicleClass: pick(VehicleClass.allCases, &dice), use: pick(VehicleUse.allCases, &dice),
            ratedPassengers: 1 + dice.below(50), ratedLoadKg: dice.below(20) * 1000,
            quasiTractionMassKg: dice.below(40) * 1000, displacementML: dice.below(10) * 50,
            power: Power(milliwatts: Int64(dice.below(30)) * 1_000_000), specialClass: 1 + dice.below(4),
            hasSidecar: dice.below(4) == 0, motorcycleKind: pick(MotorcycleKind.allCases, &dice),
            tractorKind: pick(TractorKind.allCases, &dice), isPoliceOrPrisonVan: dice.below(20) == 0,
            energy: pick(Energy.allCases, &dice))
    }

    private static func history(before applied: Instant, _ dice: inout Dice) -> PremiumHistory {
        var history = PremiumHistory(
            isFirstInsurance: dice.below(8) == 0, isSoldFromOtherProvince: dice.below(20) == 0,
            isMovedFromOtherProvince: dice.below(10) == 0, isMovedWithProof: dice.below(2) == 0)
        if history.isFirstInsurance { return history }
        for _ in 0..<dice.below(6) {
            let issued = applied.adding(days: 30 - dice.below(2200))
            let start = issued.adding(days: dice.below(90))
            let days = dice.below(4) == 0 ? 1 + dice.below(370) : 365
            history.policies.append(EarlierPolicy(issuedAt: issued, start: start, end: start.adding(days: days)))
        }
        for _ in 0..<dice.below(4) {
            let accident = applied.adding(days: 10 - dice.below(2200))
            let paid = dice.below(4) == 0 ? nil : accident.adding(days: dice.below(400))
            history.claims.append(
                EarlierClaim(
                    accidentAt: accident, paidAt: paid, isAtFault: dice.below(4) > 0, isDeath: dice.below(6) == 0,
                    isWhileStolen: dice.below(10) == 0))
        }
        return history
    }
}
