/// What a record says has happened. The raw value is the record's English code; `chinese` the term in files.
package enum Event: String, CaseIterable, Sendable {
    case policy, proposal, cancellation, layUp, resumption, plateChange, correction, retraction
    /// Not sent by anyone: a record that could not be taken in, kept so that its vehicle reads `pending`, not `lapsed`.
    case quarantine
    /// Not sent by anyone: what was known of a person beside an entry was erased, and can be opened by nobody.
    case erasure

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
        case .erasure: "删除个人信息"
        }
    }
}

extension Event {
    /// What insurers send; the others are the registry's own.
    package static let sent = allCases.filter { $0 != .quarantine && $0 != .erasure }

    /// Reads an English code or the Chinese term; `nil` for what nobody sends.
    package static func read(_ text: String) -> Event? {
        // By bytes: comparing ideographs as text is an order slower.
        for event in sent {
            if event.rawValue.isSameBytes(as: text) || event.chinese.isSameBytes(as: text) { return event }
        }
        let lowered = text.lowercasedASCII
        return sent.first { $0.rawValue.lowercasedASCII == lowered }
    }

    /// The event a word often stands for that is not one of ours; a proposal, never applied.
    static func proposal(for text: String) -> Event? {
        switch text {
        case "保单", "新保", "续保", "转保", "出单", "签单": .policy
        case "投保单", "预保": .proposal
        case "退保", "注销", "终止", "解约": .cancellation
        case "报停", "停运": .layUp
        case "恢复", "复运": .resumption
        case "换牌", "变更号牌", "批改号牌", "上牌": .plateChange
        case "修改", "改正", "批改": .correction
        case "撤销", "作废", "撤单": .retraction
        default: nil
        }
    }
}
