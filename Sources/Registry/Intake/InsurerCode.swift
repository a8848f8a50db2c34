/// The short code an insurer is known by in files, keys and receipts: 2 to 12 capital letters and digits.
package struct InsurerCode: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let text: String

    /// `nil` unless the text is 2 to 12 of A–Z and 0–9 and begins with a letter; lower case is raised.
    package init?(_ text: String) {
        let bytes = text.utf8.map { $0 >= 0x61 && $0 <= 0x7A ? $0 - 0x20 : $0 }
        guard (2...12).contains(bytes.count), let first = bytes.first, first >= 0x41, first <= 0x5A,
            bytes.allSatisfy({ ($0 >= 0x41 && $0 <= 0x5A) || ($0 >= 0x30 && $0 <= 0x39) })
        else { return nil }
        self.text = String(decoding: bytes, as: UTF8.self)
    }

    package static func < (left: InsurerCode, right: InsurerCode) -> Bool { left.text < right.text }

    package var description: String { text }
}
