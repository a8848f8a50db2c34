import Regulation

/// Understands records: each becomes a submission in canonical form, or all the findings that keep it in quarantine.
package struct SubmissionReader: Sendable {
    /// Whose credential the records came with.
    package let insurer: InsurerCode

    package init(insurer: InsurerCode) { self.insurer = insurer }

    /// What becomes of a row. Faults of the row itself come first.
    package func read(_ reading: RecordReading) -> SubmissionReading {
        // Of a row that could not be split, or into too few columns, what else is wrong says nothing.
        let isBroken = reading.faults.contains { $0.field == nil }
        var draft = SubmissionDraft(insurer: insurer, unreadable: reading.faults.compactMap(\.field))
        draft.take(reading.record.values)
        if !reading.record.unknownNames.isEmpty { draft.flag(.unknownColumn) }
        draft.judge()
        return draft.reading(rowFaults: reading.faults, keepsOwnFaults: !isBroken)
    }

    /// What becomes of a record that could be read as a row.
    package func read(_ record: Record) -> SubmissionReading { read(RecordReading(record: record)) }

    /// The record in one JSON object, as `POST /v1/policies` takes it; up to 64 KiB.
    package static func read(json bytes: [UInt8]) -> RecordReading {
        let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard bytes.count <= NDJSONReader.lineLimit else {
            return RecordReading(
                record: Record(values: FieldValues(), line: 1, byteRange: 0..<bytes.count),
                faults: [.row("rowTooLong", "超过 \(NDJSONReader.lineLimit / 1024) KiB。", line: 1)])
        }
        return bytes[mark...].withUnsafeBufferPointer {
            NDJSONReader.reading(of: $0, line: 1, byteRange: 0..<bytes.count)
        }
    }
}
