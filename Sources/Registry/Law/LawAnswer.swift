package import Regulation

/// What the law answers to a document: a result, or everything that stands against one.
package enum LawAnswer: Sendable {
    case answered(LawResult)
    /// The rule does not speak, or the document does not say what the rule asks.
    case refused([Finding])
    /// The bytes are no JSON document.
    case unreadable(Finding)

    package var isAnswered: Bool {
        if case .answered = self { return true }
        return false
    }

    /// What stands against a result; empty when there is one.
    package var findings: [Finding] {
        switch self {
        case .answered: []
        case .refused(let findings): findings
        case .unreadable(let finding): [finding]
        }
    }
}
