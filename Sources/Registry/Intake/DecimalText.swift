/// A quantity as written: up to seven digits, and up to three decimals.
struct DecimalText {
    private let whole: Int64
    /// In thousandths.
    private let fraction: Int64
    /// How many decimals were written.
    let decimals: Int

    init?(_ text: String) {
        var whole: Int64 = 0
        var digits = 0
        var fraction: Int64 = 0
        var decimals = -1
        let bytes = text.utf8.span
        for index in bytes.indices {
            let byte = bytes[index]
            if byte == UInt8(ascii: "."), decimals < 0, digits > 0 {
                decimals = 0
                continue
            }
            guard 0x30...0x39 ~= byte else { return nil }
            if decimals < 0 {
                whole = whole * 10 + Int64(byte - 0x30)
                digits += 1
            } else {
                fraction = fraction * 10 + Int64(byte - 0x30)
                decimals += 1
            }
            guard digits <= 7, decimals <= 3 else { return nil }
        }
        guard digits > 0, decimals != 0 else { return nil }
        self.whole = whole
        self.decimals = max(0, decimals)
        for _ in self.decimals..<3 { fraction *= 10 }
        self.fraction = fraction
    }

    var isWhole: Bool { fraction == 0 }

    /// As `text`, without making it anew when it is what was written.
    func text(of written: String) -> String {
        decimals == 0 && (written.utf8.first != UInt8(ascii: "0") || whole == 0 && written.utf8.count == 1)
            ? written : text
    }

    /// Without needless zeros: `77`, `7.5`.
    var text: String {
        guard fraction != 0 else { return String(whole) }
        var rest = fraction
        var digits = 3
        while rest % 10 == 0 {
            rest /= 10
            digits -= 1
        }
        let written = String(rest)
        return "\(whole).\(String(repeating: "0", count: digits - written.utf8.count))\(written)"
    }
}
