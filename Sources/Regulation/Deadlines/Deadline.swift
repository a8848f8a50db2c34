/// The deadlines the law sets, by the names of their rows.
public enum Deadline: String, CaseIterable, Codable, Sendable {
    // disclosure
    case disclosure, cancellation, cancellationOutermost
    // claims
    case accidentAnswer, claimDocumentList, claimDocumentListWorkingDay, missingDocuments, claimAssessment
    case claimRefusal, claimPayment, partialPayment, rescueAdvance, rescueAdvanceInPractice
    case claimLimitation, recourseLimitation
    // issue and change
    case issueAhead, manualEntry, layUpShortest, layUpLongest, retention, retentionOverOneYear

    /// The bounds of a lay-up, which another rule reads as months.
    var isMeasuredInMonths: Bool { self == .layUpShortest || self == .layUpLongest }
}
