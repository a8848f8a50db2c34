/// What stands at one place of a text that should be UTF-8.
enum UTF8Sequence: Equatable {
    /// A well-formed sequence of so many bytes.
    case valid(length: Int)
    case invalid
    /// Well-formed as far as it goes, but the text ends before it does.
    case cutOff

    init(in bytes: UnsafeBufferPointer<UInt8>, at position: Int) {
        let lead = bytes[position]
        let length: Int
        // The second byte is where overlong forms, surrogates and code points beyond U+10FFFF show.
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0x00...0x7F: length = 1
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF:
            length = 3
            if lead == 0xE0 { second = 0xA0...0xBF }
            if lead == 0xED { second = 0x80...0x9F }
        case 0xF0...0xF4:
            length = 4
            if lead == 0xF0 { second = 0x90...0xBF }
            if lead == 0xF4 { second = 0x80...0x8F }
        default:
            self = .invalid
            return
        }
        for offset in 1..<max(length, 2) where offset < length {
            guard position + offset < bytes.count else {
                self = .cutOff
                return
            }
            let range = offset == 1 ? second : 0x80...0xBF
            guard range ~= bytes[position + offset] else {
                self = .invalid
                return
            }
        }
        self = .valid(length: length)
    }
}
