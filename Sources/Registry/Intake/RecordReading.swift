/// One row of a file: what could be read of it, and what could not.
package struct RecordReading: Equatable, Sendable {
    /// Holds every value that could be read, also when there are faults.
    package var record: Record
    /// What is wrong with the row as such; a row with faults goes into quarantine.
    package var faults: [SubmissionReading.Fault]

    package init(record: Record, faults: [SubmissionReading.Fault] = []) {
        self.record = record
        self.faults = faults
    }
}
