/// Rows of a file that arrived together, with the bytes they were cut from; any stretch of them can be made ready on
/// any thread.
package struct UploadPart: Sendable {
    let insurer: InsurerCode
    let preparer: SubmissionPreparer
    let readings: [RecordReading]
    let window: [UInt8]
    let windowStart: Int

    package var count: Int { readings.count }

    package func prepare(_ range: Range<Int>) throws -> [PreparedSubmission] {
        let reader = SubmissionReader(insurer: insurer)
        return try readings[range].map { reading in
            let understood = reader.read(reading)
            // Only a row in quarantine is kept as it was sent.
            let row = understood.submission == nil ? cut(reading.record.byteRange) : []
            return try preparer.prepare(understood, record: reading.record, insurer: insurer, row: row)
        }
    }

    private func cut(_ range: Range<Int>) -> [UInt8] {
        let from = max(0, range.lowerBound - windowStart)
        let to = min(window.count, range.upperBound - windowStart)
        return from < to ? Array(window[from..<to]) : []
    }
}
