/// Blanks what is not code, so that a word in a comment or a string is not taken for a call.
///
/// The result has the same length and the same line ends: comments and the insides of strings become spaces, a name in
/// backticks becomes underscores, and code inside an interpolation stays.
struct CodeMask {
    private enum Frame {
        /// Code; inside an interpolation with the number of parentheses still open.
        case code(openParentheses: Int)
        case string(hashes: Int, isMultiline: Bool)
    }

    private let source: [UInt8]
    private var output: [UInt8]
    private var position = 0
    private var frames: [Frame] = [.code(openParentheses: 0)]

    static func code(of source: [UInt8]) -> [UInt8] {
        var mask = CodeMask(source: source)
        mask.run()
        return mask.output
    }

    private init(source: [UInt8]) {
        self.source = source
        output = source
    }

    private mutating func run() {
        while position < source.count, let frame = frames.last {
            switch frame {
            case .code(let openParentheses): stepInCode(openParentheses)
            case .string(let hashes, let isMultiline): stepInString(hashes, isMultiline)
            }
        }
    }

    private mutating func stepInCode(_ openParentheses: Int) {
        switch source[position] {
        case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"): blankLine()
        case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"): blankBlockComment()
        case UInt8(ascii: "`"): underscoreName()
        case UInt8(ascii: "\""): openString(hashes: 0)
        case UInt8(ascii: "#"):
            var hashes = 1
            while byte(hashes) == UInt8(ascii: "#") { hashes += 1 }
            if byte(hashes) == UInt8(ascii: "\"") { openString(hashes: hashes) } else { position += hashes }
        case UInt8(ascii: "("):
            frames[frames.count - 1] = .code(openParentheses: openParentheses + 1)
            position += 1
        case UInt8(ascii: ")"):
            position += 1
            if openParentheses == 0, frames.count > 1 {
                frames.removeLast()
            } else {
                frames[frames.count - 1] = .code(openParentheses: max(0, openParentheses - 1))
            }
        default: position += 1
        }
    }

    private mutating func stepInString(_ hashes: Int, _ isMultiline: Bool) {
        let current = source[position]
        if current == UInt8(ascii: "\\"), isRun(of: "#", count: hashes, at: 1) {
            if byte(hashes + 1) == UInt8(ascii: "(") {
                blank(hashes + 2)
                frames.append(.code(openParentheses: 0))
            } else {
                blank(hashes + 2)
            }
            return
        }
        let quotes = isMultiline ? 3 : 1
        let closes = isRun(of: "\"", count: quotes, at: 0) && isRun(of: "#", count: hashes, at: quotes)
        if closes {
            position += quotes + hashes
            frames.removeLast()
        } else if current == UInt8(ascii: "\n"), !isMultiline {
            frames.removeLast()
        } else {
            blank(1)
        }
    }

    private mutating func openString(hashes: Int) {
        let isMultiline = isRun(of: "\"", count: 3, at: hashes)
        frames.append(.string(hashes: hashes, isMultiline: isMultiline))
        position += hashes + (isMultiline ? 3 : 1)
    }

    private mutating func blankLine() {
        while position < source.count, source[position] != UInt8(ascii: "\n") { blank(1) }
    }

    private mutating func blankBlockComment() {
        var depth = 0
        repeat {
            if byte(0) == UInt8(ascii: "/"), byte(1) == UInt8(ascii: "*") {
                depth += 1
                blank(2)
            } else if byte(0) == UInt8(ascii: "*"), byte(1) == UInt8(ascii: "/") {
                depth -= 1
                blank(2)
            } else {
                blank(1)
            }
        } while depth > 0 && position < source.count
    }

    private mutating func underscoreName() {
        repeat {
            output[position] = UInt8(ascii: "_")
            position += 1
        } while position < source.count && ![UInt8(ascii: "`"), UInt8(ascii: "\n")].contains(source[position])
        if byte(0) == UInt8(ascii: "`") {
            output[position] = UInt8(ascii: "_")
            position += 1
        }
    }

    private mutating func blank(_ count: Int) {
        for _ in 0..<count where position < source.count {
            if source[position] != UInt8(ascii: "\n") { output[position] = UInt8(ascii: " ") }
            position += 1
        }
    }

    private func byte(_ offset: Int) -> UInt8? {
        position + offset < source.count ? source[position + offset] : nil
    }

    private func isRun(of character: Unicode.Scalar, count: Int, at offset: Int) -> Bool {
        (0..<count).allSatisfy { byte(offset + $0) == UInt8(ascii: character) }
    }
}
