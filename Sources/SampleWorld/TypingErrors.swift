/// The slips in one row of an insurer that types its files by hand.
struct TypingErrors {
    enum Plate { case none, dot, space, fullWidth, lowerCase }
    enum Frame { case none, letterO, wrongCheckDigit, lowerCase }
    enum Period { case none, swapped, unreadable }

    var plate = Plate.none
    var frame = Frame.none
    var period = Period.none
    /// Which of some thirty optional cells were left empty.
    var emptyCells: UInt64 = 0

    static let none = TypingErrors()

    private init() {}

    init(_ draws: inout Draws) {
        switch draws.below(1000) {
        case ..<80: plate = .dot
        case ..<110: plate = .space
        case ..<130: plate = .fullWidth
        case ..<160: plate = .lowerCase
        default: break
        }
        switch draws.below(1000) {
        case ..<10: frame = .letterO
        case ..<17: frame = .wrongCheckDigit
        case ..<35: frame = .lowerCase
        default: break
        }
        switch draws.below(1000) {
        case ..<2: period = .unreadable
        case ..<5: period = .swapped
        default: break
        }
        // Each bit is set in one of sixteen rows.
        emptyCells = draws.next() & draws.next() & draws.next() & draws.next()
    }

    func write(plate bytes: [UInt8], into text: inout ByteText) {
        // A province's character takes three bytes, the office's letter follows.
        let office = (bytes.first ?? 0) >= 0x80 && bytes.count > 4 ? 4 : 0
        switch plate {
        case .none: text.add(bytes)
        case .dot, .space:
            text.add(bytes[..<office])
            if office > 0 { text.add(plate == .dot ? "·" : " ") }
            text.add(bytes[office...])
        case .fullWidth: for byte in bytes { Self.addFullWidth(byte, into: &text) }
        case .lowerCase: for byte in bytes { text.add(byte: Self.lowered(byte)) }
        }
    }

    func write(frame bytes: [UInt8], into text: inout ByteText) {
        var bytes = bytes
        switch frame {
        case .none: break
        case .letterO:
            if let zero = bytes.firstIndex(of: UInt8(ascii: "0")) { bytes[zero] = UInt8(ascii: "O") }
        case .wrongCheckDigit:
            if bytes.count == 17 { bytes[8] = bytes[8] == UInt8(ascii: "7") ? UInt8(ascii: "4") : UInt8(ascii: "7") }
        case .lowerCase: bytes = bytes.map(Self.lowered)
        }
        text.add(bytes)
    }

    private static func lowered(_ byte: UInt8) -> UInt8 { 0x41...0x5A ~= byte ? byte + 0x20 : byte }

    private static func addFullWidth(_ byte: UInt8, into text: inout ByteText) {
        guard 0x21...0x7E ~= byte else { return text.add(byte: byte) }
        // U+FF01 to U+FF5E follow ASCII at a distance.
        let scalar = 0xFF01 + Int(byte - 0x21)
        text.add(byte: 0xEF)
        text.add(byte: UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
        text.add(byte: UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    }
}
