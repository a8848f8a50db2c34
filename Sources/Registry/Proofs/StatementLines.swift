import Regulation

/// Reads the texts in which proofs, cards and receipts say what they say: lines that each begin with a word, in a fixed
/// order. They may come from anybody.
struct StatementLines {
    private var rest: ArraySlice<Substring>

    /// Every line ends in a newline; of a text that does not end in one, nothing can be read.
    init(_ text: String) {
        guard text.utf8.last == 0x0A else {
            rest = []
            return
        }
        rest = text.utf8.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false).map { Substring($0) }[...]
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// Whether the next line is this one, which is taken then.
    mutating func take(_ line: String) -> Bool {
        guard let next = rest.first, next.utf8.elementsEqual(line.utf8) else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// Whether the next line begins with this word.
    func begins(with word: String) -> Bool { rest.first?.utf8.starts(with: "\(word) ".utf8) ?? false }

    /// What follows the word on the next line; `nil`, and nothing is taken, when the line begins with another.
    mutating func value(_ word: String) -> String? {
        guard begins(with: word), let line = rest.popFirst() else { return nil }
        return String(Substring(line.utf8.dropFirst(word.utf8.count + 1)))
    }

    /// The same, taken apart at its blanks; `nil` unless there are so many words.
    mutating func values(_ word: String, count: Int) -> [String]? {
        guard let words = value(word)?.utf8.split(separator: 0x20, omittingEmptySubsequences: false),
            words.count == count
        else { return nil }
        return words.map { String(Substring($0)) }
    }

    mutating func moment(_ word: String) -> Instant? { value(word).flatMap { Instant.read($0)?.instant } }

    /// The log whose origin stands before this end on the next line.
    mutating func log(before end: String) -> LogName? { rest.popFirst().flatMap { Self.log(in: $0, before: end) } }

    static func log(in line: some StringProtocol, before end: String) -> LogName? {
        let bytes = Array(line.utf8)
        let start = Array("xubao/".utf8)
        guard bytes.starts(with: start), bytes.count > start.count + end.utf8.count,
            bytes.suffix(end.utf8.count).elementsEqual(end.utf8)
        else { return nil }
        return LogName(String(decoding: bytes[start.count..<(bytes.count - end.utf8.count)], as: UTF8.self))
    }
}
