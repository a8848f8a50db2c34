import Regulation
import TransparencyLog

/// Replaces reports made in error. Nothing is erased: the entries stay, and an earlier knowledge still answers as it
/// did.
struct CorrectionDesk {
    let hasher: KeyedHasher

    /// A report, what it becomes, and the file's other reports.
    private struct Case {
        let target: ReportTarget
        let root: Int64
        let standing: Submission
        let corrected: Submission
        /// What the file is without the report.
        var separation: Separation
    }

    func take(_ prepared: PreparedSubmission, _ submission: Submission, in store: some RegistryTransaction) throws
        -> IntakeDesk.Outcome
    {
        guard let target = try ReportTarget(of: submission, hasher: hasher, in: store),
            target.named.content.event != .retraction, target.named.content.event != .quarantine,
            let root = target.root
        else { return .refused([.targetUnknown]) }
        guard let standing = target.effective.standing(root) else { return .refused([.targetWithdrawn]) }
        guard let corrected = Submission(canonical: standing.values.corrected(by: prepared.content.values)) else {
            return .refused([.correctedValues])
        }
        if let fault = corrected.impossibility { return .refused([fault]) }
        var matter = Case(
            target: target, root: root, standing: standing, corrected: corrected,
            separation: Separation(whole: target.file, target.effective, without: root))
        var files = try files(of: &matter, in: store)
        let faults = try faults(of: matter, in: files, in: store)
        guard faults.isEmpty else { return .refused(faults) }
        let origin = EntryID(log: store.log, index: root)
        let made = try matter.separation.carryOut(
            by: prepared.content, named: "\(origin.text)/\(prepared.digest.value.magnitude)/apart", hasher: hasher,
            in: store)
        files = files.map { made[$0] ?? $0 }
        return files.contains(target.file)
            ? try correct(prepared, matter, in: files, in: store) : try move(prepared, matter, to: files, in: store)
    }

    private func files(of matter: inout Case, in store: some RegistryTransaction) throws -> [FileID] {
        guard matter.corrected.namesOtherVehicle(than: matter.standing) else { return [matter.target.file] }
        matter.separation = try Separation(
            of: matter.target.file, store.file(matter.target.file), matter.target.effective, without: matter.root,
            hasher: hasher)
        return matter.separation.join(
            try VehicleResolver.files(of: matter.corrected, without: matter.separation, hasher: hasher, store: store))
    }

    /// Nothing may be written before it is known that the report is taken: by any one of its vehicle's files.
    private func faults(of matter: Case, in files: [FileID], in store: some RegistryTransaction) throws
        -> [SubmissionReading.Fault]
    {
        let known = try files.map { try matter.separation.file($0, in: store) }
        let faults = (known.isEmpty ? [VehicleFile()] : known).map { $0.rule(on: matter.corrected).faults }
        guard faults.contains([]) else { return faults[0] }
        return try (files + [matter.target.file]).contains {
            try !matter.separation.isStandIn($0) && store.file($0).isFull
        } ? [.vehicleFull] : []
    }

    private func correct(
        _ prepared: PreparedSubmission, _ matter: Case, in files: [FileID], in store: some RegistryTransaction
    ) throws -> IntakeDesk.Outcome {
        let ruling = matter.separation.stays.rule(on: matter.corrected)
        var open = try OpenFile(files, in: store)
        var content = prepared.content
        content[.correctedEvent] = matter.standing.event.rawValue
        content[.target] = EntryID(log: store.log, index: matter.root).text
        content.flags += ruling.flags + (files.count > 1 ? [.mergedFiles] : [])
        let root = content.fieldRoot
        let entry = try store.append(content, fieldRoot: root, personal: prepared.personal, to: open.id)
        let known = files == [matter.target.file] ? matter.target.entries : []
        try open.refold(with: [entry], after: known, in: store)
        try open.close(entering: hasher.keys(of: matter.corrected).all, by: hasher, in: store)
        return .entered(
            entry, leafHash: Leaf(committedAt: entry.committedAt, fieldRoot: root).hash,
            correcting: matter.standing.event)
    }

    /// The report belongs to another vehicle: under one correction id it and the events of its contract are entered
    /// there, and withdrawn here.
    private func move(
        _ prepared: PreparedSubmission, _ matter: Case, to files: [FileID], in store: some RegistryTransaction
    ) throws -> IntakeDesk.Outcome {
        var there = try OpenFile(files, in: store)
        let ruling = there.file.rule(on: matter.corrected)
        let origin = EntryID(log: store.log, index: matter.root)
        var content = prepared.content
        content.values = matter.corrected.values
        for field in [Field.event, .sequence, .corrects] { content.values[field] = prepared.content.values[field] }
        content[.correctedEvent] = matter.standing.event.rawValue
        content[.target] = origin.text
        if let report = matter.target.effective.reports.first(where: { $0.index == matter.root }) {
            content[.reportedAt] = report.reportedAt.text
            let numbers = Set(report.formerNumbers + [matter.standing.policyNumber])
            content.formerNumbers = numbers.subtracting([matter.corrected.policyNumber]).sorted()
        }
        content[.correctionID] = "\(origin.text)/\(prepared.digest.value.magnitude)"
        content.flags += ruling.flags + (files.count > 1 ? [.mergedFiles] : [])
        let root = content.fieldRoot
        let entry = try store.append(content, fieldRoot: root, personal: prepared.personal, to: there.id)
        var here = try OpenFile([matter.target.file], in: store)
        var entered = [entry]
        var keys = hasher.keys(of: matter.corrected).all + hasher.keys(formerlyOf: content)
        var withdrawn = [
            try store.append(
                .withdrawal(of: origin, for: entry, of: matter.standing), fieldRoot: nil, personal: [], to: here.id)
        ]
        for follower in matter.target.effective.followers(of: matter.root) {
            let pair = try follower.take(
                from: here.id, to: there.id, with: matter.corrected, by: entry.content, in: store)
            entered.append(pair.entered)
            withdrawn.append(pair.withdrawn)
            keys += hasher.keys(enteredBy: pair.entered.content)
        }
        try there.refold(with: entered, in: store)
        try there.close(entering: keys, by: hasher, in: store)
        try here.refold(with: withdrawn, in: store)
        try here.close(entering: [], by: hasher, in: store)
        return .entered(
            entry, leafHash: Leaf(committedAt: entry.committedAt, fieldRoot: root).hash,
            correcting: matter.standing.event)
    }
}

extension Submission {
    /// Whether anything it is found by differs.
    func namesOtherVehicle(than other: Submission) -> Bool {
        let fields: [Field] = [.policyNumber, .plate, .plateCategory, .vin, .engineNumber, .brandModel]
        return fields.contains { values[$0] != other.values[$0] }
    }

    /// What cannot be, once right values stand over those reported.
    var impossibility: SubmissionReading.Fault? {
        switch event {
        case .policy, .proposal:
            guard let start, let end else { return event == .policy ? .correctedValues : nil }
            if end <= start { return .periodImpossible }
            guard let limit = start.shanghaiDate.adding(years: 5) else { return nil }
            return end.shanghaiDate > limit ? .periodTooLong : nil
        case .layUp:
            guard let effectiveAt, let layUpUntil else { return .correctedValues }
            return layUpUntil <= effectiveAt ? .layUpImpossible : nil
        default: return nil
        }
    }
}
