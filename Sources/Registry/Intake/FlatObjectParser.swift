import Regulation

/// Reads one JSON object (RFC 8259) whose values are texts, numbers, truth values or null; anything else is a fault.
///
/// Strict and without recursion; all faults are found, except behind the place where the text stops being JSON. Numbers
/// are kept as they are written.
struct FlatObjectParser {
    static let memberLimit = 256

    private let bytes: UnsafeBufferPointer<UInt8>
    private let line: Int
    private var position = 0
    private var scratch: [UInt8] = []
    private var memberCount = 0
    /// One bit for each field that was met.
    private var seen: UInt64 = 0

    private(set) var values = FieldValues()
    private(set) var unknownNames: [String] = []
    private(set) var faults: [SubmissionReading.Fault] = []
    /// Members we wrote ourselves, each from its name to the end of its value.
    private(set) var ownMembers: [Range<Int>] = []
    /// Where the closing brace stands; `nil` when the text is no object.
    private(set) var closing: Int?

    /// `line` is named in faults.
    init(_ bytes: UnsafeBufferPointer<UInt8>, line: Int) {
        self.bytes = bytes
        self.line = line
        values.reserveCapacity(26)
        do throws(Stop) { try parseObject() } catch { note(error) }
    }

    /// Where the text stops being JSON, or goes on too long.
    private enum Stop: Error {
        case notAnObject, syntax, tooManyMembers
    }

    private mutating func note(_ stop: Stop) {
        switch stop {
        case .notAnObject: faults.append(.row("jsonNotAnObject", "每行应是一个完整的 JSON 对象（{…}）。", line: line))
        case .syntax:
            faults.append(.row("jsonSyntax", "从第 \(position + 1) 个字节起不是正确的 JSON，请检查引号、逗号和括号。", line: line))
        case .tooManyMembers: faults.append(.row("jsonTooManyMembers", "成员超过 \(Self.memberLimit) 个。", line: line))
        }
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipBlanks() {
        while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { position += 1 }
    }

    private mutating func expect(_ character: Unicode.Scalar) throws(Stop) {
        guard next == UInt8(ascii: character) else { throw .syntax }
        position += 1
    }

    private mutating func parseObject() throws(Stop) {
        skipBlanks()
        guard next == UInt8(ascii: "{") else { throw .notAnObject }
        position += 1
        skipBlanks()
        if next != UInt8(ascii: "}") {
            while true {
                try parseMember()
                skipBlanks()
                guard next == UInt8(ascii: ",") else { break }
                position += 1
                skipBlanks()
            }
        }
        let brace = position
        try expect("}")
        skipBlanks()
        guard position == bytes.count else { throw .syntax }
        closing = brace
    }

    private mutating func parseMember() throws(Stop) {
        memberCount += 1
        guard memberCount <= Self.memberLimit else { throw .tooManyMembers }
        let start = position
        let name = try parseName()
        skipBlanks()
        try expect(":")
        skipBlanks()
        switch name {
        case .field(let field): try parseValue(of: field)
        case .ours:
            try parseValue(of: nil)
            ownMembers.append(start..<position)
        case .unknown(let name):
            noteUnknown(name)
            try parseValue(of: nil)
        }
    }

    /// At most so many names are kept, each up to so many bytes.
    private mutating func noteUnknown(_ name: String) {
        let kept = String(name.prefix(64))
        if unknownNames.contains(kept) {
            faults.append(.value(nil, "jsonMemberRepeated", "同一个成员出现了两次，请只保留一个。", line: line))
        } else if unknownNames.count < 64 {
            unknownNames.append(kept)
        }
    }

    private mutating func parseName() throws(Stop) -> ColumnName {
        let text = try parseString()
        switch text {
        case .plain(let range):
            let name = UnsafeBufferPointer(rebasing: bytes[range])
            if let column = ColumnName(exactly: name) { return column }
            return ColumnName(String(decoding: name, as: UTF8.self))
        case .unescaped: return ColumnName(String(decoding: scratch, as: UTF8.self))
        case .wrongEscape: throw .syntax
        }
    }

    private mutating func parseValue(of field: Field?) throws(Stop) {
        var isRepeated = false
        if let field {
            let bit: UInt64 = 1 << UInt64(field.rawValue)
            isRepeated = seen & bit != 0
            seen |= bit
        }
        if isRepeated { faults.append(.value(field, "jsonMemberRepeated", "出现了两次，请只保留一个。", line: line)) }
        // Of two the first stands; the record goes into quarantine anyway.
        let field = isRepeated ? nil : field
        switch next {
        case UInt8(ascii: "\""): keep(try parseString(), as: field)
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            try skipNested()
            faults.append(.value(field, "jsonNested", "应是文字、数字或空值，不能是对象或数组。", line: line))
        case UInt8(ascii: "t"): keep(.plain(try parseWord("true")), as: field)
        case UInt8(ascii: "f"): keep(.plain(try parseWord("false")), as: field)
        case UInt8(ascii: "n"): _ = try parseWord("null")
        default: keep(.plain(try parseNumber()), as: field)
        }
    }

    private mutating func keep(_ content: Content, as field: Field?) {
        guard let field else { return }
        let text: FieldText
        switch content {
        case .plain(let range):
            text = FieldText(UnsafeBufferPointer(rebasing: bytes[range]), encoding: .utf8, scratch: &scratch)
        case .unescaped:
            var unused: [UInt8] = []
            text = scratch.withUnsafeBufferPointer { FieldText($0, encoding: .utf8, scratch: &unused) }
        case .wrongEscape:
            faults.append(.value(field, "jsonEscape", "有不成对的 \\u 转义，请改正。", line: line))
            return
        }
        switch text {
        case .empty: break
        case .text(let text): values[field] = text
        case .undecodable: faults.append(.undecodable(field, line: line, encoding: .utf8))
        case .controlCharacter: faults.append(.controlCharacter(field, line: line))
        }
    }
}

extension FlatObjectParser {
    private enum Content {
        /// These bytes, as they are.
        case plain(Range<Int>)
        /// The bytes in `scratch`.
        case unescaped
        /// An escape that stands for no character, such as half a surrogate pair.
        case wrongEscape
    }

    private mutating func parseString() throws(Stop) -> Content {
        try expect("\"")
        let start = position
        while let byte = next {
            if byte == UInt8(ascii: "\"") {
                position += 1
                return .plain(start..<position - 1)
            }
            if byte == UInt8(ascii: "\\") { return try parseEscapedString(from: start) }
            guard byte >= 0x20 else { throw .syntax }
            position += 1
        }
        throw .syntax
    }

    private mutating func parseEscapedString(from start: Int) throws(Stop) -> Content {
        scratch.removeAll(keepingCapacity: true)
        scratch.append(contentsOf: bytes[start..<position])
        var isSound = true
        while let byte = next {
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return isSound ? .unescaped : .wrongEscape
            case UInt8(ascii: "\\"): if try !parseEscape() { isSound = false }
            case ..<0x20: throw .syntax
            default: scratch.append(byte)
            }
        }
        throw .syntax
    }

    /// One escape, its backslash passed. `false` for half a surrogate pair.
    private mutating func parseEscape() throws(Stop) -> Bool {
        guard let byte = next else { throw .syntax }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): scratch.append(byte)
        case UInt8(ascii: "b"): scratch.append(0x08)
        case UInt8(ascii: "f"): scratch.append(0x0C)
        case UInt8(ascii: "n"): scratch.append(0x0A)
        case UInt8(ascii: "r"): scratch.append(0x0D)
        case UInt8(ascii: "t"): scratch.append(0x09)
        case UInt8(ascii: "u"): return try parseUnicodeEscape()
        default: throw .syntax
        }
        return true
    }

    private mutating func parseUnicodeEscape() throws(Stop) -> Bool {
        let unit = try parseFourDigits()
        var value = UInt32(unit)
        if UTF16.isLeadSurrogate(unit) {
            guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
                bytes[position + 1] == UInt8(ascii: "u")
            else { return false }
            let before = position
            position += 2
            let trail = try parseFourDigits()
            guard UTF16.isTrailSurrogate(trail) else {
                position = before
                return false
            }
            value = 0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(trail & 0x3FF))
        }
        guard let scalar = Unicode.Scalar(value) else { return false }
        scratch.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        return true
    }

    private mutating func parseFourDigits() throws(Stop) -> UInt16 {
        var value: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = next else { throw .syntax }
            let digit: UInt8
            switch byte {
            case 0x30...0x39: digit = byte - 0x30
            case 0x41...0x46: digit = byte - 0x41 + 10
            case 0x61...0x66: digit = byte - 0x61 + 10
            default: throw .syntax
            }
            value = value << 4 | UInt16(digit)
            position += 1
        }
        return value
    }

    private mutating func parseWord(_ word: StaticString) throws(Stop) -> Range<Int> {
        let start = position
        for offset in 0..<word.utf8CodeUnitCount {
            guard next == word.utf8Start[offset] else { throw .syntax }
            position += 1
        }
        return start..<position
    }

    /// `-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?`
    private mutating func parseNumber() throws(Stop) -> Range<Int> {
        let start = position
        if next == UInt8(ascii: "-") { position += 1 }
        if next == UInt8(ascii: "0") { position += 1 } else { try passDigits() }
        if next == UInt8(ascii: ".") {
            position += 1
            try passDigits()
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            position += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
            try passDigits()
        }
        return start..<position
    }

    private mutating func passDigits() throws(Stop) {
        let start = position
        while let byte = next, 0x30...0x39 ~= byte { position += 1 }
        guard position > start else { throw .syntax }
    }

    /// Goes past an object or array; what is in it is only looked at as far as needed to find its end.
    private mutating func skipNested() throws(Stop) {
        var depth = 0
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                _ = try parseString()
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            default: break
            }
            position += 1
            if depth == 0 { return }
        }
        throw .syntax
    }
}
