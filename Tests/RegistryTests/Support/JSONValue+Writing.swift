@testable import Registry

extension JSONValue {
    /// The value as a document.
    var json: [UInt8] {
        switch self {
        case .null: return Array("null".utf8)
        case .flag(let flag): return Array("\(flag)".utf8)
        case .number(let text): return Array(text.utf8)
        case .text(let text):
            var writer = JSONWriter()
            writer.value(text)
            return writer.bytes
        case .list(let values): return Array("[".utf8) + values.map(\.json).joined(separator: [0x2C]) + [0x5D]
        case .object(let members):
            let parts = members.map { JSONValue.text($0.name).json + [0x3A] + $0.value.json }
            return Array("{".utf8) + parts.joined(separator: [0x2C]) + [0x7D]
        }
    }
}
