import Foundation

/// UTF-8 to GB18030, one character asked of the system only the first time it is met.
struct Transcoder {
    /// By code point: up to four bytes, the first one lowest; 0 when not asked yet.
    private var table = [UInt32](repeating: 0, count: 0x10000)

    /// GB18030 as Foundation numbers the system's encodings.
    private static let encoding = String.Encoding(rawValue: 0x8000_0632)

    /// Appends the text; characters outside the basic plane do not occur in it and are left out.
    mutating func add(_ text: [UInt8], to output: inout [UInt8]) {
        var position = 0
        while position < text.count {
            let byte = text[position]
            if byte < 0x80 {
                output.append(byte)
                position += 1
                continue
            }
            let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            if length < 4, position + length <= text.count {
                add(scalar: Self.scalar(text[position..<position + length]), to: &output)
            }
            position += length
        }
    }

    private mutating func add(scalar: UInt32, to output: inout [UInt8]) {
        let index = Int(scalar & 0xFFFF)
        if table[index] == 0 { table[index] = Self.ask(scalar) }
        var rest = table[index]
        while rest != 0 {
            output.append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }

    private static func scalar(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        let lead = UInt32(bytes.first ?? 0) & (bytes.count == 2 ? 0x1F : 0x0F)
        return bytes.dropFirst().reduce(lead) { $0 << 6 | UInt32($1 & 0x3F) }
    }

    private static func ask(_ value: UInt32) -> UInt32 {
        guard let scalar = Unicode.Scalar(value), let data = String(scalar).data(using: encoding) else { return 0 }
        return data.reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
}
