import Regulation

/// Numbers as people type them into a form: with spaces, full-width digits, a unit behind them.
enum FormNumber {
    /// A whole number of at most nine digits; `nil` for anything else.
    static func whole(_ text: String) -> Int? {
        let plain = plain(text)
        guard !plain.isEmpty, plain.utf8.count <= 9, plain.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
        return Int(plain)
    }

    /// A sum in yuan with at most two decimals, not below nothing.
    static func amount(_ text: String) -> Amount? {
        guard let amount = Amount(yuan: plain(text)), amount >= .zero else { return nil }
        return amount
    }

    static func power(_ text: String) -> Power? { Power(kilowatts: plain(text)) }

    /// Digits, point and sign in ASCII; separators, blanks and the sign of the currency left out.
    private static func plain(_ text: String) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\u{FF10}"..."\u{FF19}":
                plain.append(Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value - 0xFF10 + 0x30)))
            case "\u{FF0E}": plain.append(".")
            case " ", "\u{3000}", "\u{2009}", "\t", ",", "\u{FF0C}", "元", "\u{A5}", "\u{FFE5}": continue
            default: plain.append(scalar)
            }
        }
        return String(plain)
    }
}
