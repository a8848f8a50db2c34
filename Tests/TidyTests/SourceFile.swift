import Glibc

/// One text of the tree, as it stands and as code alone.
struct SourceFile: Sendable {
    /// From the root of the tree: `Sources/Registry/Answers/Reason.swift`.
    let path: String
    let bytes: [UInt8]
    /// The same text with comments and the insides of strings blanked; for a file that is not Swift, the text itself.
    let code: [UInt8]
    let declarations: Declarations
    private let lineStarts: [Int]

    init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        let isSwift = path.hasSuffix(".swift")
        code = isSwift ? CodeMask.code(of: bytes) : bytes
        declarations = isSwift ? Declarations(code: code) : Declarations(code: [])
        var starts = [0]
        for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
        if starts.last == bytes.count, starts.count > 1 { starts.removeLast() }
        lineStarts = starts
    }

    init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }

    var isSwift: Bool { path.hasSuffix(".swift") }
    /// Under `Sources`, where the rules that spare the tests hold.
    var isSource: Bool { path.hasPrefix("Sources/") }
    /// The target the file belongs to, for a file under `Sources`.
    var target: String? { isSource ? path.split(separator: "/").dropFirst().first.map(String.init) : nil }
    /// `Reason.swift`, without folders.
    var name: String { path.split(separator: "/").last.map(String.init) ?? path }
    var lineCount: Int { lineStarts.count }

    /// The line an offset lies on, counted from 1.
    func line(at offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    /// A line as it stands, counted from 1; empty outside the file.
    func text(ofLine line: Int) -> Substring { text(ofLine: line, in: bytes) }

    /// A line with comments and strings blanked.
    func code(ofLine line: Int) -> Substring { text(ofLine: line, in: code) }

    private func text(ofLine line: Int, in text: [UInt8]) -> Substring {
        guard line >= 1, line <= lineStarts.count else { return "" }
        let end = line < lineStarts.count ? lineStarts[line] - 1 : text.count
        var slice = text[lineStarts[line - 1]..<end]
        if slice.last == UInt8(ascii: "\n") { slice.removeLast() }
        return Substring(decoding: slice, as: UTF8.self)
    }

    /// Bytes of a line, without its end.
    func byteCount(ofLine line: Int) -> Int {
        (line < lineStarts.count ? lineStarts[line] - 1 : bytes.count) - lineStarts[line - 1]
    }

    func violation(at offset: Int, _ message: String) -> Violation {
        Violation(path: path, line: line(at: offset), message: message)
    }

    func violation(line: Int, _ message: String) -> Violation {
        Violation(path: path, line: line, message: message)
    }

    /// Offsets of a word in the code; an end of the word that is a letter or digit does not match inside a longer name.
    func offsets(ofCode word: String) -> [Int] { Self.offsets(of: word, in: code) }

    /// Offsets of a word anywhere in the text, comments and strings too.
    func offsets(ofText word: String) -> [Int] { Self.offsets(of: word, in: bytes) }

    private static func offsets(of word: String, in text: [UInt8]) -> [Int] {
        let needle = Array(word.utf8)
        guard let first = needle.first, let last = needle.last else { return [] }
        var found: [Int] = []
        text.withUnsafeBytes { haystack in
            guard let base = haystack.baseAddress else { return }
            var start = 0
            while start + needle.count <= haystack.count,
                let match = memchr(base + start, Int32(first), haystack.count - start - needle.count + 1)
            {
                let offset = base.distance(to: UnsafeRawPointer(match))
                let end = offset + needle.count
                start = offset + 1
                guard memcmp(match, needle, needle.count) == 0 else { continue }
                let joinsBefore = isNameByte(first) && offset > 0 && isNameByte(haystack[offset - 1])
                let joinsAfter = isNameByte(last) && end < haystack.count && isNameByte(haystack[end])
                if !joinsBefore, !joinsAfter { found.append(offset) }
            }
        }
        return found
    }

    /// Whether a byte can stand inside a Swift name (any byte of a character beyond ASCII can).
    static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...: true
        default: false
        }
    }
}
