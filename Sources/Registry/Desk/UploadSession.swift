import Regulation

/// Reads a file as it arrives and makes its records ready. Memory is bounded by the chunk and the longest row.
package struct UploadSession: Sendable {
    /// Longer than any row may be, so that a row in quarantine can always be cut out of what was received.
    private static let windowSize = 262_144

    private let insurer: InsurerCode
    private let preparer: SubmissionPreparer
    private let interpreter: SubmissionReader
    private var reader: RecordReader
    /// The last bytes received, and where they stand in the file.
    private var window: [UInt8] = []
    private var windowStart = 0

    package init(insurer: InsurerCode, preparer: SubmissionPreparer, encoding: TextEncoding?) {
        self.insurer = insurer
        self.preparer = preparer
        interpreter = SubmissionReader(insurer: insurer)
        reader = RecordReader(encoding: encoding)
    }

    package mutating func feed(_ chunk: [UInt8]) throws -> [PreparedSubmission] {
        window.append(contentsOf: chunk)
        let readings = try reader.feed(chunk)
        let prepared = try readings.map(prepare)
        if window.count > Self.windowSize {
            let surplus = window.count - Self.windowSize
            window.removeFirst(surplus)
            windowStart += surplus
        }
        return prepared
    }

    package mutating func finish() throws -> [PreparedSubmission] { try reader.finish().map(prepare) }

    /// What the reader has found out about the file.
    package func describe(_ report: inout UploadReport) {
        report.format = reader.format
        report.encoding = reader.encoding
        report.unknownColumns = reader.unknownColumns
        report.headerRange = reader.headerRange
    }

    private func prepare(_ reading: RecordReading) throws -> PreparedSubmission {
        let understood = interpreter.read(reading)
        let range = reading.record.byteRange
        let isQuarantined = understood.submission == nil
        let row = isQuarantined ? cut(range) : []
        return try preparer.prepare(understood, record: reading.record, insurer: insurer, row: row)
    }

    private func cut(_ range: Range<Int>) -> [UInt8] {
        let from = max(0, range.lowerBound - windowStart)
        let to = min(window.count, range.upperBound - windowStart)
        return from < to ? Array(window[from..<to]) : []
    }
}
