/// A policy number as it may be stored: printable, 1 to 64 bytes; insurers follow no common form.
enum PolicyNumberText {
    static let longest = 64

    enum Judgement: Equatable {
        case sound
        case tooLong
        case unprintable
        /// `8.05E+20`: a spreadsheet took the number for a quantity and dropped its digits.
        case scientific
    }

    static func judge(_ text: String) -> Judgement {
        let bytes = text.utf8
        if bytes.count > longest { return .tooLong }
        let all = bytes.span
        for index in all.indices where all[index] < 0x20 || all[index] == 0x7F { return .unprintable }
        return isScientific(bytes) ? .scientific : .sound
    }

    /// Digits, a point, digits, `E+`, digits.
    private static func isScientific(_ bytes: String.UTF8View) -> Bool {
        var rest = bytes[...]
        func dropDigits() -> Int {
            let digits = rest.prefix { 0x30...0x39 ~= $0 }.count
            rest = rest.dropFirst(digits)
            return digits
        }
        guard dropDigits() == 1 else { return false }
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            guard dropDigits() > 0 else { return false }
        }
        guard rest.first == UInt8(ascii: "E") || rest.first == UInt8(ascii: "e") else { return false }
        rest = rest.dropFirst()
        guard rest.first == UInt8(ascii: "+") else { return false }
        rest = rest.dropFirst()
        return dropDigits() > 0 && rest.isEmpty
    }
}
