/// Makes records of newline-delimited JSON, one object per line, as its bytes arrive.
///
/// A line that is no flat object becomes a reading with faults, and reading goes on behind it.
package struct NDJSONReader: Sendable {
    /// 64 KiB.
    package static let lineLimit = 64 * 1024
    private static let pieceSize = 256 * 1024

    /// ASCII reads the same in both, so lines may come before the encoding is settled.
    package var encoding: TextEncoding?
    private let lineLimit: Int
    private var buffer: [UInt8] = []
    /// Where the buffer's first byte stands in the file.
    private var base: Int
    /// How many bytes at the buffer's front hold no line end.
    private var searched = 0
    private var line = 1
    private var passesLineFeed = false
    /// Where a line that is too long began; its bytes are dropped until it ends.
    private var longLineStart: Int?
    private var scratch: [UInt8] = []

    /// `startOffset`: where in the file the first byte fed stands.
    package init(encoding: TextEncoding? = nil, startOffset: Int = 0, lineLimit: Int = NDJSONReader.lineLimit) {
        self.encoding = encoding
        self.lineLimit = max(1, lineLimit)
        base = startOffset
    }

    /// Takes the next bytes and hands on every line that ends in them.
    package mutating func feed(_ bytes: UnsafeRawBufferPointer, _ take: (RecordReading) throws -> Void) rethrows {
        var rest = bytes[...]
        while !rest.isEmpty {
            buffer.append(contentsOf: rest.prefix(Self.pieceSize))
            rest = rest.dropFirst(Self.pieceSize)
            try readLines(take)
        }
    }

    /// Hands on the last line when no line end follows it.
    package mutating func finish(_ take: (RecordReading) throws -> Void) rethrows {
        let reading = reading(of: 0..<buffer.count)
        base += buffer.count
        buffer.removeAll()
        searched = 0
        longLineStart = nil
        if let reading { try take(reading) }
    }

    private mutating func readLines(_ take: (RecordReading) throws -> Void) rethrows {
        var start = 0
        defer { drop(start) }
        while true {
            if passesLineFeed, start < buffer.count {
                passesLineFeed = false
                if buffer[start] == UInt8(ascii: "\n") {
                    start += 1
                    searched = max(searched, start)
                }
            }
            guard let end = lineEnd(from: max(start, searched)) else { break }
            let reading = reading(of: start..<end)
            longLineStart = nil
            line += 1
            passesLineFeed = buffer[end] == UInt8(ascii: "\r")
            start = end + 1
            searched = start
            if let reading { try take(reading) }
        }
        searched = buffer.count
        if longLineStart == nil, buffer.count - start > lineLimit { longLineStart = base + start }
        if longLineStart != nil { start = buffer.count }
    }

    private func lineEnd(from start: Int) -> Int? {
        buffer.withUnsafeBufferPointer { bytes in
            var position = start
            while position < bytes.count {
                if bytes[position] == UInt8(ascii: "\n") || bytes[position] == UInt8(ascii: "\r") { return position }
                position += 1
            }
            return nil
        }
    }

    private mutating func drop(_ count: Int) {
        guard count > 0 else { return }
        buffer.removeFirst(count)
        base += count
        searched -= count
    }

    /// `nil` for a blank line.
    private mutating func reading(of range: Range<Int>) -> RecordReading? {
        let place = (longLineStart ?? base + range.lowerBound)..<base + range.upperBound
        guard place.count <= lineLimit else {
            return RecordReading(
                record: Record(values: FieldValues(), line: line, byteRange: place),
                faults: [.row("rowTooLong", "超过 \(lineLimit / 1024) KiB，请检查是否漏了换行。", line: line)])
        }
        guard buffer[range].contains(where: { $0 != 0x20 && $0 != 0x09 }) else { return nil }
        if encoding == .gb18030, buffer[range].contains(where: { $0 >= 0x80 }) {
            scratch.removeAll(keepingCapacity: true)
            let isDecoded = buffer[range].withUnsafeBufferPointer { GB18030.decode($0, into: &scratch) }
            guard isDecoded else {
                return RecordReading(
                    record: Record(values: FieldValues(), line: line, byteRange: place),
                    faults: [.row("undecodable", "有不属于 GB18030 编码的字节，请重新填写。", line: line)])
            }
            return scratch.withUnsafeBufferPointer { Self.reading(of: $0, line: line, byteRange: place) }
        }
        return buffer[range].withUnsafeBufferPointer { Self.reading(of: $0, line: line, byteRange: place) }
    }

    static func reading(of bytes: UnsafeBufferPointer<UInt8>, line: Int, byteRange: Range<Int>) -> RecordReading {
        let object = FlatObjectParser(bytes, line: line)
        return RecordReading(
            record: Record(
                values: object.values, unknownNames: object.unknownNames, line: line, byteRange: byteRange),
            faults: object.faults)
    }
}
