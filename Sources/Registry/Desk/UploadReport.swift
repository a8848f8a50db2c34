import Regulation

/// What became of a file: exact counts, and every row that was not simply accepted.
package struct UploadReport: Equatable, Sendable {
    package struct Row: Equatable, Sendable {
        package enum Status: String, Sendable { case accepted, flagged, repeated, quarantined }

        package let line: Int
        /// Where the row stands in the file as sent.
        package let byteRange: Range<Int>
        package let status: Status
        package let entry: EntryID?
        package let flags: [Flag]
        package let faults: [SubmissionReading.Fault]
        package let repairs: [SubmissionReading.Repair]
        /// Optional columns whose values could not be read; kept as sent, but counted as unknown.
        package let ignored: [Field]
    }

    /// Rows beyond this are counted and stored, but not listed, so that a file of any size takes bounded memory.
    package static let mostRows = 50_000
    /// Up to so many rows in all, every row is listed.
    package static let listsEverythingUpTo = 1000

    package var accepted = 0
    /// Of the accepted: those with something odd about them.
    package var flagged = 0
    package var repeated = 0
    package var quarantined = 0
    package var rows: [Row] = []
    package var rowsOmitted = 0
    package var format: RecordReader.Format?
    package var encoding: TextEncoding?
    package var unknownColumns: [String] = []
    /// Sequence numbers that this insurer has passed over, after this file.
    package var sequenceGaps: [ClosedRange<Int64>] = []
    package var treeSize: Int64 = 0
    /// Where a CSV header stands in the file.
    package var headerRange: Range<Int>?

    package init() {}

    package var total: Int { accepted + repeated + quarantined }

    package mutating func add(_ result: SubmissionResult, for prepared: PreparedSubmission) {
        let status: Row.Status
        var entry: EntryID?
        var flags: [Flag] = []
        var faults: [SubmissionReading.Fault] = []
        switch result {
        case .accepted(let acceptance):
            accepted += 1
            (entry, flags) = (acceptance.entry, acceptance.flags)
            status = flags.isEmpty ? .accepted : .flagged
            if !flags.isEmpty { flagged += 1 }
        case .repeated(let acceptance):
            repeated += 1
            (entry, status) = (acceptance.entry, .repeated)
        case .quarantined(let found, _):
            quarantined += 1
            (faults, status) = (found, .quarantined)
        }
        guard status == .quarantined || status == .flagged || total <= Self.listsEverythingUpTo else { return }
        guard rows.count < Self.mostRows else {
            rowsOmitted += 1
            return
        }
        rows.append(
            Row(
                line: prepared.line, byteRange: prepared.byteRange, status: status, entry: entry, flags: flags,
                faults: faults, repairs: prepared.reading.repairs,
                ignored: prepared.reading.ignored.map { $0.field }))
    }
}
