/// What one pass over the characters of a VIN finds (GB 16735, ISO 3779).
struct VINCharacters {
    static let regularCount = 17

    private(set) var count = 0
    /// Something else than A–Z and 0–9 stands in it.
    private(set) var hasOther = false
    /// I, O or Q stands in it.
    private(set) var hasConfusable = false
    private(set) var ninth: UInt8 = 0
    private(set) var tenth: UInt8 = 0
    /// One of the last four of seventeen is no digit.
    private(set) var hasLetterAtEnd = false
    private var weightedSum = 0

    init(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
            let value = byte < 128 ? Self.values[Int(byte)] : Self.other
            if value >= Self.confusable {
                if value == Self.other { hasOther = true } else { hasConfusable = true }
            } else if count < Self.regularCount {
                weightedSum += Int(value) * Self.weights[count]
            }
            if count == 8 { ninth = byte }
            if count == 9 { tenth = byte }
            if count >= 13, !(0x30...0x39 ~= byte) { hasLetterAtEnd = true }
            count += 1
        }
    }

    var isRegular: Bool { count == Self.regularCount && !hasOther && !hasConfusable }

    /// `0`–`9` or `X` in ASCII; `nil` unless the number is regular.
    var expectedCheckDigit: UInt8? {
        guard isRegular else { return nil }
        let rest = UInt8(truncatingIfNeeded: weightedSum % 11)
        return rest == 10 ? 0x58 : 0x30 + rest
    }

    var checkDigitHolds: Bool { expectedCheckDigit == ninth }

    /// The tenth character names a model year: never I, O, Q, U, Z or 0.
    var namesModelYear: Bool { tenth != 0x55 && tenth != 0x5A && tenth != 0x30 }

    private static let confusable: UInt8 = 0xFE
    private static let other: UInt8 = 0xFF

    /// The ninth position is the check digit itself and weighs nothing.
    private static let weights: [Int] = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]

    /// By ASCII code: what a character counts in the check sum.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: other, count: 128)
        for digit in 0..<10 { values[0x30 + digit] = UInt8(digit) }
        let letters: [UInt8] = [
            1, 2, 3, 4, 5, 6, 7, 8, confusable, 1, 2, 3, 4, 5, confusable, 7, confusable, 9, 2, 3, 4, 5, 6, 7, 8, 9,
        ]
        for (position, value) in letters.enumerated() { values[0x41 + position] = value }
        return values
    }()
}
