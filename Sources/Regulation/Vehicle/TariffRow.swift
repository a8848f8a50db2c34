/// A row of the tariff, numbered 1 to 42 as the published table numbers them.
public struct TariffRow: Hashable, Sendable {
    public let number: Int

    /// `nil` outside 1 to 42.
    public init?(number: Int) {
        guard (1...42).contains(number) else { return nil }
        self.number = number
    }

    /// For a row that is written in a rule.
    init(_ number: Int) {
        precondition((1...42).contains(number), "the tariff has the rows 1 to 42")
        self.number = number
    }

    /// Rows 39 to 42 are set by region.
    var isSetByRegion: Bool { number >= 39 }
}
