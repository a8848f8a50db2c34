import Foundation

/// Reads rendered pages back, as far as the tests need it.
enum MarkupText {
    /// The text of the first element of that name, without tags.
    static func first(_ element: String, in html: String) -> String? {
        guard let start = html.range(of: "<\(element)>"), let end = html.range(of: "</\(element)>") else { return nil }
        return String(html[start.upperBound..<end.lowerBound]).replacing(/<[^>]*>/, with: "")
    }

    static func values(of attribute: String, in html: String) -> [String] {
        html.components(separatedBy: " \(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }

    /// `nil` when every element that is opened is closed in the right order; else what is wrong.
    static func imbalance(of html: String) -> String? {
        let void: Set<Substring> = ["meta", "link", "input", "br", "img", "!DOCTYPE"]
        var open: [Substring] = []
        for match in html.matches(of: /<(\/?)([!a-zA-Z0-9]+)((?:"[^"]*"|[^">])*)>/) {
            let (_, slash, name, rest) = match.output
            if void.contains(name) || rest.hasSuffix("/") { continue }
            if slash.isEmpty {
                open.append(name)
            } else if open.popLast() != name {
                return "</\(name)> does not close what is open"
            }
        }
        return open.isEmpty ? nil : "<\(open.joined(separator: "><"))> stays open"
    }
}
