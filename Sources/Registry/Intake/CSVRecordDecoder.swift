/// Makes records of the rows of a CSV file; the first row is the header.
struct CSVRecordDecoder: Sendable {
    /// ASCII reads the same in both, so rows may come before the encoding is settled.
    var encoding: TextEncoding?
    private(set) var header: CSVHeader?
    private(set) var headerRange: Range<Int>?
    private(set) var fault: FileFault?
    private var scratch: [UInt8] = []

    init(encoding: TextEncoding?) { self.encoding = encoding }

    /// `nil` for the header, for a row without any value, and for everything behind a file fault.
    mutating func read(_ row: CSVRow) -> RecordReading? {
        guard fault == nil else { return nil }
        guard let header else {
            readHeader(row)
            return nil
        }
        if let fault = row.fault {
            let record = Record(values: FieldValues(), line: row.line, byteRange: row.byteRange)
            return RecordReading(record: record, faults: [.unsplittable(fault, line: row.line)])
        }
        return row.bytes.withUnsafeBufferPointer { read(row, $0, header) }
    }

    private mutating func read(
        _ row: CSVRow, _ bytes: UnsafeBufferPointer<UInt8>, _ header: CSVHeader
    ) -> RecordReading? {
        var values = FieldValues()
        values.reserveCapacity(header.columns.count)
        var faults: [SubmissionReading.Fault] = []
        let encoding = encoding ?? .utf8
        for column in header.columns where column.position < row.fields.count {
            let field = UnsafeBufferPointer(rebasing: bytes[row.fields[column.position]])
            switch FieldText(field, encoding: encoding, scratch: &scratch) {
            case .empty: break
            case .text(let text): values.append(column.field, text)
            case .undecodable: faults.append(.undecodable(column.field, line: row.line, encoding: encoding))
            case .controlCharacter: faults.append(.controlCharacter(column.field, line: row.line))
            }
        }
        let count = header.columnCount
        if row.fields.count != count, !isPadded(row, bytes, beyond: count) {
            faults.append(.columnCount(row.fields.count, expected: count, line: row.line))
        }
        if values.elements.isEmpty, faults.isEmpty || isPadded(row, bytes, beyond: 0) { return nil }
        return RecordReading(
            record: Record(values: values, line: row.line, byteRange: row.byteRange), faults: faults)
    }

    /// Whether the columns from a position on hold nothing but blanks: spreadsheets leave such behind.
    private func isPadded(_ row: CSVRow, _ bytes: UnsafeBufferPointer<UInt8>, beyond count: Int) -> Bool {
        row.fields.count > count
            && row.fields[count...].allSatisfy { bytes[$0].allSatisfy { $0 == 0x20 || $0 == 0x09 } }
    }

    private mutating func readHeader(_ row: CSVRow) {
        do throws(FileFault) {
            guard row.fault == nil else { throw .headerUnreadable }
            var names: [String] = []
            for index in row.fields.indices {
                let text = row[index].withUnsafeBufferPointer {
                    FieldText($0, encoding: encoding ?? .utf8, scratch: &scratch)
                }
                switch text {
                case .empty: names.append("")
                case .text(let name): names.append(name)
                case .undecodable, .controlCharacter: throw .headerUnreadable
                }
            }
            if names.allSatisfy(\.isEmpty) { return }
            header = try CSVHeader(names)
            headerRange = row.byteRange
        } catch {
            fault = error
        }
    }
}
