/// What a verification looked at and found in order.
package struct VerificationSummary: Equatable, Sendable {
    /// Entries the registry holds, and how many of them are under the checkpoint.
    package var entries: Int64 = 0
    package var published: Int64 = 0
    /// Files of the log that were compared.
    package var logFiles: Int64 = 0
    package var vehicles: Int64 = 0
    package var keys: Int64 = 0
    package var reports: Int64 = 0
    package var quarantined: Int64 = 0
    package var personKeys: Int64 = 0
    /// Entries whose personal values were erased and can be opened by nobody.
    package var erased: Int64 = 0
    package var knownCheckpoints = 0
    package var knownReceipts = 0

    package init() {}
}
