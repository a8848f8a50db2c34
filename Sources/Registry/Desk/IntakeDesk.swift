import Regulation
import TransparencyLog

/// Takes prepared submissions into the registry, one at a time and in order, inside the store's transaction.
package struct IntakeDesk: Sendable {
    let hasher: KeyedHasher

    package init(hasher: KeyedHasher) { self.hasher = hasher }

    /// Decides and writes. Throws only when the store fails; whatever is wrong with the record itself is the result.
    package func take(_ prepared: PreparedSubmission, insurer: InsurerCode, in store: some RegistryTransaction) throws
        -> SubmissionResult
    {
        guard let submission = prepared.reading.submission else {
            return try quarantine(prepared, faults: prepared.reading.faults, insurer: insurer, in: store)
        }
        if let earlier = try earlierReport(of: prepared, submission, in: store) {
            guard earlier.digest == prepared.digest else {
                return try quarantine(prepared, faults: [.sequenceReused], insurer: insurer, in: store)
            }
            return try repeated(earlier.index, in: store)
        }
        let outcome: Outcome
        switch submission.event {
        case .correction, .retraction:
            outcome = try CorrectionDesk(hasher: hasher).take(prepared, submission, in: store)
        default:
            outcome = try takeReport(prepared, submission, in: store)
        }
        switch outcome {
        case .refused(let faults):
            return try quarantine(prepared, faults: faults, insurer: insurer, in: store)
        case .entered(let entry, let leafHash):
            try store.remember(
                ReportMark(index: entry.index, digest: prepared.digest), insurer: insurer,
                sequence: submission.sequence, digest: prepared.digest)
            return .accepted(
                .init(entry: entry.id, leafHash: leafHash, committedAt: entry.committedAt, flags: entry.content.flags))
        }
    }

    enum Outcome {
        case entered(Entry, leafHash: Hash)
        case refused([SubmissionReading.Fault])
    }

    private func earlierReport(
        of prepared: PreparedSubmission, _ submission: Submission, in store: some RegistryTransaction
    ) throws -> ReportMark? {
        if let sequence = submission.sequence {
            return try store.report(insurer: submission.insurer, sequence: sequence)
        }
        return try store.report(insurer: submission.insurer, digest: prepared.digest)
    }

    private func repeated(_ index: Int64, in store: some RegistryTransaction) throws -> SubmissionResult {
        guard let entry = try store.entry(index) else { throw RegistryFault.entryMissing(index) }
        return .repeated(
            .init(
                entry: entry.id, leafHash: entry.leaf.hash, committedAt: entry.committedAt, flags: entry.content.flags))
    }

    /// A report about one vehicle: a policy, a proposal, or something that happened to a policy.
    private func takeReport(
        _ prepared: PreparedSubmission, _ submission: Submission, in store: some RegistryTransaction
    ) throws -> Outcome {
        let found = try VehicleResolver(store: store, hasher: hasher).resolve(submission, keys: prepared.keys)
        var target = try OpenFile(found, in: store)
        let ruling = target.file.rule(on: submission)
        guard ruling.faults.isEmpty else { return .refused(ruling.faults) }
        var flags = ruling.flags
        if found.count > 1 { flags.append(.mergedFiles) }
        var content = prepared.content
        var fieldRoot: Hash? = prepared.fieldRoot
        if !flags.isEmpty {
            content.flags += flags
            fieldRoot = nil
        }
        let root = fieldRoot ?? content.fieldRoot
        let settled = target.file.reviews
        let keys = target.file.newKeys(of: submission, among: prepared.keys)
        let entry = try store.append(content, fieldRoot: root, personal: prepared.personal, to: target.id)
        target.file.apply(submission, entry: entry)
        for review in settled where !target.file.reviews.contains(review) {
            try store.settleQuarantine(index: review.index)
        }
        try target.close(entering: keys, in: store)
        return .entered(entry, leafHash: Leaf(committedAt: entry.committedAt, fieldRoot: root).hash)
    }

    /// Notes in the log that a record could not be taken in, keeps the row sealed, and marks the vehicle it names.
    private func quarantine(
        _ prepared: PreparedSubmission, faults: [SubmissionReading.Fault], insurer: InsurerCode,
        in store: some RegistryTransaction
    ) throws -> SubmissionResult {
        if let known = try store.quarantineNote(insurer: insurer, digest: prepared.digest) {
            return .quarantined(faults, index: known)
        }
        var content = prepared.content
        content.values[.event] = Event.quarantine.rawValue
        content.values[.insurer] = insurer.text
        content[.faults] = faults.map { "\($0.field?.names.english ?? ""):\($0.finding.code)" }.joined(separator: ",")
        let partial = prepared.submission
        var target: OpenFile?
        if let partial, partial.namesVehicle || prepared.keys.policy != nil {
            let found = try VehicleResolver(store: store, hasher: hasher).resolve(partial, keys: prepared.keys)
            // A plate alone opens no file: nobody could prove it, and it may be misread.
            if let first = found.first { target = try OpenFile([first], in: store) }
            else if partial.vin != nil { target = try OpenFile([], in: store) }
        }
        let entry = try store.append(content, fieldRoot: nil, personal: prepared.personal, to: target?.id)
        try store.keepQuarantined(prepared.sealedRow, insurer: insurer, digest: prepared.digest, index: entry.index)
        if var target, var marked = Submission(entry: content) ?? partial {
            marked.event = .quarantine
            target.file.apply(marked, entry: entry)
            let keys = prepared.keys
            try target.close(entering: target.isNew ? keys.all : [], in: store)
        }
        return .quarantined(faults, index: entry.index)
    }
}
