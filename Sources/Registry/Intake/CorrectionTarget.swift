/// The report a correction or retraction is about.
package enum CorrectionTarget: Equatable, Sendable {
    /// By the entry id its receipt named.
    case entry(String)
    /// By the policy number and the sequence number it was sent with.
    case report(policyNumber: String, sequence: Int64)

    /// Canonical text: the entry id, or `policyNumber#sequence`.
    package var text: String {
        switch self {
        case .entry(let id): id
        case .report(let policyNumber, let sequence): "\(policyNumber)#\(sequence)"
        }
    }
}
