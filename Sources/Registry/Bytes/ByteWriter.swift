/// Writes the house's canonical byte strings: entries, leaves, folds.
struct ByteWriter {
    private(set) var result: [UInt8] = []

    init(capacity: Int) { result.reserveCapacity(capacity) }

    mutating func byte(_ value: UInt8) { result.append(value) }

    mutating func bytes(_ values: [UInt8]) { result.append(contentsOf: values) }

    mutating func raw(_ values: UnsafeRawBufferPointer) { result.append(contentsOf: values) }

    mutating func raw(_ values: [UInt8]) { result.append(contentsOf: values) }

    /// Seven bits a byte, low ones first; numbers below 128 take one.
    mutating func variable(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            result.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        result.append(UInt8(rest))
    }

    /// Signed numbers folded so that small ones of either sign stay short.
    mutating func signed(_ value: Int64) { variable(UInt64(bitPattern: (value << 1) ^ (value >> 63))) }

    mutating func bigEndian(_ value: Int64) {
        withUnsafeBytes(of: value.bigEndian) { result.append(contentsOf: $0) }
    }

    mutating func text(_ value: String) {
        variable(UInt64(value.utf8.count))
        result.append(contentsOf: value.utf8)
    }

    mutating func optional(_ value: String?) {
        byte(value == nil ? 0 : 1)
        if let value { text(value) }
    }

    mutating func optional(_ value: Int64?) {
        byte(value == nil ? 0 : 1)
        if let value { signed(value) }
    }
}
