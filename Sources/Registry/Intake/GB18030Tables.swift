import Foundation

/// What each sequence of two and four bytes stands for.
struct GB18030Tables: Sendable {
    static let shared = GB18030Tables()

    /// Four-byte sequences that stand for the basic plane, and from where the other planes begin.
    private static let basicPlaneCount = 39_420
    private static let otherPlanesStart = 189_000

    /// By `(lead - 0x81) * 191 + (trail - 0x40)`; 0 where nothing is meant.
    private let pairs: [UInt16]
    /// By the number of the four-byte sequence.
    private let quadruples: [UInt16]
    /// From the basic plane: the pair, or 0.
    private let pairOf: [UInt16]
    /// From the basic plane: the number of the four-byte sequence plus one, or 0.
    private let quadrupleOf: [UInt16]

    private init() {
        var pairs = [UInt16](repeating: 0, count: 126 * 191)
        var pairOf = [UInt16](repeating: 0, count: 0x10000)
        let sequences = (0x81...0xFE as ClosedRange<UInt16>).flatMap { lead in
            (0x40...0xFE as ClosedRange<UInt16>).filter { $0 != 0x7F }.map { lead << 8 | $0 }
        }
        let meanings = Self.convert(sequences.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }, count: sequences.count)
        for (sequence, scalar) in zip(sequences, meanings) {
            pairs[Int(sequence >> 8 - 0x81) * 191 + Int(sequence & 0xFF - 0x40)] = scalar
            if pairOf[Int(scalar)] == 0 { pairOf[Int(scalar)] = sequence }
        }
        quadruples = Self.convert(
            (0..<Self.basicPlaneCount).flatMap(Self.bytes(ofNumber:)), count: Self.basicPlaneCount)
        var quadrupleOf = [UInt16](repeating: 0, count: 0x10000)
        for (number, scalar) in quadruples.enumerated() { quadrupleOf[Int(scalar)] = UInt16(number + 1) }
        self.pairs = pairs
        self.pairOf = pairOf
        self.quadrupleOf = quadrupleOf
    }

    /// What the system makes of these sequences, or nothing when it does not know the encoding: then no text in it can
    /// be read, and every row says so.
    private static func convert(_ bytes: [UInt8], count: Int) -> [UInt16] {
        let encoding = String.Encoding(rawValue: 0x8000_0632)
        let scalars = (String(bytes: bytes, encoding: encoding) ?? "").utf16
        return scalars.count == count ? Array(scalars) : []
    }

    private static func bytes(ofNumber number: Int) -> [UInt8] {
        [
            UInt8(0x81 + number / 12_600), UInt8(0x30 + number / 1260 % 10), UInt8(0x81 + number / 10 % 126),
            UInt8(0x30 + number % 10),
        ]
    }

    func scalar(_ lead: UInt8, _ trail: UInt8) -> UInt32? {
        guard trail >= 0x40, trail != 0x7F, trail < 0xFF else { return nil }
        let scalar = pairs[Int(lead - 0x81) * 191 + Int(trail - 0x40)]
        return scalar == 0 ? nil : UInt32(scalar)
    }

    func scalar(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) -> UInt32? {
        guard 0x81...0xFE ~= third, 0x30...0x39 ~= fourth else { return nil }
        let number =
            Int(first - 0x81) * 12_600 + Int(second - 0x30) * 1260 + Int(third - 0x81) * 10 + Int(fourth - 0x30)
        if number < quadruples.count { return UInt32(quadruples[number]) }
        guard number >= Self.otherPlanesStart, number < Self.otherPlanesStart + 0x100000 else { return nil }
        return UInt32(number - Self.otherPlanesStart + 0x10000)
    }

    func append(_ scalar: UInt32, to output: inout [UInt8]) {
        if scalar >= 0x10000 {
            output += Self.bytes(ofNumber: Int(scalar - 0x10000) + Self.otherPlanesStart)
        } else if pairOf[Int(scalar)] != 0 {
            output.append(UInt8(pairOf[Int(scalar)] >> 8))
            output.append(UInt8(pairOf[Int(scalar)] & 0xFF))
        } else if quadrupleOf[Int(scalar)] != 0 {
            output += Self.bytes(ofNumber: Int(quadrupleOf[Int(scalar)]) - 1)
        } else {
            output.append(UInt8(ascii: "?"))
        }
    }
}
