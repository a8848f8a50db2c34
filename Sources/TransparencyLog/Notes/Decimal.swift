/// Numbers as the C2SP texts write them: ASCII digits, no sign, no leading zero.
package enum Decimal {
    /// `nil` for any other spelling and for more than the limit.
    package static func value(of text: some Collection<UInt8>, atMost limit: Int64) -> Int64? {
        guard let first = text.first, text.count <= 19 else { return nil }
        guard first != UInt8(ascii: "0") || text.count == 1 else { return nil }
        var value: Int64 = 0
        for digit in text {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            let (shifted, isTooLong) = value.multipliedReportingOverflow(by: 10)
            let (next, isTooLarge) = shifted.addingReportingOverflow(Int64(digit - UInt8(ascii: "0")))
            guard !isTooLong, !isTooLarge else { return nil }
            value = next
        }
        return value <= limit ? value : nil
    }
}
