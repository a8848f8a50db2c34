/// What a file declares, read from its code token by token: enough for house rules, not a compiler.
struct Declarations: Sendable {
    struct TopLevel: Sendable {
        /// `struct`, `class`, `enum`, `actor`, `protocol`, `extension`, `func`, `let`, `var`, `typealias`.
        let kind: String
        let name: String
        /// `public`, `package`, `private`, …; empty where none is written.
        let access: String
        let offset: Int

        var isType: Bool { ["struct", "class", "enum", "actor", "protocol"].contains(kind) }
    }

    struct Body: Sendable {
        let name: String
        /// Offsets of the declaring keyword and of the closing brace.
        let start: Int
        let end: Int
    }

    private(set) var topLevel: [TopLevel] = []
    /// Every function, initialiser, subscript and computed property, nested ones too.
    private(set) var bodies: [Body] = []

    private struct Token {
        let text: String
        let offset: Int
        let startsLine: Bool
    }

    init(code: [UInt8]) {
        let tokens = Self.tokens(of: code)
        let closing = Self.closingBraces(of: tokens)
        var depth = 0
        for (index, token) in tokens.enumerated() {
            switch token.text {
            case "{": depth += 1
            case "}": depth -= 1
            default: break
            }
            if depth == 0, let declaration = Self.topLevel(at: index, in: tokens) { topLevel.append(declaration) }
            if let name = Self.bodyName(at: index, in: tokens), let open = Self.bodyStart(after: index, in: tokens),
                let end = closing[open]
            {
                bodies.append(Body(name: name, start: token.offset, end: tokens[end].offset))
            }
        }
    }

    private static func tokens(of code: [UInt8]) -> [Token] {
        var tokens: [Token] = []
        var startsLine = true
        var position = 0
        while position < code.count {
            let byte = code[position]
            if byte == UInt8(ascii: "\n") {
                startsLine = true
                position += 1
            } else if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r") {
                position += 1
            } else {
                var end = position + 1
                if SourceFile.isNameByte(byte) {
                    while end < code.count, SourceFile.isNameByte(code[end]) { end += 1 }
                }
                let text = String(decoding: code[position..<end], as: UTF8.self)
                tokens.append(Token(text: text, offset: position, startsLine: startsLine))
                startsLine = false
                position = end
            }
        }
        return tokens
    }

    /// Index of each opening brace → index of the brace that closes it.
    private static func closingBraces(of tokens: [Token]) -> [Int: Int] {
        var open: [Int] = []
        var closing: [Int: Int] = [:]
        for (index, token) in tokens.enumerated() {
            if token.text == "{" { open.append(index) }
            if token.text == "}", let start = open.popLast() { closing[start] = index }
        }
        return closing
    }

    private static let topLevelKinds: Set<String> = [
        "struct", "class", "enum", "actor", "protocol", "extension", "func", "let", "var", "typealias",
    ]
    private static let accessLevels: Set<String> = ["public", "package", "internal", "fileprivate", "private", "open"]
    private static let modifiers: Set<String> = [
        "public", "package", "internal", "fileprivate", "private", "open", "final", "indirect", "static",
        "nonisolated", "unsafe", "mutating", "nonmutating", "override", "convenience", "required", "lazy", "weak",
        "unowned", "dynamic", "distributed",
    ]

    private static func topLevel(at index: Int, in tokens: [Token]) -> TopLevel? {
        let kind = tokens[index].text
        guard topLevelKinds.contains(kind), index + 1 < tokens.count else { return nil }
        var access = ""
        var earlier = index - 1
        while earlier >= 0, modifiers.contains(tokens[earlier].text) || ["(", ")"].contains(tokens[earlier].text) {
            if accessLevels.contains(tokens[earlier].text) {
                access = tokens[earlier].text
            }
            earlier -= 1
        }
        // `import struct Foundation.Data` and `any class` constraints are not declarations.
        if earlier >= 0, ["import", ".", ":"].contains(tokens[earlier].text) { return nil }
        return TopLevel(kind: kind, name: tokens[index + 1].text, access: access, offset: tokens[index].offset)
    }

    private static func bodyName(at index: Int, in tokens: [Token]) -> String? {
        let next = index + 1 < tokens.count ? tokens[index + 1].text : ""
        let isMember = index > 0 && tokens[index - 1].text == "."
        switch tokens[index].text {
        case "func", "var": return isMember ? nil : next
        case "init", "subscript": return !isMember && ["(", "<", "?", "!"].contains(next) ? tokens[index].text : nil
        case "deinit": return next == "{" ? "deinit" : nil
        default: return nil
        }
    }

    /// Index of the brace that opens the body of the declaration at `index`; `nil` where there is none.
    private static func bodyStart(after index: Int, in tokens: [Token]) -> Int? {
        let isVariable = tokens[index].text == "var"
        var depth = 0
        for position in (index + 1)..<max(index + 1, tokens.count) {
            let token = tokens[position]
            switch token.text {
            case "(", "[": depth += 1
            case ")", "]": depth -= 1
            case "{" where depth == 0: return position
            case "}" where depth == 0: return nil
            case "=" where depth == 0 && isVariable, "in" where depth == 0 && isVariable: return nil
            default:
                if depth == 0, token.startsLine, isVariable { return nil }
                let beginsAnother =
                    token.text == "@" || token.text == "#" || token.text == "case" || token.text == "associatedtype"
                    || token.text == "init" || token.text == "subscript" || topLevelKinds.contains(token.text)
                    || modifiers.contains(token.text)
                if depth == 0, token.startsLine, beginsAnother { return nil }
            }
            if depth < 0 { return nil }
        }
        return nil
    }
}
