/// Reads fixed and free runs of ASCII digits; the ground under dates, times and money.
struct DigitScanner<Bytes: Collection> where Bytes.Element == UInt8 {
    private let bytes: Bytes
    private var index: Bytes.Index

    init(_ bytes: Bytes) {
        self.bytes = bytes
        index = bytes.startIndex
    }

    var isAtEnd: Bool { index == bytes.endIndex }
    var next: UInt8? { isAtEnd ? nil : bytes[index] }

    /// Exactly so many digits.
    mutating func number(digits count: Int) -> Int? { number(digits: count...count) }

    /// At least and at most so many digits; takes as many as there are up to the most.
    mutating func number(digits range: ClosedRange<Int>) -> Int? {
        var value = 0
        var taken = 0
        while taken < range.upperBound, let byte = next, byte >= 0x30, byte <= 0x39 {
            value = value * 10 + Int(byte - 0x30)
            taken += 1
            index = bytes.index(after: index)
        }
        return taken >= range.lowerBound ? value : nil
    }

    /// Goes past one given ASCII character, if it stands here.
    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        index = bytes.index(after: index)
        return true
    }

    /// Goes past any number of spaces; true when there was one.
    mutating func skipSpaces() -> Bool {
        var found = false
        while skip(" ") { found = true }
        return found
    }

    /// Goes past a piece of text, if it stands here.
    mutating func skip(text: StaticString) -> Bool {
        let start = index
        for offset in 0..<text.utf8CodeUnitCount {
            guard next == text.utf8Start[offset] else {
                index = start
                return false
            }
            index = bytes.index(after: index)
        }
        return true
    }
}
