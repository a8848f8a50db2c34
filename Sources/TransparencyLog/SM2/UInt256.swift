/// A number of 256 bits, the least significant word first.
struct UInt256: Equatable, Sendable {
    static let zero = UInt256(0, 0, 0, 0)

    let w0: UInt64
    let w1: UInt64
    let w2: UInt64
    let w3: UInt64

    init(_ w0: UInt64, _ w1: UInt64, _ w2: UInt64, _ w3: UInt64) {
        self.w0 = w0
        self.w1 = w1
        self.w2 = w2
        self.w3 = w3
    }

    /// From 32 bytes, the most significant first; `nil` for another count.
    init?(bigEndian bytes: some Collection<UInt8>) {
        guard bytes.count == 32 else { return nil }
        var words = (UInt64(0), UInt64(0), UInt64(0), UInt64(0))
        for byte in bytes {
            words.3 = words.3 << 8 | words.2 >> 56
            words.2 = words.2 << 8 | words.1 >> 56
            words.1 = words.1 << 8 | words.0 >> 56
            words.0 = words.0 << 8 | UInt64(byte)
        }
        self.init(words.0, words.1, words.2, words.3)
    }

    var bigEndian: [UInt8] {
        [w3, w2, w1, w0].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * $0)) } }
    }

    func bit(_ position: Int) -> Bool {
        let word =
            switch position / 64 {
            case 0: w0
            case 1: w1
            case 2: w2
            default: w3
            }
        return word >> UInt64(position % 64) & 1 == 1
    }

    func adding(_ other: UInt256) -> (sum: UInt256, carry: Bool) {
        let (s0, c0) = Self.sum(w0, other.w0, false)
        let (s1, c1) = Self.sum(w1, other.w1, c0)
        let (s2, c2) = Self.sum(w2, other.w2, c1)
        let (s3, c3) = Self.sum(w3, other.w3, c2)
        return (UInt256(s0, s1, s2, s3), c3)
    }

    func subtracting(_ other: UInt256) -> (difference: UInt256, borrow: Bool) {
        // a − b = a + ¬b + 1, with the carry telling that nothing had to be borrowed.
        let (s0, c0) = Self.sum(w0, ~other.w0, true)
        let (s1, c1) = Self.sum(w1, ~other.w1, c0)
        let (s2, c2) = Self.sum(w2, ~other.w2, c1)
        let (s3, c3) = Self.sum(w3, ~other.w3, c2)
        return (UInt256(s0, s1, s2, s3), !c3)
    }

    static func < (left: UInt256, right: UInt256) -> Bool { left.subtracting(right).borrow }

    private static func sum(_ left: UInt64, _ right: UInt64, _ carry: Bool) -> (UInt64, Bool) {
        let (partial, first) = left.addingReportingOverflow(right)
        let (total, second) = partial.addingReportingOverflow(carry ? 1 : 0)
        return (total, first || second)
    }
}
