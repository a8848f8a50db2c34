@testable import Registry

/// A record kept aside.
struct NoteRow {
    let index: Int64
    let row: SealedPersonalValues?
    var isSettled: Bool
}

extension NoteRow: Row {
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 64)
        writer.signed(index)
        writer.byte(isSettled ? 1 : 0)
        writer.byte(row == nil ? 0 : 1)
        if let row { writer.write(row) }
        return writer.result
    }

    init(_ bytes: [UInt8]) throws {
        var reader = ByteReader(bytes)
        guard let index = reader.signed(), let settled = reader.byte(), let isThere = reader.byte() else {
            throw UnreadableRow()
        }
        self.index = index
        isSettled = settled == 1
        row = isThere == 1 ? try reader.personal() : nil
    }
}
