/// The cells of one CSV row as bytes, to be written again.
///
/// A row that cannot be split by the rules is split at every comma, with its quotes as part of the text, so that it can
/// be opened and mended in a spreadsheet.
struct CSVCells {
    let fields: [[UInt8]]
    /// The row as it stood, when the rules split it.
    private let row: [UInt8]?

    init(row: [UInt8]) {
        var rows: [(fields: [[UInt8]], isSound: Bool)] = []
        var reader = CSVReader(rowLimit: max(1, row.count), columnLimit: max(1, row.count + 1))
        func take(_ row: CSVRow) { rows.append((row.fields.indices.map { Array(row[$0]) }, row.fault == nil)) }
        row.withUnsafeBytes { reader.feed($0, take) }
        reader.finish(take)
        if rows.count == 1, rows[0].isSound {
            fields = rows[0].fields
            self.row = row
        } else {
            fields = row.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map(Array.init)
            self.row = nil
        }
    }

    /// The row without some cells; unchanged as far as it can be.
    func text(without left: [Int]) -> [UInt8] {
        if left.isEmpty, let row { return row }
        let cells = fields.indices.filter { !left.contains($0) }.map { Self.quoted(fields[$0][...]) }
        return Array(cells.joined(separator: [UInt8(ascii: ",")]))
    }

    /// In quotes where it must be.
    static func quoted(_ cell: ArraySlice<UInt8>) -> [UInt8] {
        let mustBe = cell.contains {
            $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
        }
        guard mustBe else { return Array(cell) }
        var result = [UInt8(ascii: "\"")]
        for byte in cell {
            if byte == UInt8(ascii: "\"") { result.append(byte) }
            result.append(byte)
        }
        return result + [UInt8(ascii: "\"")]
    }
}
