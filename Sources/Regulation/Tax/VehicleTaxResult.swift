/// The tax of the year, what earlier years still owe, and the fee for being late.
public struct VehicleTaxResult<Node: Sendable>: Sendable {
    public let tax: Derived<Amount, Node>
    public let arrears: Derived<Amount, Node>
    public let lateFee: Derived<Amount, Node>
    /// The three together: what is to be paid.
    public let total: Derived<Amount, Node>
    /// `nil` for a vehicle that is not taxed.
    public let item: VehicleTaxItem?
}
