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
        let quarantine = QuarantineDesk(hasher: hasher)
        guard let submission = prepared.reading.submission else {
            return try quarantine.keep(prepared, faults: prepared.reading.faults, insurer: insurer, in: store)
        }
        if let earlier = try earlierReport(of: prepared, submission, in: store) {
            guard earlier.digest == prepared.digest else {
                return try quarantine.keep(prepared, faults: [.sequenceReused], insurer: insurer, in: store)
            }
            return try repeated(earlier.index, in: store)
        }
        switch try decide(prepared, submission, in: store) {
        case .refused(let faults):
            return try quarantine.keep(prepared, faults: faults, insurer: insurer, in: store)
        case .entered(let entry, let leafHash, let corrected):
            try store.remember(
                ReportMark(index: entry.index, digest: prepared.digest), insurer: insurer,
                sequence: submission.sequence, digest: prepared.digest)
            try quarantine.settle(by: submission, correcting: corrected, digest: prepared.digest, entry, in: store)
            return .accepted(
                .init(entry: entry.id, leafHash: leafHash, committedAt: entry.committedAt, flags: entry.content.flags))
        }
    }

    enum Outcome {
        /// `correcting` is the event of the report that a correction made right.
        case entered(Entry, leafHash: Hash, correcting: Event? = nil)
        case refused([SubmissionReading.Fault])
    }

    private func decide(
        _ prepared: PreparedSubmission, _ submission: Submission, in store: some RegistryTransaction
    ) throws -> Outcome {
        switch submission.event {
        case .correction: try CorrectionDesk(hasher: hasher).take(prepared, submission, in: store)
        case .retraction: try RetractionDesk(hasher: hasher).take(prepared, submission, in: store)
        default: try takeReport(prepared, submission, in: store)
        }
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
        let resolver = VehicleResolver(store: store)
        let found = try resolver.resolve(submission, keys: prepared.keys)
        if found.isEmpty, resolver.cannotTell(submission, prepared.keys) { return .refused([.vehicleShared]) }
        var target = try OpenFile(found, in: store)
        let ruling = target.file.rule(on: submission)
        guard ruling.faults.isEmpty else { return .refused(ruling.faults) }
        guard !target.file.isFull else { return .refused([.vehicleFull]) }
        var flags = ruling.flags
        if found.count > 1 { flags.append(.mergedFiles) }
        if resolver.sawSharedName { flags.append(.nameShared) }
        var content = prepared.content
        var fieldRoot: Hash? = prepared.fieldRoot
        if !flags.isEmpty {
            content.flags += flags
            fieldRoot = nil
        }
        let root = fieldRoot ?? content.fieldRoot
        let keys = target.file.newKeys(of: submission, among: prepared.keys)
        let entry = try store.append(content, fieldRoot: root, personal: prepared.personal, to: target.id)
        target.file.apply(submission, entry: entry)
        // The resolver has looked at a new vehicle's plate; one that gets a further name is looked at here.
        let names = prepared.keys
        let isRenamed = !target.isNew && keys.contains { $0 == names.vin || $0 == names.plate || $0 == names.newPlate }
        if resolver.sawSharedName || found.count > 1 || isRenamed {
            try target.close(entering: keys, by: hasher, in: store)
        } else {
            try target.closeUnshared(entering: keys, in: store)
        }
        return .entered(entry, leafHash: Leaf(committedAt: entry.committedAt, fieldRoot: root).hash)
    }
}
