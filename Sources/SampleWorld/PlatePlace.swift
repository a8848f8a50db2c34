/// Where a vehicle stands in the plan of plates: its cell, and its number among the plates of that cell.
struct PlatePlace: Sendable {
    /// One in so many vehicles of a cell gives its plate away, and the next one receives it.
    static let exchangeEvery = 32
    /// One in so many may move to another province.
    static let moveEvery = 8

    let cell: Int
    let ordinal: Int
    /// The number of the told vehicle, for the plate it changes to.
    var story = 0

    var givesPlateAway: Bool { ordinal % Self.exchangeEvery == 0 }
    /// Its first plate is the one its neighbour gave away.
    var receivesPlate: Bool { ordinal % Self.exchangeEvery == 1 }
    var mayMoveAway: Bool { ordinal % Self.moveEvery == 3 }
    /// The same number for both sides of an exchange.
    var exchange: Int { cell * 1_000_000_007 + ordinal / Self.exchangeEvery }

    /// The place whose first plate hangs here: the neighbour's for a vehicle that received one.
    var ofFirstPlate: PlatePlace { PlatePlace(cell: cell, ordinal: ordinal - 1) }
}
