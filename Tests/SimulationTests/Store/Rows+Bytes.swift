@testable import Registry

extension ByteWriter {
    mutating func write(_ values: SealedPersonalValues) {
        signed(values.keyNumber)
        variable(UInt64(values.bytes.count))
        raw(values.bytes)
    }
}

extension ByteReader {
    mutating func personal() throws -> SealedPersonalValues {
        guard let number = signed(), let count = count(most: 1 << 20), let bytes = bytes(count: count) else {
            throw UnreadableRow()
        }
        return SealedPersonalValues(keyNumber: number, bytes: bytes)
    }

    /// Everything that was not read yet.
    var rest: [UInt8]? {
        mutating get {
            var rest: [UInt8] = []
            while let next = byte() { rest.append(next) }
            return rest
        }
    }
}
