import Regulation

/// Finds the vehicle a record is about: by contract, by VIN, else by engine number with model, else by plate.
final class VehicleResolver<Store: FileLookup> {
    let store: Store
    /// A file to be seen as it is without a report that is being put right.
    let separation: Separation?
    /// Names among those looked up by that too many vehicles have.
    private var shared: [LookupKey] = []

    init(store: Store, separation: Separation? = nil) {
        self.store = store
        self.separation = separation
    }

    /// Whether any name that was looked up by is shared.
    var sawSharedName: Bool { !shared.isEmpty }

    /// Whether the record calls its vehicle by nothing but shared names. Said after `resolve`.
    func cannotTell(_ submission: Submission, _ keys: PreparedSubmission.Keys) -> Bool {
        guard !shared.isEmpty, submission.vin == nil, submission.namesVehicle else { return false }
        return [keys.engine, keys.plate].compactMap { $0 }.allSatisfy(shared.contains)
    }

    /// The files of this vehicle, the one that stays first; empty when it is new to us.
    func resolve(_ submission: Submission, keys: PreparedSubmission.Keys) throws -> [FileID] {
        if submission.event != .policy, submission.event != .proposal,
            let known = try holder(ofContract: submission, keys)
        {
            let same = known.file.vin == nil ? try byVIN(submission, keys) : []
            let teachesEngine = known.file.engineNumber == nil && submission.engineNumber != nil
            return ordered([known] + same + (teachesEngine ? try orphans(of: submission, byEngine: keys) : []))
        }
        if submission.vin != nil {
            let known = try byVIN(submission, keys)
            // A vehicle that was reported by all three names has no other file: most renewals end here.
            if known.count == 1, submission.engineNumber.map({ $0 == known[0].file.engineNumber }) ?? true,
                submission.plate == nil || wasReported(submission, known[0].file) && bears(submission, known[0].file)
            {
                return [known[0].id]
            }
            let orphans = try orphans(of: submission, keys)
            let engine = submission.engineNumber ?? (known + orphans).lazy.compactMap { $0.file.engineNumber }.first
            // Two engines are two vehicles, whatever plate both were seen with.
            return ordered(known + orphans.filter { agrees($0.file.engineNumber?.text, engine?.text) })
        }
        if submission.engineNumber != nil {
            let found = try byEngine(submission, keys) + (try orphans(of: submission, keys))
            if !found.isEmpty { return ordered(found) }
        }
        return try bearer(of: submission, keys)
    }

    /// The files of the vehicle a report is about once it reads like this; its own file among them where it can stay.
    /// `separation` is what its own file is without it.
    static func files(of report: Submission, without separation: Separation, hasher: KeyedHasher, store: Store) throws
        -> [FileID]
    {
        let resolver = VehicleResolver(store: store, separation: separation)
        let found = try resolver.resolve(report, keys: hasher.keys(of: report))
        guard !found.contains(separation.own) else { return found }
        // A vehicle that existed only through this report is the one it is about now: the files become one.
        if separation.stays.isEmpty { return found + [separation.own] }
        return found.isEmpty && !report.namesVehicle ? [separation.own] : found
    }

    private struct Candidate {
        let id: FileID
        let file: VehicleFile
    }

    /// Of a shared name only the file that is being put right, and those that are entered under the narrower name.
    private func candidates(
        _ key: LookupKey, narrowedBy other: LookupKey? = nil, where fits: (VehicleFile) -> Bool
    ) throws -> [Candidate] {
        var found: [Candidate] = []
        for id in try files(at: key) ?? narrowed(by: other) {
            let current = try OpenFile.current(id, in: store)
            guard !found.contains(where: { $0.id == current }) else { continue }
            let file = separation?.own == current ? separation?.stays : nil
            let candidate = Candidate(id: current, file: try file ?? store.file(current))
            if fits(candidate.file) { found.append(candidate) }
        }
        guard let separation else { return found }
        return found
            + separation.leaving.map { Candidate(id: $0.id, file: $0.file) }.filter { fits($0.file) }
    }

    private func files(at key: LookupKey) throws -> [FileID]? {
        let found = try store.files(at: key, atMost: SharedName.most)
        if found == nil, !shared.contains(key) { shared.append(key) }
        return found
    }

    private func narrowed(by other: LookupKey?) throws -> [FileID] {
        let own = separation.map { [$0.own] } ?? []
        return own + (try other.flatMap { try files(at: $0) } ?? [])
    }

    /// The file of the contract an event is about. A number used for two vehicles is told by the vehicle the record
    /// names.
    private func holder(ofContract submission: Submission, _ keys: PreparedSubmission.Keys) throws -> Candidate? {
        guard let key = keys.policy else { return nil }
        let found = try candidates(key, narrowedBy: keys.vin ?? keys.plate ?? keys.engine) { file in
            !file.policiesMeant(by: submission).isEmpty
                || file.proposals.contains {
                    $0.insurer == submission.insurer && $0.number == submission.policyNumber
                }
        }
        guard found.count > 1 else { return found.first }
        if let vin = submission.vin, let named = found.first(where: { $0.file.vin == vin }) { return named }
        return found.first { bears(submission, $0.file) }
            ?? found.first { found in found.file.policies.contains { found.file.isMeant($0, by: submission) } }
            ?? found.first
    }

    private func byVIN(_ submission: Submission, _ keys: PreparedSubmission.Keys) throws -> [Candidate] {
        guard let vin = submission.vin, let key = keys.vin else { return [] }
        return try candidates(key) { $0.vin == vin }
    }

    /// Makers number engines each for themselves: vehicles of two VINs are never one, and which is meant the plate
    /// tells.
    private func byEngine(_ submission: Submission, _ keys: PreparedSubmission.Keys) throws -> [Candidate] {
        guard let engine = submission.engineNumber, let key = keys.engine else { return [] }
        let found = try candidates(key, narrowedBy: keys.plate) {
            $0.engineNumber == engine && agrees($0.brandModel, submission.brandModel)
        }
        guard Set(found.compactMap(\.file.vin)).count > 1 else { return found }
        return found.first { $0.file.vin != nil && bears(submission, $0.file) }.map { [$0] } ?? []
    }

    /// Files without a VIN that this record, which knows more, shows to be its vehicle.
    private func orphans(of submission: Submission, _ keys: PreparedSubmission.Keys) throws -> [Candidate] {
        var found = try orphans(of: submission, byEngine: keys)
        if let key = keys.plate {
            found += try candidates(key) { file in
                file.vin == nil && bears(submission, file)
                    && (submission.vin != nil || file.engineNumber == nil)
                    && agrees(file.engineNumber?.text, submission.engineNumber?.text)
                    && agrees(file.brandModel, submission.brandModel)
            }
        }
        return found
    }

    private func orphans(of submission: Submission, byEngine keys: PreparedSubmission.Keys) throws -> [Candidate] {
        guard let engine = submission.engineNumber, let key = keys.engine else { return [] }
        return try candidates(key, narrowedBy: keys.plate) {
            $0.vin == nil && $0.engineNumber == engine && agrees($0.brandModel, submission.brandModel)
        }
    }

    /// The vehicle that bears the plate at the time the record speaks of, unless the record says more of it that
    /// differs.
    private func bearer(of submission: Submission, _ keys: PreparedSubmission.Keys) throws -> [FileID] {
        guard let key = keys.plate, let plate = submission.plate else { return [] }
        let found = try candidates(key) { file in
            submission.engineNumber == nil
                || (file.engineNumber == nil && agrees(file.brandModel, submission.brandModel))
        }
        let holders = PlateHolders(found.map { ($0.id.number, $0.file) })
            .holders(of: plate, category: submission.plateCategory, at: moment(of: submission))
        return holders.first.flatMap { $0.isFormer ? nil : [FileID($0.file)] } ?? []
    }

    /// Whether a report named this plate together with the vehicle, so that other files with it were looked for then. A
    /// change of plates, and the old plate it names, come by the contract and look for none.
    private func wasReported(_ submission: Submission, _ file: VehicleFile) -> Bool {
        file.plateStatements.contains {
            $0.source == .report && $0.plate == submission.plate && $0.from > .distantPast
        }
    }

    /// Whether the file bore the record's plate at the time the record speaks of.
    private func bears(_ submission: Submission, _ file: VehicleFile) -> Bool {
        guard let plate = submission.plate else { return false }
        let holder = PlateHolders([(0, file)])
            .holders(of: plate, category: submission.plateCategory, at: moment(of: submission)).first
        return holder.map { !$0.isFormer } ?? false
    }

    /// When the record saw its plate. An event names the plate its vehicle had just before it.
    private func moment(of submission: Submission) -> Instant {
        submission.effectiveAt?.adding(milliseconds: -1) ?? submission.saidOfPlate(by: store.committedAt)
    }

    private func agrees(_ known: String?, _ said: String?) -> Bool { known == nil || said == nil || known == said }

    /// A file with a VIN before those without, then by age; each once.
    private func ordered(_ candidates: [Candidate]) -> [FileID] {
        if candidates.count < 2 { return candidates.map { $0.id } }
        var seen: Set<FileID> = []
        return candidates.sorted { left, right in
            let ranks = (left.file.vin == nil ? 1 : 0, right.file.vin == nil ? 1 : 0)
            return ranks.0 != ranks.1 ? ranks.0 < ranks.1 : left.id < right.id
        }.map { $0.id }.filter { seen.insert($0).inserted }
    }
}
