/// Where the procedure of non-disclosure stands (Underwriting Code 5(1)).
public enum NonDisclosureStage: String, CaseIterable, Codable, Sendable {
    /// The insurer must first give notice in writing.
    case noticeDue
    /// The policyholder still has time to make it good.
    case awaitingDisclosure
    /// Made good in time: the insurer may not cancel.
    case disclosed
    case mayCancel
    /// The insurer's right is gone: it was not used within its time.
    case extinguished

    public var title: Sentence {
        switch self {
        case .noticeDue: Sentence("应先书面通知投保人", "a written notice is due first")
        case .awaitingDisclosure: Sentence("等待投保人补充告知", "the policyholder may still disclose")
        case .disclosed: Sentence("投保人已履行告知义务，不得解除", "disclosed in time: no cancellation")
        case .mayCancel: Sentence("保险人可以解除合同", "the insurer may cancel")
        case .extinguished: Sentence("解除权已消灭", "the right to cancel is gone")
        }
    }
}
