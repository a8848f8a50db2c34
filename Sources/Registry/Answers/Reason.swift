/// Why the outcome is what it is. Codes are published and stable; texts are for people and may be polished.
package enum Reason: String, CaseIterable, Sendable {
    case coverCurrent, coverCurrentRenewed, coverCurrentRenewedWithGap, coverEndingSoon
    case coverResting
    case proposalReceived, recordUnderReview
    case coverStartsLater, coverStartsAfterGap
    case cancelledByGround, cancelledForNonDisclosure, cancelledBeforeStart
    case periodEnded, periodEndedUnrenewed
    case noRecordMatches
}
