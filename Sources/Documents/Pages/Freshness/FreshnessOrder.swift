import Regulation

/// By what the freshness board is sorted; the raw value stands in the address as `?order=`.
package enum FreshnessOrder: String, CaseIterable, Sendable {
    /// The slowest first.
    case age
    case name
    /// The most first.
    case records, quarantined, gaps

    /// Rows that are equal here stand by code, so that the order is always the same.
    func sorted(_ rows: [FreshnessRow]) -> [FreshnessRow] {
        rows.sorted { left, right in
            switch self {
            case .age:
                let (one, other) = (left.reportedThrough, right.reportedThrough)
                if one != other { return (one ?? .distantPast) < (other ?? .distantPast) }
            case .name: if left.name != right.name { return left.name < right.name }
            case .records:
                if left.recordsAccepted != right.recordsAccepted { return left.recordsAccepted > right.recordsAccepted }
            case .quarantined:
                if left.quarantinedOpen != right.quarantinedOpen { return left.quarantinedOpen > right.quarantinedOpen }
            case .gaps:
                if left.sequenceGaps != right.sequenceGaps { return left.sequenceGaps > right.sequenceGaps }
            }
            return left.code < right.code
        }
    }
}
