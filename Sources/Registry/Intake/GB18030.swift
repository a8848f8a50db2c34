/// GB 18030-2022 text to UTF-8 and back, strictly: bytes that stand for nothing are reported, never replaced.
///
/// The system's converter is asked once for both tables (some milliseconds) and never for a field: it would cost a
/// conversion object each time.
enum GB18030 {
    /// Appends the text in UTF-8. `false` when some bytes stand for no character; what was appended is then worthless.
    static func decode(_ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) -> Bool {
        let tables = GB18030Tables.shared
        var position = 0
        while position < bytes.count {
            let lead = bytes[position]
            if lead < 0x80 {
                output.append(lead)
                position += 1
                continue
            }
            guard lead > 0x80, lead < 0xFF, position + 1 < bytes.count else { return false }
            let trail = bytes[position + 1]
            if 0x30...0x39 ~= trail {
                guard position + 3 < bytes.count,
                    let scalar = tables.scalar(lead, trail, bytes[position + 2], bytes[position + 3])
                else { return false }
                append(scalar, to: &output)
                position += 4
            } else {
                guard let scalar = tables.scalar(lead, trail) else { return false }
                append(scalar, to: &output)
                position += 2
            }
        }
        return true
    }

    /// The text's bytes. Only 19 characters for private use have no form since the 2022 edition and become `?`; no text
    /// that was decoded holds one.
    static func encode(_ text: String) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                output.append(UInt8(truncatingIfNeeded: scalar.value))
            } else {
                GB18030Tables.shared.append(scalar.value, to: &output)
            }
        }
        return output
    }

    private static func append(_ scalar: UInt32, to output: inout [UInt8]) {
        func continuation(_ shift: UInt32) -> UInt8 { 0x80 | UInt8(truncatingIfNeeded: scalar >> shift & 0x3F) }
        switch scalar {
        case ..<0x80: output.append(UInt8(truncatingIfNeeded: scalar))
        case ..<0x800:
            output.append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
            output.append(continuation(0))
        case ..<0x10000:
            output.append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
            output.append(continuation(6))
            output.append(continuation(0))
        default:
            output.append(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
            output.append(continuation(12))
            output.append(continuation(6))
            output.append(continuation(0))
        }
    }
}
