/// Splits a CSV file (RFC 4180) into rows as its bytes arrive, whatever pieces they arrive in.
///
/// Quoted fields may span lines and hold doubled quotes; lines end in CRLF, LF or CR; empty lines are passed over. What
/// cannot be split becomes one row with a fault, and reading goes on behind it. Memory is bounded by the limits.
package struct CSVReader: Sendable {
    /// 64 KiB: a hundred times the longest row an insurer sends.
    package static let rowLimit = 64 * 1024
    package static let columnLimit = 256
    private static let pieceSize = 256 * 1024

    private var buffer: [UInt8] = []
    /// Where the buffer's first byte stands in the file.
    private var base: Int
    private var scanner: CSVScanner
    /// A line ended in CR; an LF right behind it belongs to it.
    private var passesLineFeed = false
    /// A row that is given up, until its line ends.
    private var skipped: (line: Int, start: Int, fault: CSVRow.Fault)?

    /// `startOffset`: where in the file the first byte fed stands.
    package init(startOffset: Int = 0, rowLimit: Int = CSVReader.rowLimit, columnLimit: Int = CSVReader.columnLimit) {
        base = startOffset
        scanner = CSVScanner(rowLimit: max(1, rowLimit), columnLimit: max(1, columnLimit))
    }

    /// Takes the next bytes and hands on every row that ends in them.
    package mutating func feed(_ bytes: UnsafeRawBufferPointer, _ take: (CSVRow) throws -> Void) rethrows {
        var rest = bytes[...]
        while !rest.isEmpty {
            buffer.append(contentsOf: rest.prefix(Self.pieceSize))
            rest = rest.dropFirst(Self.pieceSize)
            try readRows(isLast: false, take)
            dropWhatWasRead()
        }
    }

    /// Hands on what is left; a missing line end at the end of the file is no fault.
    package mutating func finish(_ take: (CSVRow) throws -> Void) rethrows {
        try readRows(isLast: true, take)
        dropWhatWasRead()
    }

    private mutating func readRows(isLast: Bool, _ take: (CSVRow) throws -> Void) rethrows {
        while true {
            if skipped != nil {
                guard try passOver(isLast: isLast, take) else { return }
                continue
            }
            passLineFeed()
            switch buffer.withUnsafeBufferPointer({ scanner.scan($0) }) {
            case .rowEnd:
                let end = scanner.position
                try handOn(take)
                beginRow(behind: end, line: scanner.line + 1)
            case .needsMore:
                guard isLast, !scanner.isAtRowStart else { return }
                if scanner.finishRow() {
                    try handOn(take)
                    scanner.startRow(at: buffer.count, line: scanner.line)
                } else {
                    try giveUpQuote(take)
                }
            case .tooLong where scanner.isInQuotes: try giveUpQuote(take)
            case .tooLong: skip(.rowTooLong)
            case .textAfterQuote where scanner.quoteLine != scanner.line: try giveUpQuote(take)
            case .textAfterQuote: skip(.textAfterQuote)
            }
        }
    }

    private mutating func handOn(_ take: (CSVRow) throws -> Void) rethrows {
        let range = scanner.rowStart..<scanner.position
        guard !range.isEmpty else { return }
        let fields = scanner.hasTooManyColumns ? [] : unquoted()
        try take(
            CSVRow(
                bytes: buffer, fields: fields, line: scanner.rowLine,
                byteRange: base + range.lowerBound..<base + range.upperBound,
                fault: scanner.hasTooManyColumns ? .tooManyColumns : nil))
    }

    /// The row's fields, with doubled quotes made single in the buffer itself.
    private mutating func unquoted() -> [Range<Int>] {
        var fields = scanner.fields
        for index in scanner.doubled {
            var kept = fields[index].lowerBound
            var isFirstOfPair = false
            for position in fields[index] {
                let isQuote = buffer[position] == UInt8(ascii: "\"")
                isFirstOfPair = isQuote && !isFirstOfPair
                if isQuote && !isFirstOfPair { continue }
                buffer[kept] = buffer[position]
                kept += 1
            }
            fields[index] = fields[index].lowerBound..<kept
        }
        return fields
    }

    private mutating func beginRow(behind end: Int, line: Int) {
        passesLineFeed = buffer[end] == UInt8(ascii: "\r")
        scanner.startRow(at: end + 1, line: line)
    }

    private mutating func passLineFeed() {
        guard passesLineFeed, scanner.rowStart < buffer.count else { return }
        passesLineFeed = false
        if buffer[scanner.rowStart] == UInt8(ascii: "\n") {
            scanner.startRow(at: scanner.rowStart + 1, line: scanner.line)
        }
    }

    private mutating func dropWhatWasRead() {
        let count = scanner.rowStart
        guard count > 0 else { return }
        buffer.removeFirst(count)
        base += count
        scanner.moveBack(by: count)
    }
}

extension CSVReader {
    /// Reports the row up to the end of the line in which the quote opened, and goes back to the line behind it: one
    /// forgotten quote must cost one line, not the file.
    private mutating func giveUpQuote(_ take: (CSVRow) throws -> Void) rethrows {
        let quoted = buffer[scanner.quoteStart..<scanner.position]
        guard let end = quoted.firstIndex(where: Self.endsLine) else { return skip(.quoteUnclosed) }
        let row = CSVRow(
            bytes: [], fields: [], line: scanner.rowLine, byteRange: base + scanner.rowStart..<base + end,
            fault: .quoteUnclosed)
        beginRow(behind: end, line: scanner.quoteLine + 1)
        try take(row)
    }

    private mutating func skip(_ fault: CSVRow.Fault) {
        skipped = (scanner.rowLine, base + scanner.rowStart, fault)
        scanner.startRow(at: scanner.position, line: scanner.line)
    }

    /// Goes to the end of the line that is given up; true when it was reached and the row handed on.
    private mutating func passOver(isLast: Bool, _ take: (CSVRow) throws -> Void) rethrows -> Bool {
        guard let skipped else { return true }
        let end = buffer[scanner.rowStart...].firstIndex(where: Self.endsLine)
        guard end != nil || isLast else {
            scanner.startRow(at: buffer.count, line: scanner.line)
            return false
        }
        self.skipped = nil
        let row = CSVRow(
            bytes: [], fields: [], line: skipped.line, byteRange: skipped.start..<base + (end ?? buffer.count),
            fault: skipped.fault)
        if let end {
            beginRow(behind: end, line: scanner.line + 1)
        } else {
            scanner.startRow(at: buffer.count, line: scanner.line)
        }
        try take(row)
        return true
    }

    private static func endsLine(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
}
