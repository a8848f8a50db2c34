import Regulation

/// Reads a file as it arrives. Memory is bounded by the chunk and the longest row.
package struct UploadSession: Sendable {
    /// Longer than any row may be, so that a row in quarantine can always be cut out of what was received.
    private static let windowSize = 262_144

    private let insurer: InsurerCode
    private let preparer: SubmissionPreparer
    private var reader: RecordReader
    /// The last bytes received, and where they stand in the file.
    private var window: [UInt8] = []
    private var windowStart = 0

    package init(insurer: InsurerCode, preparer: SubmissionPreparer, encoding: TextEncoding?) {
        self.insurer = insurer
        self.preparer = preparer
        reader = RecordReader(encoding: encoding)
    }

    /// The rows that end in this chunk.
    package mutating func feed(_ chunk: [UInt8]) throws -> UploadPart {
        window.append(contentsOf: chunk)
        let part = part(of: try reader.feed(chunk))
        if window.count > Self.windowSize {
            let surplus = window.count - Self.windowSize
            window.removeFirst(surplus)
            windowStart += surplus
        }
        return part
    }

    /// The rows that the end of the file completes.
    package mutating func finish() throws -> UploadPart { part(of: try reader.finish()) }

    private func part(of readings: [RecordReading]) -> UploadPart {
        UploadPart(insurer: insurer, preparer: preparer, readings: readings, window: window, windowStart: windowStart)
    }

    /// What the reader has found out about the file.
    package func describe(_ report: inout UploadReport) {
        report.format = reader.format
        report.encoding = reader.encoding
        report.unknownColumns = reader.unknownColumns
        report.headerRange = reader.headerRange
    }
}
