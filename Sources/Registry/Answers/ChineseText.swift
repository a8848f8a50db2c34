/// Chinese prose as we set it: a space typed in the literal becomes a thin space, which keeps numbers and Latin words
/// apart from the characters without tearing a hole; beside an interpolated value that itself borders on a character
/// it is dropped. What is interpolated (names, dates) is left as it is.
package struct ChineseText: ExpressibleByStringInterpolation, Sendable {
    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var bytes: [UInt8] = []
        /// A space at the end of a literal, set only once it is known what follows.
        private var spaceIsDue = false

        package init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + interpolationCount * 32)
        }

        package mutating func appendLiteral(_ literal: String) {
            var literal = literal
            literal.withUTF8 { utf8 in
                var rest = utf8[...]
                while let space = rest.firstIndex(of: 0x20) {
                    append(UnsafeBufferPointer(rebasing: rest[..<space]))
                    spaceIsDue = true
                    rest = rest[(space + 1)...]
                }
                append(UnsafeBufferPointer(rebasing: rest))
            }
        }

        package mutating func appendInterpolation(_ value: String) {
            var value = value
            value.withUTF8 { append($0) }
        }

        package mutating func appendInterpolation(_ value: some BinaryInteger) {
            appendInterpolation(String(value))
        }

        private mutating func append(_ stretch: UnsafeBufferPointer<UInt8>) {
            guard !stretch.isEmpty else { return }
            if spaceIsDue {
                spaceIsDue = false
                if !(ChineseText.isWide(stretch.prefix(3)) && ChineseText.endsWide(bytes)) {
                    bytes.append(contentsOf: "\u{2009}".utf8)
                }
            }
            bytes.append(contentsOf: stretch)
        }
    }

    package let text: String

    package init(stringLiteral value: String) {
        var interpolation = StringInterpolation(literalCapacity: 0, interpolationCount: 0)
        interpolation.appendLiteral(value)
        self.init(stringInterpolation: interpolation)
    }

    package init(stringInterpolation: StringInterpolation) {
        text = String(decoding: stringInterpolation.bytes, as: UTF8.self)
    }

    /// Sets one sentence.
    package static func set(_ sentence: ChineseText) -> String { sentence.text }

    /// Whether three bytes of UTF-8 are a character or full-width punctuation, which need no space among themselves.
    fileprivate static func isWide(_ bytes: some Collection<UInt8>) -> Bool {
        var scalar: UInt32 = 0
        guard bytes.count == 3, let first = bytes.first, first & 0xF0 == 0xE0 else { return false }
        for byte in bytes { scalar = scalar << 6 | UInt32(byte & 0x3F) }
        scalar &= 0xFFFF
        return (0x2E80...0x9FFF).contains(scalar) || (0xFF00...0xFF60).contains(scalar)
    }

    /// Whether what stands before borders on a space without needing one; so does nothing at all.
    fileprivate static func endsWide(_ bytes: [UInt8]) -> Bool {
        guard !bytes.isEmpty else { return true }
        return isWide(bytes.suffix(3))
    }
}
