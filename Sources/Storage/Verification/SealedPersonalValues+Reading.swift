import Registry

extension SealedPersonalValues {
    /// Reads what `encode` writes; `nil` for anything else.
    static func decode(_ bytes: [UInt8]) -> [SealedPersonalValues]? {
        var values: [SealedPersonalValues] = []
        var rest = bytes[...]
        func number(_ count: Int) -> UInt64? {
            guard rest.count >= count else { return nil }
            defer { rest = rest.dropFirst(count) }
            return rest.prefix(count).reduce(0) { $0 << 8 | UInt64($1) }
        }
        while !rest.isEmpty {
            guard let key = number(8), let count = number(4), rest.count >= Int(count) else { return nil }
            values.append(
                SealedPersonalValues(keyNumber: Int64(bitPattern: key), bytes: Array(rest.prefix(Int(count)))))
            rest = rest.dropFirst(Int(count))
        }
        return values
    }

    /// The keys alone of what `encode` writes; `nil` for anything else.
    static func keyNumbers(_ bytes: [UInt8]) -> [Int64]? {
        var keys: [Int64] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            guard rest.count >= 12 else { return nil }
            func number(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
            keys.append(Int64(bitPattern: number(rest.prefix(8))))
            let count = Int(number(rest.dropFirst(8).prefix(4)))
            guard rest.count - 12 >= count else { return nil }
            rest = rest.dropFirst(12 + count)
        }
        return keys
    }
}
