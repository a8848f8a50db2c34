import Regulation

/// What became of a file: exact counts, and the rows there is something to say of.
package struct UploadReport: Equatable, Sendable {
    package struct Row: Equatable, Sendable {
        package enum Status: String, Sendable { case accepted, flagged, repeated, quarantined }

        package let line: Int
        /// Where the row stands in the file as sent.
        package let byteRange: Range<Int>
        package let status: Status
        /// Of a row in quarantine the note that it is there.
        package let entry: EntryID?
        package let flags: [Flag]
        package let faults: [SubmissionReading.Fault]
        package let repairs: [SubmissionReading.Repair]
        /// Optional columns whose values could not be read; kept as sent, but counted as unknown.
        package let ignored: [Field]
        /// Of those, what is wrong with names of the vehicle.
        package let unread: [SubmissionReading.Fault]
    }

    /// Odd rows beyond this are counted and stored, but not listed, so that a file of any size takes bounded memory.
    package static let mostRows = 50_000
    /// Of a file of up to so many rows the plain ones are listed too.
    package static let listsEverythingUpTo = 1000

    package var accepted = 0
    /// Of the accepted: those with something odd about them.
    package var flagged = 0
    package var repeated = 0
    package var quarantined = 0
    private var quarantinedRows: [Row] = []
    private var flaggedRows: [Row] = []
    private var plainRows: [Row] = []
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

    /// Of a small file every row, in its order. Of a larger one the odd rows, what must be acted on first: those in
    /// quarantine, then those with flags, each in the order of the file.
    package var rows: [Row] {
        guard total > Self.listsEverythingUpTo else {
            let all = quarantinedRows + flaggedRows + plainRows
            return all.sorted { $0.byteRange.lowerBound < $1.byteRange.lowerBound }
        }
        return quarantinedRows + flaggedRows.prefix(Self.mostRows - quarantinedRows.count)
    }

    /// Rows in quarantine or with flags that are not listed.
    package var rowsOmitted: Int { max(0, quarantined + flagged - Self.mostRows) }

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
        case .quarantined(let found, let note):
            quarantined += 1
            (entry, faults, status) = (note, found, .quarantined)
        }
        if total > Self.listsEverythingUpTo { plainRows = [] }
        guard isListed(status) else { return }
        list(
            Row(
                line: prepared.line, byteRange: prepared.byteRange, status: status, entry: entry, flags: flags,
                faults: faults, repairs: prepared.reading.repairs,
                ignored: prepared.reading.ignored.map { $0.field }, unread: prepared.reading.unread))
    }

    private func isListed(_ status: Row.Status) -> Bool {
        switch status {
        case .quarantined: quarantinedRows.count < Self.mostRows
        case .flagged: flaggedRows.count < Self.mostRows
        case .accepted, .repeated: total <= Self.listsEverythingUpTo
        }
    }

    private mutating func list(_ row: Row) {
        switch row.status {
        case .quarantined: quarantinedRows.append(row)
        case .flagged: flaggedRows.append(row)
        case .accepted, .repeated: plainRows.append(row)
        }
    }
}
