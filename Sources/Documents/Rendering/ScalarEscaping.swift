import Mustache

/// Escapes text for HTML scalar by scalar.
///
/// The template engine escapes by `Character`, and a quote followed by a combining mark (or preceded by a prepended
/// one, such as U+0600) is one `Character` that is not a quote: `"` + U+0301 would leave an attribute unharmed.
/// Control characters have no place in a page and are dropped, NUL among them.
struct ScalarEscaping: MustacheContentType {
    static let name = "XUBAO_HTML"

    func escapeText(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
            case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
            case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
            case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
            case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
            case "\t", "\n": escaped.append(scalar)
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": continue
            // Overrides of the writing direction could make a name read as another one.
            case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": continue
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }
}
