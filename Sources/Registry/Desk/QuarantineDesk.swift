import Regulation
import TransparencyLog

/// Keeps records that cannot be taken in, and takes them out of quarantine when their corrected form arrives.
///
/// The log notes both: that a record was kept aside, and that it was withdrawn for the entry that stands for it now.
/// So a vehicle reads `pending` for exactly the knowledge between the two.
struct QuarantineDesk {
    let hasher: KeyedHasher

    /// Of records that wait under one number, looked through for every record that is accepted under it.
    private static let mostPlaces = 1000

    /// Notes the record in the log, keeps its row sealed, and marks the vehicle it names.
    func keep(
        _ prepared: PreparedSubmission, faults: [SubmissionReading.Fault], insurer: InsurerCode,
        in store: some RegistryTransaction
    ) throws -> SubmissionResult {
        if let known = try store.quarantineNote(insurer: insurer, digest: prepared.digest) {
            return .quarantined(faults, note: EntryID(log: store.log, index: known))
        }
        var content = prepared.content
        if let sent = content.values[.event], sent != Event.quarantine.rawValue { content[.sentEvent] = sent }
        content.values[.event] = Event.quarantine.rawValue
        content.values[.insurer] = insurer.text
        // A number that another record bears tells nothing of this one: it is settled by what it says.
        if faults.contains(.sequenceReused) { content.values[.sequence] = nil }
        content[.faults] = faults.map { "\($0.field?.names.english ?? ""):\($0.finding.code)" }.joined(separator: ",")
        let marked = Submission(entry: content)
        var target = try marked.flatMap { try place(of: $0, prepared.keys, in: store) }
        let entry = try store.append(content, fieldRoot: nil, personal: prepared.personal, to: target?.file.id)
        try store.keepQuarantined(
            prepared.sealedRow, insurer: insurer, sequence: prepared.submission?.sequence, digest: prepared.digest,
            index: entry.index)
        if let marked, target != nil {
            var keys = hasher.reviewKeys(insurer: insurer, sequence: marked.sequence, policyNumber: marked.policyNumber)
            if target?.isVehicle == true {
                keys += target?.file.file.newKeys(of: marked, among: prepared.keys) ?? []
            }
            target?.file.file.apply(marked, entry: entry)
            try target?.file.close(entering: keys, by: hasher, in: store)
        }
        return .quarantined(faults, note: entry.id)
    }

    /// The file that holds the mark; `nil` for a record that names neither a vehicle nor itself.
    private func place(
        of marked: Submission, _ keys: PreparedSubmission.Keys, in store: some RegistryTransaction
    ) throws -> (file: OpenFile, isVehicle: Bool)? {
        if marked.namesVehicle || keys.policy != nil {
            let found = try VehicleResolver(store: store).resolve(marked, keys: keys)
            if let first = found.first {
                let open = try OpenFile([first], in: store)
                // Beyond what one vehicle's file takes, a record is noted by itself, and settled by its own names.
                if open.file.hasRoom(forReviewOf: marked.insurer) { return (open, true) }
            } else if marked.vin != nil {
                // A plate alone makes no vehicle: nobody could prove it, and it may be misread.
                return (try OpenFile([], in: store), true)
            }
        }
        guard marked.sequence != nil || !marked.policyNumber.isEmpty else { return nil }
        return (try OpenFile([], in: store), false)
    }

    /// Withdraws whatever waited for this record: by its number in the sequence, by its contract, or word for word.
    func settle(
        by submission: Submission, correcting corrected: Event?, digest: LookupKey, _ entry: Entry,
        in store: some RegistryTransaction
    ) throws {
        guard try store.hasOpenQuarantine(submission.insurer) else { return }
        let note = try store.quarantineNote(insurer: submission.insurer, digest: digest)
        for id in try places(of: submission, note: note, in: store) {
            var open = try OpenFile([id], in: store)
            let settled = open.file.reviews.filter {
                $0.index == note || $0.isSettled(by: submission, correcting: corrected)
            }
            guard !settled.isEmpty else { continue }
            let withdrawals = try settled.map { mark in
                try store.settleQuarantine(index: mark.index)
                let content = EntryContent.withdrawal(
                    of: EntryID(log: store.log, index: mark.index), for: entry, insurer: mark.insurer,
                    policyNumber: mark.policyNumber)
                return try store.append(content, fieldRoot: nil, personal: [], to: id)
            }
            try open.refold(with: withdrawals, in: store)
            try open.close(entering: [], by: hasher, in: store)
        }
    }

    private func places(of submission: Submission, note: Int64?, in store: some RegistryTransaction) throws -> [FileID]
    {
        var found: Set<FileID> = []
        if let note, let id = try store.file(ofEntry: note) { found.insert(try OpenFile.current(id, in: store)) }
        let keys = hasher.reviewKeys(
            insurer: submission.insurer, sequence: submission.sequence, policyNumber: submission.policyNumber)
        for key in keys {
            // A number that is in quarantine so often tells no record from another.
            for id in try store.files(at: key, atMost: Self.mostPlaces) ?? [] {
                found.insert(try OpenFile.current(id, in: store))
            }
        }
        return found.sorted()
    }
}
