/// Reads what `ByteWriter` wrote; answers `nil` instead of trapping on anything else.
struct ByteReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    mutating func byte() -> UInt8? {
        guard position < bytes.count else { return nil }
        defer { position += 1 }
        return bytes[position]
    }

    mutating func bytes(count: Int) -> [UInt8]? {
        guard count >= 0, count <= bytes.count - position else { return nil }
        defer { position += count }
        return Array(bytes[position..<(position + count)])
    }

    /// Only the shortest encoding is accepted, so that one value has one encoding.
    mutating func variable() -> UInt64? {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while let next = byte() {
            guard shift < 63 || next <= 1 else { return nil }
            value |= UInt64(next & 0x7F) << shift
            if next & 0x80 == 0 { return next == 0 && shift > 0 ? nil : value }
            shift += 7
            guard shift <= 63 else { return nil }
        }
        return nil
    }

    mutating func signed() -> Int64? {
        variable().map { Int64(bitPattern: $0 >> 1) ^ -Int64(bitPattern: $0 & 1) }
    }

    mutating func bigEndian() -> Int64? {
        guard bytes.count - position >= 8 else { return nil }
        defer { position += 8 }
        return bytes[position..<(position + 8)].reduce(0) { $0 << 8 | Int64($1) }
    }

    mutating func count(most: Int) -> Int? {
        guard let value = variable(), value <= UInt64(most) else { return nil }
        return Int(value)
    }

    /// Valid UTF-8 of at most so many bytes.
    mutating func text(longest: Int) -> String? {
        guard let count = count(most: longest), count <= bytes.count - position else { return nil }
        defer { position += count }
        guard let text = try? UTF8Span(validating: bytes.span.extracting(position..<(position + count))) else {
            return nil
        }
        return String(copying: text)
    }

    /// The outer `nil` is a reading error, the inner one a value that is not there.
    mutating func optionalText(longest: Int) -> String?? {
        switch byte() {
        case 0: .some(nil)
        case 1: text(longest: longest).map { .some($0) }
        default: nil
        }
    }

    mutating func optionalSigned() -> Int64?? {
        switch byte() {
        case 0: .some(nil)
        case 1: signed().map { .some($0) }
        default: nil
        }
    }
}
