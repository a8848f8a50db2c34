import Regulation

/// Text being written, as UTF-8 bytes; grows, is taken away, grows again in the same room.
struct ByteText {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    var count: Int { bytes.count }
    var string: String { String(decoding: bytes, as: UTF8.self) }

    mutating func clear() { bytes.removeAll(keepingCapacity: true) }
    mutating func shorten(to count: Int) { bytes.removeSubrange(count...) }

    mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }
    mutating func add(_ other: [UInt8]) { bytes.append(contentsOf: other) }
    mutating func add(_ other: ArraySlice<UInt8>) { bytes.append(contentsOf: other) }
    mutating func add(byte: UInt8) { bytes.append(byte) }
    mutating func add(ascii scalar: Unicode.Scalar) { bytes.append(UInt8(ascii: scalar)) }

    /// A whole number with at least so many digits.
    mutating func add(number: Int, digits: Int = 1) {
        if number < 0 { add(ascii: "-") }
        var rest = number.magnitude
        if digits == 2, rest < 100 {
            bytes.append(0x30 + UInt8(truncatingIfNeeded: rest / 10))
            bytes.append(0x30 + UInt8(truncatingIfNeeded: rest % 10))
            return
        }
        var count = 1
        var limit: UInt = 10
        while count < digits || (rest >= limit && count < 19) {
            limit *= 10
            count += 1
        }
        for _ in 0..<count { bytes.append(0x30) }
        var position = bytes.count
        while rest > 0, count > 0 {
            position -= 1
            count -= 1
            bytes[position] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
    }

    /// A sum in fen as yuan: `665.00`.
    mutating func add(fen: Int) {
        add(number: fen / 100)
        add(ascii: ".")
        add(number: abs(fen % 100), digits: 2)
    }

    /// Year, month and day with a separator; none at all gives `20261120`.
    mutating func add(day number: Int, separator: Unicode.Scalar? = "-", padded: Bool = true) {
        guard let date = CivilDate(daysSince1970: number) else { return }
        add(number: date.year, digits: 4)
        if let separator { add(ascii: separator) }
        add(number: date.month, digits: padded ? 2 : 1)
        if let separator { add(ascii: separator) }
        add(number: date.day, digits: padded ? 2 : 1)
    }
}
