@testable import Registry

extension ByteWriter {
    mutating func sized(_ bytes: [UInt8]) {
        variable(UInt64(bytes.count))
        raw(bytes)
    }

    mutating func write(_ values: SealedPersonalValues) {
        signed(values.keyNumber)
        sized(values.bytes)
    }
}

extension ByteReader {
    mutating func sized() -> [UInt8]? { count(most: 1 << 20).flatMap { bytes(count: $0) } }

    mutating func personal() throws -> SealedPersonalValues {
        guard let number = signed(), let bytes = sized() else {
            throw UnreadableRow()
        }
        return SealedPersonalValues(keyNumber: number, bytes: bytes)
    }
}
