import GRDB
import Registry

/// Rows as they stand in a sealed file: length (4 bytes), table, values; each value its kind and itself.
enum BackupRows {
    static func encode(_ table: BackupTable, _ row: borrowing SQLiteStatement.Row) -> [UInt8] {
        var values: [BackupValue] = []
        for column in table.columns.indices { values.append(row.value(Int32(column))) }
        return encode(table, values)
    }

    static func encode(_ table: BackupTable, _ values: [BackupValue]) -> [UInt8] {
        var bytes: [UInt8] = [0, 0, 0, 0, table.rawValue]
        for value in values { append(value, to: &bytes) }
        let count = UInt32(bytes.count - 4)
        withUnsafeBytes(of: count.bigEndian) { bytes.replaceSubrange(0..<4, with: $0) }
        return bytes
    }

    private static func append(_ value: BackupValue, to bytes: inout [UInt8]) {
        func number(_ value: Int64) { withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) } }
        switch value {
        case .null: bytes.append(0)
        case .number(let value):
            bytes.append(1)
            number(value)
        case .text(let text):
            bytes.append(2)
            number(Int64(text.utf8.count))
            bytes.append(contentsOf: text.utf8)
        case .bytes(let value):
            bytes.append(3)
            number(Int64(value.count))
            bytes.append(contentsOf: value)
        }
    }

    /// A document in front of rows: length, zero, the bytes.
    static func encode(document: [UInt8]) -> [UInt8] {
        withUnsafeBytes(of: UInt32(document.count + 1).bigEndian) { Array($0) } + [0] + document
    }

    /// What one frame of a file holds.
    enum Frame {
        case document([UInt8])
        case row(BackupTable, [BackupValue])
    }

    /// Reads a whole file, frame by frame. Throws `BackupFault.damaged` for what is not as `encode` writes it.
    static func read(_ reader: SealedReader, path: String, _ body: (Frame) throws -> Void) throws {
        var waiting: [UInt8] = []
        var start = 0
        while let piece = try reader.next() {
            waiting.removeFirst(start)
            start = 0
            waiting += piece
            while waiting.count - start >= 4 {
                let count = waiting[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) }
                guard count > 0 else { throw BackupFault.damaged(path) }
                guard waiting.count - start - 4 >= count else { break }
                let frame = waiting[(start + 4)..<(start + 4 + count)]
                guard let read = Self.frame(frame) else { throw BackupFault.damaged(path) }
                try body(read)
                start += 4 + count
            }
        }
        guard start == waiting.count else { throw BackupFault.damaged(path) }
    }

    private static func frame(_ bytes: ArraySlice<UInt8>) -> Frame? {
        guard let first = bytes.first else { return nil }
        var rest = bytes.dropFirst()
        if first == 0 { return .document(Array(rest)) }
        guard let table = BackupTable(rawValue: first) else { return nil }
        var values: [BackupValue] = []
        func number() -> Int64? {
            guard rest.count >= 8 else { return nil }
            defer { rest = rest.dropFirst(8) }
            return Int64(bitPattern: rest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
        }
        func part() -> ArraySlice<UInt8>? {
            guard let count = number(), count >= 0, count <= rest.count else { return nil }
            defer { rest = rest.dropFirst(Int(count)) }
            return rest.prefix(Int(count))
        }
        while let kind = rest.popFirst() {
            switch kind {
            case 0: values.append(.null)
            case 1:
                guard let value = number() else { return nil }
                values.append(.number(value))
            case 2:
                guard let text = part().flatMap({ String(validating: $0, as: UTF8.self) }) else { return nil }
                values.append(.text(text))
            case 3:
                guard let value = part() else { return nil }
                values.append(.bytes(Array(value)))
            default: return nil
            }
        }
        return values.count == table.columns.count ? .row(table, values) : nil
    }
}

extension SQLiteStatement {
    /// Binds a row's values, in their order.
    func bind(_ values: [BackupValue]) {
        for (position, value) in values.enumerated() {
            let place = Int32(position + 1)
            switch value {
            case .null: bind(place, nil as Int64?)
            case .number(let number): bind(place, number)
            case .text(let text): bind(place, text)
            case .bytes(let bytes): bind(place, bytes)
            }
        }
    }
}
