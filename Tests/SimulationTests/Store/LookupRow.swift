@testable import Registry

/// The files entered under a key.
struct LookupRow {
    var files: [FileID]
}

extension LookupRow: Row {
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 64)
        writer.variable(UInt64(files.count))
        for file in files { writer.signed(file.number) }
        return writer.result
    }

    init(_ bytes: [UInt8]) throws {
        var reader = ByteReader(bytes)
        guard let count = reader.count(most: 10_000) else { throw UnreadableRow() }
        files = try (0..<count).map { _ in
            guard let number = reader.signed() else { throw UnreadableRow() }
            return FileID(number)
        }
    }
}
