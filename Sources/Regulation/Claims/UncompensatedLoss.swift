/// What compulsory insurance leaves open of one loss, for other cover or for those who caused it.
public struct UncompensatedLoss: Hashable, Sendable {
    /// The vehicle, victim or thing.
    public let id: String
    public let item: CompensationItem
    public let amount: Amount
}
