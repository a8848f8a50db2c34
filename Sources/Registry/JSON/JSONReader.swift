/// Reads one JSON document (RFC 8259) of bounded length and depth into a tree.
///
/// Strict: UTF-8 without a byte order mark, no member twice, no half surrogates, nothing after the document. Numbers
/// keep their text, since what a sum of money is must not depend on a floating-point reading of it.
package struct JSONReader {
    package static let longest = 1 << 18
    package static let deepest = 32

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var depth = 0
    /// Holds a text with escapes while it is put together.
    private var scratch: [UInt8] = []

    package static func value(of bytes: [UInt8]) throws(JSONFault) -> JSONValue {
        try bytes.withUnsafeBufferPointer { bytes throws(JSONFault) in try value(of: bytes) }
    }

    package static func value(of bytes: UnsafeBufferPointer<UInt8>) throws(JSONFault) -> JSONValue {
        guard bytes.count <= longest else { throw JSONFault(kind: .tooLong, offset: longest) }
        var reader = JSONReader(bytes: bytes)
        reader.skipBlanks()
        guard reader.next != nil else { throw JSONFault(kind: .empty, offset: 0) }
        let value = try reader.value()
        reader.skipBlanks()
        guard reader.position == bytes.count else { throw reader.fault(.syntax) }
        return value
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private func fault(_ kind: JSONFault.Kind) -> JSONFault { JSONFault(kind: kind, offset: position) }

    private mutating func skipBlanks() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private mutating func expect(_ byte: UInt8) throws(JSONFault) {
        guard next == byte else { throw fault(.syntax) }
        position += 1
    }

    /// Goes past the byte when it comes next.
    private mutating func skip(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        position += 1
        return true
    }

    private mutating func value() throws(JSONFault) -> JSONValue {
        switch next {
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "{"): return try nested { reader throws(JSONFault) in .object(try reader.members()) }
        case UInt8(ascii: "["): return try nested { reader throws(JSONFault) in .list(try reader.elements()) }
        case UInt8(ascii: "t"): return try word("true", .flag(true))
        case UInt8(ascii: "f"): return try word("false", .flag(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return .number(try number())
        }
    }

    /// The body begins at the opening bracket.
    private mutating func nested(
        _ body: (inout JSONReader) throws(JSONFault) -> JSONValue
    ) throws(JSONFault) -> JSONValue {
        guard depth < Self.deepest else { throw fault(.tooDeep) }
        depth += 1
        position += 1
        skipBlanks()
        let value = try body(&self)
        depth -= 1
        return value
    }

    private mutating func members() throws(JSONFault) -> [JSONValue.Member] {
        var members: [JSONValue.Member] = []
        if skip(UInt8(ascii: "}")) { return members }
        var names = MemberNames()
        while true {
            let start = position
            let name = try text()
            guard names.insert(name, beside: members) else {
                throw JSONFault(kind: .memberRepeated, offset: start)
            }
            skipBlanks()
            try expect(UInt8(ascii: ":"))
            skipBlanks()
            members.append(JSONValue.Member(name, try value()))
            skipBlanks()
            if skip(UInt8(ascii: "}")) { return members }
            try expect(UInt8(ascii: ","))
            skipBlanks()
        }
    }

    private mutating func elements() throws(JSONFault) -> [JSONValue] {
        var elements: [JSONValue] = []
        if skip(UInt8(ascii: "]")) { return elements }
        while true {
            elements.append(try value())
            skipBlanks()
            if skip(UInt8(ascii: "]")) { return elements }
            try expect(UInt8(ascii: ","))
            skipBlanks()
        }
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONFault) -> JSONValue {
        for offset in 0..<word.utf8CodeUnitCount { try expect(word.utf8Start[offset]) }
        return value
    }

    /// `-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?`
    private mutating func number() throws(JSONFault) -> String {
        let start = position
        _ = skip(UInt8(ascii: "-"))
        if !skip(UInt8(ascii: "0")) { try digits() }
        if skip(UInt8(ascii: ".")) { try digits() }
        if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
            if !skip(UInt8(ascii: "+")) { _ = skip(UInt8(ascii: "-")) }
            try digits()
        }
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self)
    }

    private mutating func digits() throws(JSONFault) {
        let start = position
        while let byte = next, byte >= 0x30, byte <= 0x39 { position += 1 }
        guard position > start else { throw fault(.syntax) }
    }
}

extension JSONReader {
    private mutating func text() throws(JSONFault) -> String {
        try expect(UInt8(ascii: "\""))
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                let content = UnsafeBufferPointer(rebasing: bytes[start..<position])
                position += 1
                return try decoded(content, from: start)
            }
            if byte == UInt8(ascii: "\\") { return try escapedText(from: start) }
            guard byte >= 0x20 else { break }
            position += 1
        }
        throw fault(.syntax)
    }

    private func decoded(_ content: UnsafeBufferPointer<UInt8>, from start: Int) throws(JSONFault) -> String {
        guard let text = String(validating: content, as: UTF8.self) else {
            throw JSONFault(kind: .encoding, offset: start)
        }
        return text
    }

    private mutating func escapedText(from start: Int) throws(JSONFault) -> String {
        scratch.removeAll(keepingCapacity: true)
        scratch.append(contentsOf: bytes[start..<position])
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                return try scratch.withUnsafeBufferPointer { content throws(JSONFault) in
                    try decoded(content, from: start)
                }
            case UInt8(ascii: "\\"):
                position += 1
                try escape()
            case ..<0x20: throw fault(.syntax)
            default:
                scratch.append(byte)
                position += 1
            }
        }
        throw fault(.syntax)
    }

    /// One escape, its backslash passed.
    private mutating func escape() throws(JSONFault) {
        guard let byte = next else { throw fault(.syntax) }
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): scratch.append(byte)
        case UInt8(ascii: "b"): scratch.append(0x08)
        case UInt8(ascii: "f"): scratch.append(0x0C)
        case UInt8(ascii: "n"): scratch.append(0x0A)
        case UInt8(ascii: "r"): scratch.append(0x0D)
        case UInt8(ascii: "t"): scratch.append(0x09)
        case UInt8(ascii: "u"):
            position += 1
            scratch.append(contentsOf: UTF8.encode(try scalar()) ?? UTF8.encodedReplacementCharacter)
            return
        default: throw fault(.syntax)
        }
        position += 1
    }

    /// What follows `\u`, with the second half of a pair.
    private mutating func scalar() throws(JSONFault) -> Unicode.Scalar {
        let start = position
        let unit = try fourDigits()
        var value = UInt32(unit)
        if UTF16.isLeadSurrogate(unit) {
            guard skip(UInt8(ascii: "\\")), skip(UInt8(ascii: "u")) else {
                throw JSONFault(kind: .escape, offset: start)
            }
            let trail = try fourDigits()
            guard UTF16.isTrailSurrogate(trail) else { throw JSONFault(kind: .escape, offset: start) }
            value = 0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(trail & 0x3FF))
        }
        guard let scalar = Unicode.Scalar(value) else { throw JSONFault(kind: .escape, offset: start) }
        return scalar
    }

    private mutating func fourDigits() throws(JSONFault) -> UInt16 {
        var value: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = next else { throw fault(.syntax) }
            let digit: UInt8
            switch byte {
            case 0x30...0x39: digit = byte - 0x30
            case 0x41...0x46: digit = byte - 0x41 + 10
            case 0x61...0x66: digit = byte - 0x61 + 10
            default: throw fault(.syntax)
            }
            value = value << 4 | UInt16(digit)
            position += 1
        }
        return value
    }
}

/// The names an object has had so far.
private struct MemberNames {
    /// Only for an object with many; few are compared one by one.
    private var many: Set<String> = []
    private static let few = 16

    /// `false` for a name that was there.
    mutating func insert(_ name: String, beside members: [JSONValue.Member]) -> Bool {
        if members.count < Self.few { return !members.contains { $0.name == name } }
        if many.isEmpty { many = Set(members.lazy.map(\.name)) }
        return many.insert(name).inserted
    }
}
