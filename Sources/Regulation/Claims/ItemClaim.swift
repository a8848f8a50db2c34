/// One loss under one item: whose it is, how much, and which vehicles' policies answer for it.
struct ItemClaim {
    let id: String
    /// Where the claimant stands in the request.
    let path: String
    let loss: Amount
    let payers: [Int]
    /// The loss as a figure.
    let figure: () -> Figure
    /// The position in `Accident.vehicles`, for damage to a vehicle.
    let vehicle: Int?

    init(
        id: String, path: String, loss: Amount, payers: [Int], vehicle: Int? = nil, figure: @escaping () -> Figure
    ) {
        self.id = id
        self.path = path
        self.loss = loss
        self.payers = payers
        self.vehicle = vehicle
        self.figure = figure
    }
}
