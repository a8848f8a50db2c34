/// A record about this vehicle that could not be taken in: something was reported, we cannot say what.
package struct ReviewMark: Equatable, Sendable {
    package let index: Int64
    package let insurer: InsurerCode
    package let policyNumber: String?
    package let sequence: Int64?

    /// Whether an accepted report is the corrected form of the one under review.
    func isSettled(by submission: Submission) -> Bool {
        guard submission.insurer == insurer else { return false }
        if let sequence, let sent = submission.sequence { return sequence == sent }
        return policyNumber != nil && policyNumber == submission.policyNumber
    }
}
