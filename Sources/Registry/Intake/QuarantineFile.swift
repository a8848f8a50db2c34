import Regulation

/// Writes the rows that were kept out as a file its sender can correct and send again: the same columns or members in
/// the same encoding, and beside each row its line in the original and what is wrong with it.
///
/// What we add is passed over when the file comes back. Nothing of a row is lost, not even of one that could not be
/// split. A pure function from bytes to bytes, row by row, so that the size of the file does not matter.
package struct QuarantineFile: Sendable {
    private let format: RecordReader.Format
    private let encoding: TextEncoding
    /// What the file begins with: the header with two more columns; empty for NDJSON.
    package let opening: [UInt8]
    /// The header's columns that are ours already, because the file was one of these before.
    private let ownColumns: [Int]

    /// - Parameters:
    ///   - header: the header row as it stood in the file, without its line end; empty for NDJSON.
    ///   - byteOrderMark: as the reader found it.
    package init(
        format: RecordReader.Format, encoding: TextEncoding, header: [UInt8] = [], byteOrderMark: [UInt8] = []
    ) {
        self.format = format
        self.encoding = encoding
        guard format == .csv else {
            opening = byteOrderMark
            ownColumns = []
            return
        }
        let cells = CSVCells(row: header)
        ownColumns = cells.fields.indices.filter { Self.isOurs(cells.fields[$0], encoding) }
        let kept = cells.text(without: ownColumns)
        opening = byteOrderMark + kept + Array(",\(ColumnName.line),\(ColumnName.reason)\r\n".utf8)
    }

    /// One row with its line end.
    ///
    /// - Parameters:
    ///   - bytes: the row as it stood in the file (`Record.byteRange`).
    ///   - line: where it stood.
    package func row(_ bytes: [UInt8], line: Int, faults: [SubmissionReading.Fault]) -> [UInt8] {
        switch format {
        case .csv:
            let reason = CSVCells.quoted(encoded(Self.reason(faults))[...])
            // A row with too few columns is not filled up: sent again as it is, it must be found short again.
            return CSVCells(row: bytes).text(without: ownColumns)
                + Array(",\(line),".utf8) + reason + Array("\r\n".utf8)
        case .ndjson:
            return jsonRow(bytes, line: line, reason: Self.reason(faults)) + [UInt8(ascii: "\n")]
        }
    }

    /// The whole file at once.
    package func content(_ rows: [(bytes: [UInt8], line: Int, faults: [SubmissionReading.Fault])]) -> [UInt8] {
        rows.reduce(into: opening) { $0 += row($1.bytes, line: $1.line, faults: $1.faults) }
    }

    private static func reason(_ faults: [SubmissionReading.Fault]) -> String {
        faults.map { fault in
            fault.finding.message + (fault.proposal.map { "建议填：\($0)" } ?? "")
        }.joined(separator: " ")
    }

    private static func isOurs(_ cell: [UInt8], _ encoding: TextEncoding) -> Bool {
        var scratch: [UInt8] = []
        let text = cell.withUnsafeBufferPointer { FieldText($0, encoding: encoding, scratch: &scratch) }
        guard case .text(let name) = text else { return false }
        return ColumnName(name) == .ours
    }

    private func encoded(_ text: String) -> [UInt8] {
        switch encoding {
        case .utf8: Array(text.utf8)
        case .gb18030: GB18030.encode(text)
        }
    }
}

extension QuarantineFile {
    private func jsonRow(_ bytes: [UInt8], line: Int, reason: String) -> [UInt8] {
        guard encoding == .gb18030, bytes.contains(where: { $0 >= 0x80 }) else {
            let row = Self.annotated(bytes, line: line, reason: reason)
            // A row in ASCII may be judged with words that are not.
            return encoding == .gb18030 ? GB18030.encode(String(decoding: row, as: UTF8.self)) : row
        }
        var text: [UInt8] = []
        // What cannot be decoded cannot be written into: it goes back as it came.
        guard bytes.withUnsafeBufferPointer({ GB18030.decode($0, into: &text) }) else { return bytes }
        return GB18030.encode(String(decoding: Self.annotated(text, line: line, reason: reason), as: UTF8.self))
    }

    /// The object with our members at its end; a line that is no object becomes a text in one.
    private static func annotated(_ bytes: [UInt8], line: Int, reason: String) -> [UInt8] {
        let object = bytes.withUnsafeBufferPointer { FlatObjectParser($0, line: line) }
        let members =
            Array("\"\(ColumnName.line)\":\(line),\"\(ColumnName.reason)\":".utf8) + quoted(Array(reason.utf8))
        guard let closing = object.closing else {
            return [UInt8(ascii: "{")] + members + Array(",\"\(ColumnName.row)\":".utf8) + quoted(bytes) + [
                UInt8(ascii: "}")
            ]
        }
        var body = Array(bytes[..<closing])
        for range in object.ownMembers.reversed() { remove(range, from: &body) }
        while let last = body.last, last == 0x20 || last == 0x09 { body.removeLast() }
        if body.last != UInt8(ascii: "{") { body.append(UInt8(ascii: ",")) }
        return body + members + [UInt8(ascii: "}")]
    }

    /// Takes out a member and the comma that kept it apart.
    private static func remove(_ range: Range<Int>, from body: inout [UInt8]) {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
        var end = range.upperBound
        while end < body.count, isBlank(body[end]) { end += 1 }
        if end < body.count, body[end] == UInt8(ascii: ",") {
            body.removeSubrange(range.lowerBound...end)
            return
        }
        var start = range.lowerBound
        while start > 0, isBlank(body[start - 1]) { start -= 1 }
        if start > 0, body[start - 1] == UInt8(ascii: ",") { start -= 1 }
        body.removeSubrange(start..<range.upperBound)
    }

    /// As a JSON text. Bytes that are not ASCII stay as they are.
    private static func quoted(_ bytes: [UInt8]) -> [UInt8] {
        var result = [UInt8(ascii: "\"")]
        result.reserveCapacity(bytes.count + 2)
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): result += [UInt8(ascii: "\\"), byte]
            case ..<0x20:
                let hex = String(byte, radix: 16)
                result += Array("\\u00\(hex.utf8.count == 1 ? "0" : "")\(hex)".utf8)
            default: result.append(byte)
            }
        }
        return result + [UInt8(ascii: "\"")]
    }
}
