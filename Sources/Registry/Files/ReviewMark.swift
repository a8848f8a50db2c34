/// A record about this vehicle that could not be taken in: something was reported, we cannot say what.
package struct ReviewMark: Equatable, Sendable {
    package let index: Int64
    package let insurer: InsurerCode
    /// What it was sent as, where that could be read.
    package let event: Event?
    package let policyNumber: String?
    package let sequence: Int64?

    /// Whether an accepted record is the corrected form of the one under review: sent under its number in the
    /// sequence, or saying the same of the same contract. `corrected` is what an accepted correction made right.
    func isSettled(by submission: Submission, correcting corrected: Event? = nil) -> Bool {
        guard submission.insurer == insurer else { return false }
        if let sequence, sequence == submission.sequence { return true }
        guard let policyNumber, policyNumber == submission.policyNumber else { return false }
        guard let event, event == submission.event || event == corrected else {
            return event == nil && (sequence == nil || submission.sequence == nil)
        }
        // A contract is reported once under its number; a lay-up or a change of plates may be another one.
        return sequence == nil || submission.sequence == nil || event == .policy || event == .proposal
    }
}
