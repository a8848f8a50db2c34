import Regulation

/// What a correction or retraction names, where the report stands now, and all that lies beside it.
struct ReportTarget {
    /// The entry that was named.
    let named: Entry
    /// The report it is, or is about, wherever corrections have taken it; `nil` for a note or a retraction.
    let root: Int64?
    let file: FileID
    let entries: [Entry]
    let effective: EffectiveReports

    /// `nil` when there is no such report of this insurer.
    init?(of submission: Submission, hasher: KeyedHasher, in store: some RegistryTransaction) throws {
        guard let index = try Self.index(of: submission, hasher: hasher, in: store),
            let entry = try store.entry(index), entry.content.values[.insurer] == submission.insurer.text,
            let origin = try store.file(ofEntry: index)
        else { return nil }
        var file = try OpenFile.current(origin, in: store)
        var entries = try OpenFile.entries(try store.file(file).entries, in: store)
        var effective = EffectiveReports(entries)
        var root = effective.root(of: index)
        // What settled a record in quarantine is another record.
        while entry.content.event != .quarantine, let moved = root.flatMap({ effective.destination(of: $0) }),
            let next = try store.file(ofEntry: moved)
        {
            file = try OpenFile.current(next, in: store)
            entries = try OpenFile.entries(try store.file(file).entries, in: store)
            effective = EffectiveReports(entries)
            root = moved
        }
        named = entry
        self.root = root
        self.file = file
        self.entries = entries
        self.effective = effective
        guard fits(submission) else { return nil }
    }

    private static func index(
        of submission: Submission, hasher: KeyedHasher, in store: some RegistryTransaction
    ) throws -> Int64? {
        switch submission.corrects {
        case .entry(let text):
            guard let id = EntryID(text), id.log == store.log else { return nil }
            return id.index
        case .report(_, let sequence):
            if let mark = try store.report(insurer: submission.insurer, sequence: sequence) { return mark.index }
            return try review(submission.insurer, sequence, hasher: hasher, in: store)
        case nil: return nil
        }
    }

    /// The note of a record that is still in quarantine.
    private static func review(
        _ insurer: InsurerCode, _ sequence: Int64, hasher: KeyedHasher, in store: some RegistryTransaction
    ) throws -> Int64? {
        for key in hasher.reviewKeys(insurer: insurer, sequence: sequence, policyNumber: "") {
            for id in try store.files(at: key) {
                let reviews = try store.file(try OpenFile.current(id, in: store)).reviews
                if let mark = reviews.last(where: { $0.insurer == insurer && $0.sequence == sequence }) {
                    return mark.index
                }
            }
        }
        return nil
    }

    /// A report named by policy number and sequence bears that number, as it was sent or as it was corrected.
    private func fits(_ submission: Submission) -> Bool {
        guard case .report(let number, _) = submission.corrects, !number.isEmpty else { return true }
        return named.content.values[.policyNumber] == number
            || root.flatMap { effective.standing($0) }?.policyNumber == number
            || CorrectionTarget(canonical: named.content.values[.corrects] ?? "")?.policyNumber == number
            || named.content.values[.policyNumber] == nil
    }

    /// Whether the entry that was named is the very report, not a correction of it and not where it lay before.
    var isRootNamed: Bool { named.index == root }

    /// Whether the report was taken to where it stands by the correction that was named.
    var isMoveNamed: Bool {
        isRootNamed && named.content[.correctionID] != nil && named.content.values[.corrects] != nil
    }
}

extension CorrectionTarget {
    /// As it was named; `nil` for a report named by its entry.
    var policyNumber: String? {
        guard case .report(let policyNumber, _) = self else { return nil }
        return policyNumber
    }
}
