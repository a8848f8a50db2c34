package import Regulation

/// What became of one record at the door: a submission to decide on, or the findings that keep it in quarantine.
package struct SubmissionReading: Equatable, Sendable {
    /// A value changed without loss; made, recorded and flagged.
    package struct Repair: Equatable, Sendable {
        package let field: Field
        /// `separatorRemoved`, `fullWidth`, `lowerCase`, …
        package let code: String

        package init(field: Field, code: String) {
            self.field = field
            self.code = code
        }
    }

    /// A reason for quarantine: what is wrong in which column, and what we think was meant.
    package struct Fault: Equatable, Sendable {
        package let field: Field?
        package let finding: Finding
        /// A value to put in the column instead; a proposal, never applied by us.
        package let proposal: String?

        package init(field: Field?, finding: Finding, proposal: String? = nil) {
            self.field = field
            self.finding = finding
            self.proposal = proposal
        }
    }

    /// `nil` when the record is quarantined.
    package var submission: Submission?
    /// For a quarantined record, as much of it as could be read: it may still name its vehicle, which then reads
    /// `pending` instead of `lapsed`.
    package var partial: Submission?
    package var repairs: [Repair] = []
    package var flags: [Flag] = []
    package var faults: [Fault] = []
    /// Values that could not be read and do not keep the record out, as they came, each up to `ignoredLimit` bytes: the
    /// canonical values hold only what was understood, and nothing is lost.
    package var ignored: [FieldValues.Element] = []

    /// What is wrong with a plate, VIN or engine number that was left out because another of them names the vehicle,
    /// and what we think was meant; for the insurer to put right.
    package var unread: [Fault] = []

    /// UTF-8 bytes.
    package static let ignoredLimit = 200

    package init(submission: Submission? = nil) { self.submission = submission }
}
