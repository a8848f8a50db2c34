/// The power of an engine, exact to the milliwatt.
public struct Power: Hashable, Comparable, Sendable {
    public let milliwatts: Int64

    /// `nil` below nothing and from ten million kilowatts on.
    public init?(milliwatts: Int64) {
        guard milliwatts >= 0, milliwatts < 10_000_000_000_000 else { return nil }
        self.milliwatts = milliwatts
    }

    /// Reads kilowatts as licences have them: `11.0`, `14.7`, `90`; at most six decimals. `nil` for anything else.
    public init?(kilowatts text: String) {
        var scanner = DigitScanner(text.utf8)
        guard let whole = scanner.number(digits: 1...7) else { return nil }
        var milliwatts = Int64(whole) * 1_000_000
        if scanner.skip(".") {
            var unit: Int64 = 100_000
            var decimals = 0
            while unit > 0, let digit = scanner.number(digits: 1) {
                milliwatts += Int64(digit) * unit
                unit /= 10
                decimals += 1
            }
            guard decimals > 0 else { return nil }
        }
        guard scanner.isAtEnd else { return nil }
        self.init(milliwatts: milliwatts)
    }

    /// In kilowatts, with as many decimals as it has: `14.7`, `90`.
    public var kilowattText: String {
        var decimals = String(milliwatts % 1_000_000 + 1_000_000).dropFirst()
        while decimals.last == "0" { decimals.removeLast() }
        let whole = milliwatts / 1_000_000
        return decimals.isEmpty ? "\(whole)" : "\(whole).\(decimals)"
    }

    public static func < (left: Power, right: Power) -> Bool { left.milliwatts < right.milliwatts }
}
