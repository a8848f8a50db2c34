/// The number an insurer gives a record, rising by one from record to record.
enum SequenceNumber {
    /// 1 to 18 digits, so that neighbours of every number exist.
    static func read(_ text: Substring) -> Int64? { read(text.utf8.span) }

    static func read(_ text: String) -> Int64? { read(text.utf8.span) }

    private static func read(_ digits: Span<UInt8>) -> Int64? {
        guard 1...18 ~= digits.count else { return nil }
        var value: Int64 = 0
        for index in digits.indices {
            guard 0x30...0x39 ~= digits[index] else { return nil }
            value = value * 10 + Int64(digits[index] - 0x30)
        }
        return value
    }
}
