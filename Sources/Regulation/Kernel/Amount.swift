/// An exact sum of money in whole fen (分), never a floating-point number.
///
/// Bounded to ±10¹⁵ fen, so that sums of a few thousand amounts cannot overflow; anything outside does not come to be.
public struct Amount: Hashable, Comparable, Sendable {
    public static let limit: Int64 = 1_000_000_000_000_000
    public static let zero = Amount(uncheckedFen: 0)

    /// Whole fen; 100 fen are one yuan.
    public let fen: Int64

    /// `nil` outside ±10¹⁵ fen.
    public init?(fen: Int64) {
        guard fen >= -Self.limit, fen <= Self.limit else { return nil }
        self.fen = fen
    }

    private init(uncheckedFen: Int64) { fen = uncheckedFen }

    public static func < (left: Amount, right: Amount) -> Bool { left.fen < right.fen }

    /// Reads yuan as people and insurers write them: `665`, `665.5`, `665.00`, `-12.34`, `1,234.00`.
    /// `nil` for anything else, and for more than two decimals.
    public init?(yuan text: String) {
        var negative = false
        var whole: Int64 = 0
        var digits = 0
        var decimals = -1
        var fraction: Int64 = 0
        for (position, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "-") where position == 0: negative = true
            case UInt8(ascii: ",") where decimals < 0 && digits > 0: continue
            case UInt8(ascii: ".") where decimals < 0 && digits > 0: decimals = 0
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let digit = Int64(byte - UInt8(ascii: "0"))
                if decimals < 0 {
                    guard digits < 14 else { return nil }
                    whole = whole * 10 + digit
                    digits += 1
                } else {
                    guard decimals < 2 else { return nil }
                    fraction = fraction * 10 + digit
                    decimals += 1
                }
            default: return nil
            }
        }
        guard digits > 0, decimals != 0 else { return nil }
        if decimals == 1 { fraction *= 10 }
        let fen = whole * 100 + fraction
        self.init(fen: negative ? -fen : fen)
    }

    /// The form used in every document: `"665.00"`.
    public var yuanText: String {
        let magnitude = fen.magnitude
        let cents = magnitude % 100
        return "\(fen < 0 ? "-" : "")\(magnitude / 100).\(cents < 10 ? "0" : "")\(cents)"
    }
}
