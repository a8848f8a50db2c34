@testable import Registry

/// A fold, sealed.
struct FoldRow {
    let sealed: [UInt8]
}

extension FoldRow: Row {
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 64)
        writer.raw(sealed)
        return writer.result
    }

    init(_ bytes: [UInt8]) throws {
        var reader = ByteReader(bytes)
        guard let sealed = reader.rest else { throw UnreadableRow() }
        self.sealed = sealed
    }
}
