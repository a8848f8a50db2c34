import Registry
import Regulation

/// A history of accidents at fault as people tell it, from the best to the worst.
package enum DrivingRecord: String, CaseIterable, Sendable {
    case cleanThree, cleanTwo, cleanOne, first, one, several, death

    var title: Phrase {
        switch self {
        case .cleanThree: Phrase("没有，已经连续三年或更久", "No, not for three years or more")
        case .cleanTwo: Phrase("没有，已经连续两年", "No, not for two years")
        case .cleanOne: Phrase("没有，到现在一年", "No, not for one year")
        case .first: Phrase("这是第一次投保交强险", "This is its first compulsory insurance")
        case .one: Phrase("有一次，没有人死亡", "Once, and nobody was killed")
        case .several: Phrase("有两次或更多，没有人死亡", "Twice or more, and nobody was killed")
        case .death: Phrase("有，造成了死亡", "Yes, and somebody was killed")
        }
    }

    /// In the comparison, where the question is not beside it.
    var shortTitle: Phrase {
        switch self {
        case .cleanThree: Phrase("连续三年没有事故", "Three years without")
        case .cleanTwo: Phrase("连续两年没有事故", "Two years without")
        case .cleanOne: Phrase("上一年没有事故", "Last year without")
        case .first: Phrase("第一次投保", "First insurance")
        case .one: Phrase("上一年一次事故", "One accident last year")
        case .several: Phrase("上一年两次或更多", "Two or more last year")
        case .death: Phrase("上一年有死亡事故", "A fatal one last year")
        }
    }

    private var years: Int {
        switch self {
        case .first: 0
        case .cleanTwo: 2
        case .cleanThree: 3
        case .cleanOne, .one, .several, .death: 1
        }
    }

    private var accidents: Int {
        switch self {
        case .one, .death: 1
        case .several: 2
        default: 0
        }
    }

    /// A history that says just this: full years one after the other up to the new start, and within the last one the
    /// accidents with their payments.
    ///
    /// - Parameter lastPaidAt: when the latest accident was paid, where that was said.
    func history(
        before start: Instant, appliedAt: Instant, isUnpaid: Bool = false, lastPaidAt: Instant? = nil
    ) -> PremiumHistory {
        var history = PremiumHistory(isFirstInsurance: self == .first)
        var end = start
        for _ in 0..<years {
            guard let begin = Self.yearBefore(end) else { break }
            history.policies.append(EarlierPolicy(issuedAt: begin, start: begin, end: end))
            end = begin
        }
        guard let issuedAt = history.policies.first?.issuedAt, issuedAt < appliedAt else { return history }
        let span = appliedAt.milliseconds - issuedAt.milliseconds
        for number in 0..<accidents {
            let accidentAt = issuedAt.adding(milliseconds: span / 8 * Int64(1 + 3 * number))
            let paidAt = accidentAt.adding(milliseconds: span / 4)
            // Days, as people would give them, unless the whole span is not even one.
            history.claims.append(
                EarlierClaim(
                    accidentAt: max(accidentAt.startOfShanghaiDay, issuedAt),
                    paidAt: isUnpaid ? nil : max(paidAt.startOfShanghaiDay, issuedAt), isAtFault: true,
                    isDeath: self == .death))
        }
        if let lastPaidAt, let latest = history.claims.indices.last, !isUnpaid {
            history.claims[latest].paidAt = lastPaidAt
            history.claims[latest].accidentAt = min(history.claims[latest].accidentAt ?? lastPaidAt, lastPaidAt)
        }
        return history
    }

    /// A year's cover that ends here, leap days included.
    private static func yearBefore(_ end: Instant) -> Instant? {
        let date = end.shanghaiDate
        guard let earlier = date.adding(years: -1) else { return nil }
        return end.adding(days: -earlier.days(to: date))
    }
}
