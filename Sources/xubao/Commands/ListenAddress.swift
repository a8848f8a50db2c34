import Foundation

/// `HOST:PORT` as it is typed.
enum ListenAddress {
    static func parse(_ text: String) throws -> (host: String, port: Int) {
        guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
            (0...65_535).contains(port)
        else { throw CommandFailure.usage("--listen 应写作 HOST:PORT", next: "--listen 127.0.0.1:8080") }
        return (text[..<colon].trimmingCharacters(in: ["[", "]"]), port)
    }
}
