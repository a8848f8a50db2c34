import Regulation
package import TransparencyLog

/// A record made ready off the writer's thread: everything about it that does not depend on what is already known.
package struct PreparedSubmission: Sendable {
    /// Keys its vehicle and contract are found by.
    package struct Keys: Sendable {
        package var vin: LookupKey?
        package var engine: LookupKey?
        package var plate: LookupKey?
        package var newPlate: LookupKey?
        package var policy: LookupKey?

        package var all: [LookupKey] { [vin, engine, plate, newPlate, policy].compactMap { $0 } }
    }

    package let line: Int
    package let byteRange: Range<Int>
    package let reading: SubmissionReading
    /// Without what the decision adds.
    package let content: EntryContent
    package let fieldRoot: Hash
    package let personal: [SealedPersonalValues]
    package let keys: Keys
    /// Tells the same record sent again from another one under the same number.
    package let digest: LookupKey
    /// The row as sent, sealed; only for a record that is quarantined.
    package let sealedRow: SealedPersonalValues?

    /// The submission, or as much of a quarantined one as could be read.
    package var submission: Submission? { reading.submission ?? reading.partial }
}
