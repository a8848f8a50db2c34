/// Chinese prose as we set it: a space typed in the literal becomes a thin space, which keeps numbers and Latin words
/// apart from the characters without tearing a hole; beside an interpolated value that itself borders on a character
/// it is dropped. What is interpolated (names, dates) is left as it is.
package struct ChineseText: ExpressibleByStringInterpolation, Sendable {
    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = String.UnicodeScalarView()
        /// A space at the end of a literal, set only once it is known what follows.
        private var spaceIsDue = false

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ literal: String) {
            for scalar in literal.unicodeScalars { append(scalar, isLiteral: true) }
        }

        package mutating func appendInterpolation(_ value: String) {
            for scalar in value.unicodeScalars { append(scalar, isLiteral: false) }
        }

        package mutating func appendInterpolation(_ value: some BinaryInteger) {
            appendInterpolation(String(value))
        }

        private mutating func append(_ scalar: Unicode.Scalar, isLiteral: Bool) {
            if isLiteral, scalar == " " {
                spaceIsDue = true
                return
            }
            if spaceIsDue {
                spaceIsDue = false
                if !(ChineseText.isWide(scalar) && ChineseText.isWide(text.last)) { text.append("\u{2009}") }
            }
            text.append(scalar)
        }
    }

    package let text: String

    package init(stringLiteral value: String) {
        var interpolation = StringInterpolation(literalCapacity: 0, interpolationCount: 0)
        interpolation.appendLiteral(value)
        self.init(stringInterpolation: interpolation)
    }

    package init(stringInterpolation: StringInterpolation) { text = String(stringInterpolation.text) }

    /// Sets one sentence.
    package static func set(_ sentence: ChineseText) -> String { sentence.text }

    /// Characters and full-width punctuation, which need no space among themselves.
    private static func isWide(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar else { return true }
        return (0x2E80...0x9FFF).contains(scalar.value) || (0xFF00...0xFF60).contains(scalar.value)
    }
}
