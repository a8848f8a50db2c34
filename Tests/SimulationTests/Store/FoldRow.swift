@testable import Registry

/// A fold, sealed.
struct FoldRow {
    let sealed: [UInt8]
}

extension FoldRow: Row {
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 64)
        writer.sized(sealed)
        return writer.result
    }

    init(_ bytes: [UInt8]) throws {
        var reader = ByteReader(bytes)
        guard let sealed = reader.sized(), reader.isAtEnd else { throw UnreadableRow() }
        self.sealed = sealed
    }
}
