/// A premium and what it was made of.
public struct PremiumResult<Node: Sendable>: Sendable {
    public let premium: Derived<Amount, Node>
    /// For a full year, for short terms too.
    public let basePremium: Amount
    public let tariffRow: TariffRow
    public let floatingFactor: FloatingFactor
    public let floatingPercent: Int
    /// What drink-driving adds to the float; 0 unless the region's row applies.
    public let drinkDrivingPercent: Int
    /// What traffic violations make of it; 0 unless the region's row applies.
    public let violationPercent: Int
    /// What the region adds for motorcycles; 0 unless it has a row.
    public let motorcycleRegionPercent: Int
}
