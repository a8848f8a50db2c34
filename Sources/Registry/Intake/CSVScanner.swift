/// The state machine under `CSVReader`: goes over bytes once and says where fields and rows end.
///
/// Positions count from the start of the buffer it is shown. It can stop after any byte and go on when there are more.
struct CSVScanner {
    enum Stop {
        /// All bytes were seen, the row has not ended.
        case needsMore
        /// A row ended at `position`; the line end is not yet passed.
        case rowEnd
        /// So many bytes without an end are more than a row may have.
        case tooLong
        /// More text stands behind a closing quote.
        case textAfterQuote
    }

    private enum State { case fieldStart, unquoted, quoted, quoteInQuoted }

    let rowLimit: Int
    let columnLimit: Int

    /// The next byte to look at.
    private(set) var position = 0
    /// Where the row begins.
    private(set) var rowStart = 0
    /// The line `position` stands in, from 1.
    private(set) var line = 1
    private(set) var rowLine = 1
    private(set) var fields: [Range<Int>] = []
    /// Fields that hold a doubled quote.
    private(set) var doubled: [Int] = []
    private(set) var hasTooManyColumns = false
    /// Where the last quoted field began, and in which line.
    private(set) var quoteStart = 0
    private(set) var quoteLine = 1
    private var state = State.fieldStart
    private var fieldStart = 0
    private var fieldIsDoubled = false
    /// The end of a quoted field's content, once its closing quote was seen.
    private var contentEnd = 0

    init(rowLimit: Int, columnLimit: Int) {
        self.rowLimit = rowLimit
        self.columnLimit = columnLimit
    }

    /// Whether a quoted field is open.
    var isInQuotes: Bool { state == .quoted }
    var isAtRowStart: Bool { position == rowStart }

    /// Begins a row at a position, in a line.
    mutating func startRow(at start: Int, line: Int) {
        position = start
        rowStart = start
        fieldStart = start
        self.line = line
        rowLine = line
        state = .fieldStart
        fieldIsDoubled = false
        hasTooManyColumns = false
        fields.removeAll(keepingCapacity: true)
        doubled.removeAll(keepingCapacity: true)
    }

    /// The buffer lost so many bytes at its front.
    mutating func moveBack(by count: Int) {
        position -= count
        rowStart -= count
        fieldStart -= count
        quoteStart -= count
        contentEnd -= count
        for index in fields.indices {
            fields[index] = fields[index].lowerBound - count..<fields[index].upperBound - count
        }
    }

    /// Goes on to the end of the row.
    mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> Stop {
        let end = min(bytes.count, rowStart + rowLimit + 1)
        while position < end {
            switch state {
            case .fieldStart:
                if bytes[position] == UInt8(ascii: "\"") { openQuote() } else { state = .unquoted }
            case .unquoted:
                if scanUnquoted(bytes, end: end) { return .rowEnd }
            case .quoted:
                scanQuoted(bytes, end: end)
            case .quoteInQuoted:
                switch bytes[position] {
                case UInt8(ascii: "\""):
                    fieldIsDoubled = true
                    state = .quoted
                    position += 1
                case UInt8(ascii: ","):
                    endField(at: contentEnd)
                    position += 1
                case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                    endField(at: contentEnd)
                    return .rowEnd
                default: return .textAfterQuote
                }
            }
        }
        return position > rowStart + rowLimit ? .tooLong : .needsMore
    }

    /// The file ends here: ends the row too. `false` when a quoted field is open.
    mutating func finishRow() -> Bool {
        switch state {
        case .fieldStart, .unquoted: endField(at: position)
        case .quoteInQuoted: endField(at: contentEnd)
        case .quoted: return false
        }
        return true
    }

    private mutating func openQuote() {
        state = .quoted
        quoteStart = position
        quoteLine = line
        position += 1
        fieldStart = position
    }

    /// Goes over text without quotes; true at the end of the row.
    private mutating func scanUnquoted(_ bytes: UnsafeBufferPointer<UInt8>, end: Int) -> Bool {
        var index = position
        while index < end {
            let byte = bytes[index]
            // Nearly every byte of a field is above the comma.
            if byte > UInt8(ascii: ",") {
                index += 1
            } else if byte == UInt8(ascii: ",") {
                endField(at: index)
                index += 1
                position = index
                if index < end, bytes[index] == UInt8(ascii: "\"") { return false }
                state = .unquoted
            } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                endField(at: index)
                position = index
                return true
            } else {
                index += 1
            }
        }
        // A comma as the last byte seen leaves it open whether a quote follows.
        if index == fieldStart { state = .fieldStart }
        position = index
        return false
    }

    private mutating func scanQuoted(_ bytes: UnsafeBufferPointer<UInt8>, end: Int) {
        var index = position
        defer { position = index }
        while index < end {
            let byte = bytes[index]
            if byte > UInt8(ascii: "\"") {
                index += 1
                continue
            }
            if byte == UInt8(ascii: "\"") {
                contentEnd = index
                index += 1
                state = .quoteInQuoted
                return
            }
            if byte == UInt8(ascii: "\r") || (byte == UInt8(ascii: "\n") && bytes[index - 1] != UInt8(ascii: "\r")) {
                line += 1
            }
            index += 1
        }
    }

    private mutating func endField(at end: Int) {
        if fields.count < columnLimit {
            if fieldIsDoubled { doubled.append(fields.count) }
            fields.append(fieldStart..<end)
        } else {
            hasTooManyColumns = true
        }
        fieldIsDoubled = false
        state = .fieldStart
        // Behind the comma; for a row's last field nobody looks at it.
        fieldStart = max(end, position) + 1
    }
}
