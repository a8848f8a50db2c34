/// The log a registry writes; its name stands in every entry id and in the log's origin `xubao/<name>`.
package struct LogName: Hashable, Sendable {
    package let text: String

    /// `nil` unless 1 to 32 of a–z, 0–9, beginning with a letter.
    package init?(_ text: String) {
        guard (1...32).contains(text.utf8.count), let first = text.utf8.first, first >= 0x61, first <= 0x7A,
            text.utf8.allSatisfy({ ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) })
        else { return nil }
        self.text = text
    }

    private init(known: String) { text = known }

    /// The only log of an embedded installation.
    package static let main = LogName(known: "main")

    package var origin: String { "xubao/\(text)" }
}
