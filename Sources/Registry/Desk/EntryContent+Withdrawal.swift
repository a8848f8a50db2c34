import Regulation

extension EntryContent {
    /// That an entry is withdrawn because another stands for it now; the registry's own doing.
    static func withdrawal(of target: EntryID, for entry: Entry, insurer: InsurerCode, policyNumber: String?)
        -> EntryContent
    {
        var values = FieldValues()
        values[.event] = Event.retraction.rawValue
        values[.insurer] = insurer.text
        values[.policyNumber] = policyNumber
        var content = EntryContent(values: values, seed: entry.content.companionSeed("withdrawal of \(target.text)"))
        content[.target] = target.text
        content[.correctionID] = entry.content[.correctionID]
        content[.movedTo] = entry.id.text
        return content
    }

    static func withdrawal(of target: EntryID, for entry: Entry, of report: Submission) -> EntryContent {
        withdrawal(of: target, for: entry, insurer: report.insurer, policyNumber: report.policyNumber)
    }
}

extension EffectiveReports.Report {
    /// Enters the report in another file and withdraws it here, as `cause` took it there. An event goes with its
    /// contract: the vehicle it named itself was the wrong one.
    func take(
        from here: FileID, to there: FileID, with policy: Submission? = nil, by cause: EntryContent,
        in store: some RegistryTransaction
    ) throws -> (entered: Entry, withdrawn: Entry) {
        let origin = EntryID(log: store.log, index: index)
        var values = submission.values
        values[.event] = Event.correction.rawValue
        values[.corrects] = nil
        if let policy {
            values[.policyNumber] = policy.policyNumber
            for field in [Field.vin, .engineNumber, .brandModel] { values[field] = nil }
        }
        var content = EntryContent(values: values, seed: cause.companionSeed("correction of \(origin.text)"))
        content[.correctedEvent] = submission.event.rawValue
        content[.target] = origin.text
        content[.reportedAt] = reportedAt.text
        content.formerNumbers = formerNumbers
        content[.correctionID] = cause[.correctionID]
        let entered = try store.append(content, fieldRoot: nil, personal: [], to: there)
        let withdrawal = EntryContent.withdrawal(of: origin, for: entered, of: submission)
        return (entered, try store.append(withdrawal, fieldRoot: nil, personal: [], to: here))
    }
}
