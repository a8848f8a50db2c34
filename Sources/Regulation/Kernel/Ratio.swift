/// An exact fraction, never a floating-point number; kept in lowest terms with a positive denominator.
public struct Ratio: Hashable, Sendable {
    public static let one = Ratio(whole: 1)

    public let numerator: Int64
    public let denominator: Int64

    /// `nil` for a denominator of zero, and where a part lies beyond ±2⁶².
    public init?(_ numerator: Int64, over denominator: Int64) {
        guard denominator != 0, numerator.magnitude < 1 << 62, denominator.magnitude < 1 << 62 else { return nil }
        let divisor = Self.commonDivisor(numerator.magnitude, denominator.magnitude)
        let sign: Int64 = denominator < 0 ? -1 : 1
        self.numerator = sign * numerator / Int64(divisor)
        self.denominator = sign * denominator / Int64(divisor)
    }

    /// A whole number of per cent: −30 is −3/10.
    public init(percent: Int32) {
        let divisor = Int64(Self.commonDivisor(UInt64(percent.magnitude), 100))
        numerator = Int64(percent) / divisor
        denominator = 100 / divisor
    }

    public init(whole: Int32) {
        numerator = Int64(whole)
        denominator = 1
    }

    /// `1/3`, or `2` for a whole number.
    public var text: String { denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)" }

    private static func commonDivisor(_ left: UInt64, _ right: UInt64) -> UInt64 {
        var (left, right) = (left, right)
        while right != 0 { (left, right) = (right, left % right) }
        return max(left, 1)
    }
}

extension Amount {
    /// The amount times an exact fraction, rounded once. `nil` when the result is no `Amount`.
    public func times(_ ratio: Ratio, _ rounding: Rounding) -> Amount? {
        times(ratio.numerator, over: ratio.denominator, rounding)
    }

    /// The same for a fraction that is not worth reducing; its denominator is positive.
    func times(_ numerator: Int64, over denominator: Int64, _ rounding: Rounding) -> Amount? {
        guard denominator > 0 else { return nil }
        let divisor = Int128(denominator) * Int128(rounding.unit)
        let exact = Int128(fen) * Int128(numerator)
        let (quotient, remainder) = exact.quotientAndRemainder(dividingBy: divisor)
        let isUp = rounding != .downToFen && remainder.magnitude * 2 >= divisor.magnitude
        let units = quotient + (isUp ? exact.signum() : 0)
        guard let fen = Int64(exactly: units * Int128(rounding.unit)) else { return nil }
        return Amount(fen: fen)
    }

    /// The sum, or `nil` beyond the bounds of `Amount`.
    public func adding(_ other: Amount) -> Amount? { Amount(fen: fen + other.fen) }

    /// The difference, or `nil` beyond the bounds of `Amount`.
    public func subtracting(_ other: Amount) -> Amount? { Amount(fen: fen - other.fen) }
}
