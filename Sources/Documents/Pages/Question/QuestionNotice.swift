/// Something to be said above the form that is nobody's mistake.
package enum QuestionNotice: Sendable {
    /// The tries with the last six are used up for today, perhaps by a stranger; the full VIN is asked for instead.
    case suffixTriesUsedUp
}
