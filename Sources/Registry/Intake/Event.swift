/// What a record says has happened. The raw value is the record's English code; `chinese` the term in files.
package enum Event: String, CaseIterable, Sendable {
    case policy, proposal, cancellation, layUp, resumption, plateChange, correction, retraction
    /// Not sent by anyone: a record that could not be taken in, kept so that its vehicle reads `pending`, not `lapsed`.
    case quarantine

    package var chinese: String {
        switch self {
        case .policy: "承保"
        case .proposal: "投保"
        case .cancellation: "解除"
        case .layUp: "停驶"
        case .resumption: "复驶"
        case .plateChange: "号牌变更"
        case .correction: "更正"
        case .retraction: "撤回"
        case .quarantine: "待核"
        }
    }
}
