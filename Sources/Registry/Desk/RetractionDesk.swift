import Regulation
import TransparencyLog

/// Withdraws reports made in error: a report, a correction, a retraction, or a record in quarantine. What was
/// withdrawn is as if it had never been; an earlier knowledge still answers as it did.
struct RetractionDesk {
    let hasher: KeyedHasher

    func take(_ prepared: PreparedSubmission, _ submission: Submission, in store: some RegistryTransaction) throws
        -> IntakeDesk.Outcome
    {
        guard let target = try ReportTarget(of: submission, hasher: hasher, in: store) else {
            return .refused([.targetUnknown])
        }
        // What is too much can still be withdrawn, but not back and forth without end.
        guard target.entries.count < 2 * VehicleFile.mostEntries else { return .refused([.vehicleFull]) }
        switch target.named.content.event {
        case .quarantine:
            return try retractNote(prepared, target, in: store)
        case .retraction:
            return try retractRetraction(prepared, target, in: store)
        case .correction where target.isMoveNamed:
            return try undoMove(prepared, target, in: store)
        case .correction where !target.isRootNamed:
            return try retractCorrection(prepared, target, in: store)
        default:
            guard let root = target.root else { return .refused([.targetUnknown]) }
            return try retract(root, prepared, target, in: store)
        }
    }

    private func retractNote(
        _ prepared: PreparedSubmission, _ target: ReportTarget, in store: some RegistryTransaction
    ) throws -> IntakeDesk.Outcome {
        if try store.file(target.file).reviews.contains(where: { $0.index == target.named.index }) {
            try store.settleQuarantine(index: target.named.index)
        }
        return try retract(target.named.index, prepared, target, in: store)
    }

    /// The registry's own withdrawals stand and fall with the entry they belong to.
    private func retractRetraction(
        _ prepared: PreparedSubmission, _ target: ReportTarget, in store: some RegistryTransaction
    ) throws -> IntakeDesk.Outcome {
        let named = target.named.content
        let isOwn = named.movedToID != nil || named[.correctionID] != nil
        guard !isOwn, let first = named.targetID, try store.entry(first.index)?.content.event != .quarantine else {
            return .refused([.targetUnknown])
        }
        let left = withdrawing(target.named.index, from: target.entries, log: store.log)
        let restored = left.root(of: first.index).flatMap { root in left.standing(root).map { (root, $0) } }
        return try retract(target.named.index, prepared, target, restoring: restored, in: store)
    }

    private func retractCorrection(
        _ prepared: PreparedSubmission, _ target: ReportTarget, in store: some RegistryTransaction
    ) throws -> IntakeDesk.Outcome {
        // Taken to another file, its values are part of the report that stands there.
        guard let root = target.root, target.entries.contains(where: { $0.index == target.named.index }),
            target.effective.root(of: target.named.index) == root
        else { return .refused([.correctionSuperseded]) }
        let left = withdrawing(target.named.index, from: target.entries, log: store.log)
        guard let standing = left.standing(root) else {
            return try retract(target.named.index, prepared, target, in: store)
        }
        if let fault = standing.impossibility { return .refused([fault]) }
        let isOther = target.effective.standing(root).map { standing.namesOtherVehicle(than: $0) } ?? false
        return try retract(target.named.index, prepared, target, restoring: isOther ? (root, standing) : nil, in: store)
    }

    /// What would be left; an entry that is never written stands for the retraction.
    private func withdrawing(_ index: Int64, from entries: [Entry], log: LogName) -> EffectiveReports {
        var values = FieldValues()
        values[.event] = Event.retraction.rawValue
        var content = EntryContent(values: values, seed: [])
        content[.target] = EntryID(log: log, index: index).text
        return EffectiveReports(
            entries + [Entry(id: EntryID(log: log, index: .max), committedAt: .distantFuture, content: content)])
    }

    /// `restored` is a report that stands differently afterwards, and may be another vehicle's then.
    private func retract(
        _ index: Int64, _ prepared: PreparedSubmission, _ target: ReportTarget,
        restoring restored: (root: Int64, report: Submission)? = nil, in store: some RegistryTransaction
    ) throws -> IntakeDesk.Outcome {
        var files = [target.file]
        var separation = try separation(
            without: restored?.root ?? index, isRestored: restored != nil, target, in: store)
        if let restored {
            files = separation.join(
                try VehicleResolver.files(of: restored.report, without: separation, hasher: hasher, store: store))
        }
        var content = prepared.content
        let id = EntryID(log: store.log, index: index)
        content[.target] = id.text
        let name = "\(id.text)/\(prepared.digest.value.magnitude)"
        let isMove = !files.contains(target.file)
        if isMove { content[.correctionID] = name }
        if target.effective.isVoid(index) { content.flags += [.eventWithoutEffect] }
        let root = content.fieldRoot
        let entry = try store.append(content, fieldRoot: root, personal: prepared.personal, to: target.file)
        try add([entry], to: target.file, in: store)
        let made = try separation.carryOut(by: prepared.content, named: name + "/apart", hasher: hasher, in: store)
        files = files.map { made[$0] ?? $0 }
        if isMove, let restored {
            try move(restored.root, from: target.file, to: files, by: entry, in: store)
        } else if files.count > 1 {
            try OpenFile(files, in: store).close(entering: [], by: hasher, in: store)
        }
        return .entered(entry, leafHash: Leaf(committedAt: entry.committedAt, fieldRoot: root).hash)
    }

    /// What the file is without a report. A correction or a note is none, and parts nothing by itself.
    private func separation(
        without index: Int64, isRestored: Bool, _ target: ReportTarget, in store: some RegistryTransaction
    ) throws -> Separation {
        guard target.effective.root(of: index) == index, !target.effective.isVoid(index) || isRestored else {
            return Separation(whole: target.file, target.effective, without: nil)
        }
        return try Separation(
            of: target.file, store.file(target.file), target.effective, without: index, hasher: hasher)
    }

    /// What stands again is about another vehicle than the file that it lay in.
    private func move(
        _ root: Int64, from here: FileID, to files: [FileID], by entry: Entry, in store: some RegistryTransaction
    ) throws {
        let effective = EffectiveReports(try OpenFile.entries(try store.file(here).entries, in: store))
        guard let report = effective.reports.first(where: { $0.index == root }) else { return }
        var there = try OpenFile(files, in: store)
        var pairs = [try report.take(from: here, to: there.id, by: entry.content, in: store)]
        for follower in effective.followers(of: root) {
            pairs.append(
                try follower.take(from: here, to: there.id, with: report.submission, by: entry.content, in: store))
        }
        try there.refold(with: pairs.map(\.entered), in: store)
        try there.close(
            entering: pairs.flatMap { hasher.keys(enteredBy: $0.entered.content) }, by: hasher, in: store)
        try add(pairs.map(\.withdrawn), to: here, in: store)
    }

    /// A correction that took a report and its events to another file: there they go, and where they came from they
    /// stand again.
    private func undoMove(
        _ prepared: PreparedSubmission, _ target: ReportTarget, in store: some RegistryTransaction
    ) throws -> IntakeDesk.Outcome {
        let moved = target.named
        guard let correctionID = moved.content[.correctionID], let origin = moved.content.targetID,
            let originFile = try store.file(ofEntry: origin.index).map({ try OpenFile.current($0, in: store) }),
            !target.effective.isVoid(moved.index), !target.effective.hasCorrections(moved.index)
        else { return .refused([.correctionSuperseded]) }
        var content = prepared.content
        content[.target] = moved.id.text
        content[.correctionID] = "\(correctionID)/\(moved.index)"
        let root = content.fieldRoot
        let entry = try store.append(content, fieldRoot: root, personal: prepared.personal, to: target.file)
        var here = [entry]
        for companion in target.entries where isStanding(companion, of: correctionID, .correction, target.effective) {
            guard companion.index != moved.index else { continue }
            here.append(try withdraw(companion, for: entry, from: target.file, in: store))
        }
        let originEntries = try OpenFile.entries(try store.file(originFile).entries, in: store)
        let originEffective = EffectiveReports(originEntries)
        var there: [Entry] = []
        for withdrawal in originEntries where isStanding(withdrawal, of: correctionID, .retraction, originEffective) {
            there.append(try withdraw(withdrawal, for: entry, from: originFile, in: store))
        }
        if originFile == target.file {
            try add(here + there, to: originFile, in: store)
        } else {
            try add(there, to: originFile, in: store)
            try takeBack(&here, target, entry, to: originFile, of: origin.index, in: store)
            try add(here, to: target.file, in: store)
        }
        try part(target.file, from: moved, by: prepared, in: store)
        try unite(originFile, around: origin.index, in: store)
        return .entered(entry, leafHash: Leaf(committedAt: entry.committedAt, fieldRoot: root).hash)
    }

    /// What happened to the contract while it stood with the other vehicle goes back with it.
    private func takeBack(
        _ here: inout [Entry], _ target: ReportTarget, _ entry: Entry, to origin: FileID,
        of root: Int64, in store: some RegistryTransaction
    ) throws {
        let restored = EffectiveReports(try OpenFile.entries(try store.file(origin).entries, in: store))
        guard let policy = restored.standing(root) else { return }
        let companions = Set(
            target.entries.filter { $0.content[.correctionID] == target.named.content[.correctionID] }.map(\.index))
        var taken: [Entry] = []
        for follower in target.effective.followers(of: target.named.index) where !companions.contains(follower.index) {
            let pair = try follower.take(from: target.file, to: origin, with: policy, by: entry.content, in: store)
            here.append(pair.withdrawn)
            taken.append(pair.entered)
        }
        try add(taken, entering: taken.flatMap { hasher.keys(enteredBy: $0.content) }, to: origin, in: store)
    }

    private func isStanding(_ entry: Entry, of correctionID: String, _ event: Event, _ effective: EffectiveReports)
        -> Bool
    {
        entry.content[.correctionID] == correctionID && entry.content.event == event && !effective.isVoid(entry.index)
    }

    /// Nothing took the place of what is withdrawn here.
    private func withdraw(
        _ companion: Entry, for entry: Entry, from file: FileID, in store: some RegistryTransaction
    ) throws -> Entry {
        guard let insurer = companion.content.values[.insurer].flatMap({ InsurerCode($0) }) else {
            throw RegistryFault.entryDamaged(companion.index)
        }
        var content = EntryContent.withdrawal(
            of: companion.id, for: entry, insurer: insurer, policyNumber: companion.content.values[.policyNumber])
        content[.movedTo] = nil
        return try store.append(content, fieldRoot: nil, personal: [], to: file)
    }

    private func add(
        _ entries: [Entry], entering keys: [LookupKey] = [], to id: FileID, in store: some RegistryTransaction
    ) throws {
        var open = try OpenFile([id], in: store)
        try open.refold(with: entries, in: store)
        try open.close(entering: keys, by: hasher, in: store)
    }

    /// The report that has left may have held two vehicles together.
    private func part(
        _ file: FileID, from moved: Entry, by prepared: PreparedSubmission, in store: some RegistryTransaction
    ) throws {
        let stored = try store.file(file)
        let effective = EffectiveReports(try OpenFile.entries(stored.entries, in: store))
        let separation = try Separation(of: file, stored, effective, without: moved.index, hasher: hasher)
        _ = try separation.carryOut(
            by: prepared.content, named: "\(moved.id.text)/\(prepared.digest.value.magnitude)/apart", hasher: hasher,
            in: store)
    }

    /// What stands again may be a vehicle that has got another file meanwhile.
    private func unite(_ id: FileID, around root: Int64, in store: some RegistryTransaction) throws {
        let effective = EffectiveReports(try OpenFile.entries(try store.file(id).entries, in: store))
        guard let report = effective.standing(root) else { return }
        let files = try VehicleResolver.files(
            of: report, without: Separation(whole: id, effective, without: root), hasher: hasher, store: store)
        guard files.count > 1, files.contains(id) else { return }
        try OpenFile(files, in: store).close(entering: [], by: hasher, in: store)
    }
}
