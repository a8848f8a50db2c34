/// Reads the documents nearly everybody sends: known members, once each, texts without escapes. Whatever else may
/// stand in JSON is left to the library's decoder, which takes five times as long.
struct PlainQueryParser {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    /// `nil` when the document is not of the plain kind; that says nothing about whether it is right.
    static func query(in json: [UInt8]) -> CoverageQuery? {
        json.withUnsafeBufferPointer { bytes in
            var parser = PlainQueryParser(bytes: bytes)
            return parser.query()
        }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    private mutating func query() -> CoverageQuery? {
        var query = CoverageQuery()
        let isWhole = object { parser, name in
            switch name {
            case "plate" where query.plate == nil:
                return parser.object { parser, name in
                    switch name {
                    case "number" where query.plate == nil: parser.text(into: &query.plate)
                    case "category" where query.category == nil: parser.text(into: &query.category)
                    default: false
                    }
                } && query.plate != nil
            case "vinSuffix" where query.vinSuffix == nil: return parser.text(into: &query.vinSuffix)
            case "vin" where query.vin == nil: return parser.text(into: &query.vin)
            case "policyNumberSuffix" where query.policyNumberSuffix == nil:
                return parser.text(into: &query.policyNumberSuffix)
            case "on" where query.on == nil: return parser.text(into: &query.on)
            case "knownAt" where query.knownAt == nil: return parser.text(into: &query.knownAt)
            case "purpose" where query.purpose == nil: return parser.text(into: &query.purpose)
            default: return false
            }
        }
        skipBlanks()
        return isWhole && position == bytes.count ? query : nil
    }

    /// An object with at least one member; the body reads each value and says whether it could.
    private mutating func object(_ member: (inout PlainQueryParser, String) -> Bool) -> Bool {
        guard skip(0x7B) else { return false }
        repeat {
            var name: String?
            guard text(into: &name), let name, skip(0x3A), member(&self, name) else { return false }
        } while skip(0x2C)
        return skip(0x7D)
    }

    private mutating func skipBlanks() {
        while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
        skipBlanks()
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func text(into target: inout String?) -> Bool {
        guard skip(0x22) else { return false }
        let start = position
        while position < bytes.count, bytes[position] != 0x22 {
            guard bytes[position] >= 0x20, bytes[position] != 0x5C else { return false }
            position += 1
        }
        guard position < bytes.count,
            let text = String(validating: UnsafeBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self)
        else { return false }
        position += 1
        target = text
        return true
    }
}
