import Foundation
import Glibc
import Registry

/// What a person at the keyboard sees: text to stdout, complaints to stderr, colour and progress only on a terminal.
enum Terminal {
    static let isInteractive = isatty(2) == 1
    static let showsOutput = isatty(1) == 1
    static let hasColour = showsOutput && ProcessInfo.processInfo.environment["NO_COLOR"] == nil

    static var language: Language {
        let environment = ProcessInfo.processInfo.environment
        let locale = environment["LC_ALL"] ?? environment["LC_MESSAGES"] ?? environment["LANG"] ?? ""
        return locale.hasPrefix("en") ? .english : .chinese
    }

    static func complain(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

    /// Whole bytes to stdout, however many.
    static func write(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(1, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                return
            }
            rest = rest.dropFirst(count)
        }
    }

    static func write(_ text: String) { write(Array(text.utf8)) }

    static func bold(_ text: String) -> String { hasColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
}
