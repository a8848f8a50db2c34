/// What is done to every text before it is read: blanks around it go, full-width forms become ASCII.
enum PlainText {
    /// Full-width letters, digits and signs in ASCII, the ideographic space as a space; all else as it is.
    static func ascii(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E: result.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
            case 0x3000, 0xA0: result.append(" ")
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// Without the blanks around it, in UTF-8: ASCII blanks, the ideographic and the no-break space, and byte order
    /// marks, which files put together from several carry inside.
    static func trimmed<Bytes: BidirectionalCollection>(_ bytes: Bytes) -> Bytes.SubSequence
    where Bytes.Element == UInt8, Bytes.SubSequence == Bytes {
        var rest = bytes
        while let first = rest.first {
            if isBlank(first) {
                rest = rest.dropFirst()
            } else if first >= 0xC2, let mark = wideBlanks.first(where: { rest.starts(with: $0) }) {
                rest = rest.dropFirst(mark.count)
            } else {
                break
            }
        }
        while let last = rest.last {
            if isBlank(last) {
                rest = rest.dropLast()
            } else if last >= 0x80, let mark = wideBlanks.first(where: { rest.suffix($0.count).elementsEqual($0) }) {
                rest = rest.dropLast(mark.count)
            } else {
                break
            }
        }
        return rest
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

    private static let wideBlanks: [[UInt8]] = [[0xE3, 0x80, 0x80], [0xC2, 0xA0], [0xEF, 0xBB, 0xBF]]
}

extension String {
    /// Capital ASCII letters made small; all else as it is.
    var lowercasedASCII: String {
        String(decoding: utf8.map { 0x41...0x5A ~= $0 ? $0 + 0x20 : $0 }, as: UTF8.self)
    }

    /// Equality without regard to canonical equivalence, for words that have one spelling.
    func isSameBytes(as other: String) -> Bool {
        let left = utf8.span
        let right = other.utf8.span
        guard left.count == right.count else { return false }
        for index in left.indices where left[index] != right[index] { return false }
        return true
    }
}
