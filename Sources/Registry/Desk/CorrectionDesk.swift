import Regulation
import TransparencyLog

/// Replaces and withdraws reports made in error. Nothing is erased: the entries stay, and an earlier knowledge still
/// answers as it did.
struct CorrectionDesk {
    let hasher: KeyedHasher

    /// Where the report that a correction is about stands now.
    private struct Target {
        let entry: Entry
        let file: FileID
    }

    func take(_ prepared: PreparedSubmission, _ submission: Submission, in store: some RegistryTransaction) throws
        -> IntakeDesk.Outcome
    {
        guard let target = try target(of: submission, in: store) else { return .refused([.targetUnknown]) }
        let entries = try OpenFile.entries(try store.file(target.file).entries, in: store)
        if submission.event == .retraction {
            return try retract(prepared, target, entries, in: store)
        }
        guard let standing = EffectiveReports(entries).standing(for: target.entry.index) else {
            return .refused([.targetWithdrawn])
        }
        return try correct(prepared, submission, target, standing, entries, in: store)
    }

    private func target(of submission: Submission, in store: some RegistryTransaction) throws -> Target? {
        var index: Int64
        switch submission.corrects {
        case .entry(let text):
            guard let id = EntryID(text), id.log == store.log else { return nil }
            index = id.index
        case .report(_, let sequence):
            guard let mark = try store.report(insurer: submission.insurer, sequence: sequence) else { return nil }
            index = mark.index
        case nil: return nil
        }
        guard var entry = try store.entry(index), entry.content.values[.insurer] == submission.insurer.text else { return nil }
        if case .report(let policyNumber, _) = submission.corrects, !policyNumber.isEmpty,
            entry.content.values[.policyNumber] != policyNumber
        {
            return nil
        }
        // A retraction or a quarantine note is nothing one could correct; a moved report is found where it stands now.
        guard entry.content.event != .retraction, entry.content.event != .quarantine else { return nil }
        while let moved = try movedTo(index, in: store) {
            index = moved
            guard let next = try store.entry(index) else { throw RegistryFault.entryMissing(index) }
            entry = next
        }
        guard var file = try store.file(ofEntry: index) else { return nil }
        while let merged = try store.file(file).mergedInto { file = merged }
        return Target(entry: entry, file: file)
    }

    /// Where a correction across files took this report.
    private func movedTo(_ index: Int64, in store: some RegistryTransaction) throws -> Int64? {
        guard var id = try store.file(ofEntry: index) else { return nil }
        while let merged = try store.file(id).mergedInto { id = merged }
        for other in try store.file(id).entries where other > index {
            guard let entry = try store.entry(other), let moved = entry.content[.movedTo].flatMap({ EntryID($0) }),
                entry.content[.target] == EntryID(log: store.log, index: index).text
            else { continue }
            return moved.index
        }
        return nil
    }

    private func retract(
        _ prepared: PreparedSubmission, _ target: Target, _ entries: [Entry], in store: some RegistryTransaction
    ) throws -> IntakeDesk.Outcome {
        var content = prepared.content
        content[.target] = target.entry.id.text
        let root = content.fieldRoot
        let entry = try store.append(content, fieldRoot: root, personal: prepared.personal, to: target.file)
        try store.store(VehicleFile(folding: entries + [entry]), as: target.file)
        return .entered(entry, leafHash: Leaf(committedAt: entry.committedAt, fieldRoot: root).hash)
    }

    private func correct(
        _ prepared: PreparedSubmission, _ submission: Submission, _ target: Target, _ standing: Submission,
        _ entries: [Entry], in store: some RegistryTransaction
    ) throws -> IntakeDesk.Outcome {
        var content = prepared.content
        content.values = Self.merge(standing.values, with: content.values)
        content[.correctedEvent] = standing.event.rawValue
        guard let corrected = Submission(entry: content) else { return .refused([.correctedValues]) }
        if corrected.event == .policy, corrected.period == nil { return .refused([.correctedPeriod]) }
        let keys = keys(of: corrected)
        let found = try resolve(corrected, keys, without: target, entries, in: store)
        if found == target.file {
            content[.target] = target.entry.id.text
            let root = content.fieldRoot
            let entry = try store.append(content, fieldRoot: root, personal: prepared.personal, to: target.file)
            try store.store(VehicleFile(folding: entries + [entry]), as: target.file)
            try store.enter(keys.all, for: target.file)
            return .entered(entry, leafHash: Leaf(committedAt: entry.committedAt, fieldRoot: root).hash)
        }
        return try move(prepared, content, corrected, keys, from: target, entries, to: found, in: store)
    }

    /// The report belongs to another vehicle: two entries under one correction id, the report under its right vehicle and
    /// its withdrawal from the wrong one.
    private func move(
        _ prepared: PreparedSubmission, _ report: EntryContent, _ corrected: Submission, _ keys: PreparedSubmission.Keys,
        from target: Target, _ entries: [Entry], to found: FileID?, in store: some RegistryTransaction
    ) throws -> IntakeDesk.Outcome {
        var report = report
        var destination = try OpenFile(found.map { [$0] } ?? [], in: store)
        let correctionID = "\(target.entry.id.text)/\(prepared.digest.value.magnitude)"
        report[.correctionID] = correctionID
        report[.target] = target.entry.id.text
        report.flags += destination.file.rule(on: corrected).flags
        let root = report.fieldRoot
        let entry = try store.append(report, fieldRoot: root, personal: prepared.personal, to: destination.id)
        destination.file.apply(corrected, entry: entry)
        try destination.close(entering: keys.all, in: store)

        var values = FieldValues()
        values[.event] = Event.retraction.rawValue
        values[.insurer] = corrected.insurer.text
        values[.policyNumber] = target.entry.content.values[.policyNumber]
        var withdrawal = EntryContent(values: values, seed: report.derivedSeed)
        withdrawal[.target] = target.entry.id.text
        withdrawal[.correctionID] = correctionID
        withdrawal[.movedTo] = entry.id.text
        let taken = try store.append(withdrawal, fieldRoot: nil, personal: [], to: target.file)
        try store.store(VehicleFile(folding: entries + [taken]), as: target.file)
        return .entered(entry, leafHash: Leaf(committedAt: entry.committedAt, fieldRoot: root).hash)
    }

    /// Right values over those that stand; what the correction does not name stays.
    static func merge(_ standing: FieldValues, with right: FieldValues) -> FieldValues {
        var merged = standing
        for element in right.elements { merged[element.field] = element.text }
        return merged
    }

    /// The file the corrected report belongs to; its own when the report alone had named that vehicle differently, but
    /// nothing else stands there that says otherwise.
    private func resolve(
        _ corrected: Submission, _ keys: PreparedSubmission.Keys, without target: Target, _ entries: [Entry],
        in store: some RegistryTransaction
    ) throws -> FileID? {
        let others = VehicleFile(folding: entries.filter { $0.index != target.entry.index })
        let resolver = VehicleResolver(store: store, hasher: hasher)
        let found = try resolver.resolve(corrected, keys: corrected.event == .policy ? keys.withoutPolicy : keys)
        if found.contains(target.file) || !corrected.namesVehicle { return target.file }
        // The wrong vehicle existed only through this report: correcting it in place keeps one file.
        if found.isEmpty, others.isEmpty { return target.file }
        return found.first
    }

    private func keys(of submission: Submission) -> PreparedSubmission.Keys {
        var keys = PreparedSubmission.Keys()
        keys.vin = submission.vin.map { hasher.key(of: $0) }
        keys.engine = submission.engineNumber.map { hasher.key(of: $0) }
        keys.plate = submission.plate.map { hasher.key(of: $0) }
        keys.newPlate = submission.newPlate.map { hasher.key(of: $0) }
        keys.policy = hasher.key(ofPolicy: submission.policyNumber, insurer: submission.insurer)
        return keys
    }
}

extension PreparedSubmission.Keys {
    /// A corrected policy is found by its vehicle: by its number it would always be found where it stands wrongly.
    var withoutPolicy: Self {
        var keys = self
        keys.policy = nil
        return keys
    }
}
