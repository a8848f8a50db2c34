@testable import Registry

/// That a record was taken in.
struct MarkRow {
    let mark: ReportMark
}

extension MarkRow: Row {
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 64)
        writer.signed(mark.index)
        writer.signed(mark.digest.value)
        return writer.result
    }

    init(_ bytes: [UInt8]) throws {
        var reader = ByteReader(bytes)
        guard let index = reader.signed(), let digest = reader.signed() else { throw UnreadableRow() }
        mark = ReportMark(index: index, digest: LookupKey(digest))
    }
}
