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
            for (position, stretch) in literal.utf8.split(separator: 0x20, omittingEmptySubsequences: false)
                .enumerated()
            {
                if position > 0 { spaceIsDue = true }
                append(stretch)
            }
        }

        package mutating func appendInterpolation(_ value: String) { append(value.utf8[...]) }

        package mutating func appendInterpolation(_ value: some BinaryInteger) {
            appendInterpolation(String(value))
        }

        private mutating func append(_ stretch: Substring.UTF8View) {
            guard let first = stretch.first else { return }
            if spaceIsDue {
                spaceIsDue = false
                if !(ChineseText.isWide(leading: first, stretch) && ChineseText.endsWide(bytes)) {
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

    /// Characters and full-width punctuation, which need no space among themselves.
    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        (0x2E80...0x9FFF).contains(scalar.value) || (0xFF00...0xFF60).contains(scalar.value)
    }

    fileprivate static func isWide(leading first: UInt8, _ stretch: Substring.UTF8View) -> Bool {
        first >= 0xE2 && Substring(stretch).unicodeScalars.first.map(isWide) ?? false
    }

    /// Whether what stands before borders on a space without needing one; so does nothing at all.
    fileprivate static func endsWide(_ bytes: [UInt8]) -> Bool {
        guard !bytes.isEmpty else { return true }
        return String(decoding: bytes.suffix(3), as: UTF8.self).unicodeScalars.last.map(isWide) ?? false
    }
}
