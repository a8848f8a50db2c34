@testable import Registry

/// Documents nobody should send: the same seed draws the same ones.
extension SeededGenerator {
    /// The bytes with a few of them changed, lost or doubled.
    mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<(1 + below(3)) where !bytes.isEmpty {
            let place = below(bytes.count)
            switch below(4) {
            case 0: bytes[place] = UInt8(below(256))
            case 1: bytes[place] = pick(Array("{}[]\",:0123456789-.eE\\ntu".utf8))
            case 2: bytes.remove(at: place)
            default: bytes.insert(bytes[below(bytes.count)], at: place)
            }
        }
        return bytes
    }

    /// The tree with one of its places put otherwise.
    mutating func mutated(_ value: JSONValue, _ names: [String]) -> JSONValue {
        switch value {
        case .object(var members) where !members.isEmpty && chance(85):
            let place = below(members.count)
            switch below(8) {
            case 0: members.remove(at: place)
            case 1: members.append(JSONValue.Member("x\(below(100))", anyValue(names)))
            case 2: members[place] = JSONValue.Member(pick(names), members[place].value)
            default:
                members[place] = JSONValue.Member(members[place].name, mutated(members[place].value, names))
            }
            return .object(distinct(members))
        case .list(var values) where !values.isEmpty && chance(85):
            let place = below(values.count)
            switch below(6) {
            case 0: values.remove(at: place)
            case 1: values.append(values[place])
            default: values[place] = mutated(values[place], names)
            }
            return .list(values)
        default: return anyValue(names)
        }
    }

    /// Any value, rarely a deep one.
    mutating func anyValue(_ names: [String], depth: Int = 0) -> JSONValue {
        switch below(depth < 4 ? 10 : 8) {
        case 0: return .null
        case 1: return .flag(chance(50))
        case 2, 3: return .number(pick(Self.numbers))
        case 4, 5, 6: return .text(pick(Self.texts))
        case 7: return .text(String(repeating: pick(Self.texts), count: below(40)))
        case 8: return .list((0..<below(4)).map { _ in anyValue(names, depth: depth + 1) })
        default:
            let members = (0..<below(6)).map { _ in JSONValue.Member(pick(names), anyValue(names, depth: depth + 1)) }
            return .object(distinct(members))
        }
    }

    private func distinct(_ members: [JSONValue.Member]) -> [JSONValue.Member] {
        var seen: Set<String> = []
        return members.filter { seen.insert($0.name).inserted }
    }

    private static let numbers = [
        "0", "-0", "1", "5", "-1", "9", "35", "2000", "10000", "365", "2026", "9999", "0.5", "5.0", "1e3", "1e999",
        "9007199254740992", "-9223372036854775808", "9223372036854775807", "99999999999999999999999",
    ]
    private static let texts = [
        "", "0", "0.01", "-0.01", "665.00", "950.5", "9999999999.99", "10000000000000.00", "99999999999999.99", "1,5",
        "2026-03-01T00:00:00+08:00", "2027-03-01T00:00:00+08:00", "2026-02-29", "2024-02-29", "2006-07-01 00:00",
        "2099-12-31T23:59:59+08:00", "1900-01-01", "2199-12-31", "2200-01-02", "soon", "X3", "110000", "440300",
        "999999",
        "other", "duplicate", "stolen", "household", "passenger", "A", "B", "京A12345", "\u{0}\u{202E}\u{1B}[31m", "🚗",
        "11.0", "14.7", "0.0000001", "half", "exempt", "02",
    ]
}
