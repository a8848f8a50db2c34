/// The bytes of one value made text: decoded, without the blanks around it.
enum FieldText {
    case empty
    case text(String)
    case undecodable
    /// Holds a control character other than a tab or a line end.
    case controlCharacter

    /// `scratch` is where GB18030 is decoded to; it is handed in so that it is allocated once.
    init(_ raw: UnsafeBufferPointer<UInt8>, encoding: TextEncoding, scratch: inout [UInt8]) {
        let bytes = Self.trimmed(raw)
        guard !bytes.isEmpty else {
            self = .empty
            return
        }
        var all: UInt8 = 0
        var least: UInt8 = 0xFF
        for byte in bytes {
            all |= byte
            least = min(least, byte)
        }
        if least < 0x20 || all & 0x7F == 0x7F, bytes.contains(where: Self.isControl) {
            self = .controlCharacter
        } else if all < 0x80 {
            self = .text(String(decoding: bytes, as: UTF8.self))
        } else {
            self.init(wide: bytes, encoding, &scratch)
        }
    }

    private init(wide bytes: UnsafeBufferPointer<UInt8>, _ encoding: TextEncoding, _ scratch: inout [UInt8]) {
        let text: String?
        switch encoding {
        case .utf8: text = Self.text(of: UnsafeBufferPointer(rebasing: PlainText.trimmed(bytes[...])))
        case .gb18030:
            scratch.removeAll(keepingCapacity: true)
            guard GB18030.decode(bytes, into: &scratch) else {
                self = .undecodable
                return
            }
            text = scratch.withUnsafeBufferPointer {
                Self.text(of: UnsafeBufferPointer(rebasing: PlainText.trimmed($0[...])))
            }
        }
        guard let text else {
            self = .undecodable
            return
        }
        self = text.isEmpty ? .empty : .text(text)
    }

    private static func text(of bytes: UnsafeBufferPointer<UInt8>) -> String? {
        String(validating: bytes, as: UTF8.self)
    }

    private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var start = 0
        var end = bytes.count
        while start < end, isBlank(bytes[start]) { start += 1 }
        while end > start, isBlank(bytes[end - 1]) { end -= 1 }
        return UnsafeBufferPointer(rebasing: bytes[start..<end])
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

    private static func isControl(_ byte: UInt8) -> Bool {
        byte == 0x7F || (byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D)
    }
}
