/// One payment out of one vehicle's cover to one vehicle, victim or thing.
public struct CompensationPayment<Node: Sendable>: Sendable {
    /// The vehicle whose limits bear it.
    public let from: String
    public let to: String
    public let item: CompensationItem
    public let amount: Amount
    public let heading: LiabilityHeading
    /// Not always the insurer of `from`: what a vehicle without fault owes is handed over by the insurer of the vehicle
    /// that receives it (无责代赔).
    public let paidBy: CompensationPayer
    /// Whether the insurer may claim it back from who caused the accident (追偿) — Regulation 22.
    public let recourse: Bool
    public let node: Node
}

extension CompensationPayment: Hashable, Equatable where Node: Hashable {}
