import Regulation

/// What came of a request to erase a person's values.
package enum ErasureOutcome: Sendable {
    /// It would be done; nothing was.
    case planned(ErasurePlan)
    /// It is done, and cannot be undone; the entries that say so.
    case erased(ErasurePlan, by: [EntryID])

    package var plan: ErasurePlan {
        switch self {
        case .planned(let plan), .erased(let plan, _): plan
        }
    }

    package var json: [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("insurer", plan.insurer.text)
            writer.member("parties", array: { writer in for party in plan.parties { writer.value(party.rawValue) } })
            writer.member("entries", plan.places)
            writer.member("contracts", plan.contracts)
            writer.member("freeFrom", plan.freeFrom.text)
            writer.member("citation", RecordRetention.citation)
            writer.member("notes", array: { $0.values(plan.notes) })
            switch self {
            case .planned:
                writer.member("erased", false)
                writer.member("erasedBy", array: { _ in })
            case .erased(_, let entries):
                writer.member("erased", true)
                writer.member("erasedBy", array: { writer in for entry in entries { writer.value(entry.text) } })
            }
        }
        return writer.bytes
    }
}
