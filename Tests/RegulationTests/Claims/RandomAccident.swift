import Regulation

/// Accidents of every kind, drawn from dice: amounts of all sizes, beside limits as well as on them.
enum RandomAccident {
    static let letters = ["A", "B", "C", "D", "E"]

    static func request(_ dice: inout Dice, causes: Bool = true) -> CompensationRequest {
        let dates = ["2007-05-01", "2012-05-01", "2026-05-01"]
        let vehicles = letters.prefix(dice.below(5) + 1).map { id in
            CompensationRequest.Vehicle(
                id: id, atFault: dice.below(5) < 3, insured: dice.below(5) > 0, damage: amount(&dice, 200_000),
                cause: causes && dice.below(8) == 0 ? ExclusionCause.allCases[dice.below(4)] : nil)
        }
        let victims = (0..<dice.below(5)).map { number in
            CompensationRequest.Victim(
                id: "p\(number)", aboard: dice.below(2) == 0 ? vehicles[dice.below(vehicles.count)].id : nil,
                medical: amount(&dice, 1_800_000), deathDisability: amount(&dice, 18_000_000),
                intentional: dice.below(12) == 0)
        }
        let things = (0..<dice.below(3)).map { number in
            CompensationRequest.Property(id: "t\(number)", loss: amount(&dice, 200_000))
        }
        return CompensationRequest(
            accidentAt: Instant.read(dates[dice.below(3)])?.instant, vehicles: vehicles, victims: victims,
            outsideProperty: things, rescueCost: dice.below(2) == 0 ? nil : amount(&dice, 1_800_000),
            allAgreed: dice.below(2) == 0)
    }

    private static func amount(_ dice: inout Dice, _ limit: Int) -> Amount? {
        let fen =
            switch dice.below(8) {
            case 0: 0
            case 1: dice.below(100)
            case 2: limit
            case 3: limit + dice.below(3) - 1
            case 4: limit * (dice.below(5) + 1)
            default: dice.below(limit * 3)
            }
        return Amount(fen: Int64(fen))
    }
}
