import Regulation

/// Finds the vehicle a record is about: by contract, by VIN, else by engine number with model, else by plate.
struct VehicleResolver<Store: RegistryTransaction> {
    let store: Store
    let hasher: KeyedHasher

    /// The files of this vehicle, the one that stays first; empty when it is new to us.
    func resolve(_ submission: Submission, keys: PreparedSubmission.Keys) throws -> [FileID] {
        if submission.event != .policy, submission.event != .proposal, let policy = keys.policy {
            let byPolicy = try candidates(policy) { file in
                file.policies.contains { file.isMeant($0, by: submission) }
                    || file.proposals.contains { $0.insurer == submission.insurer && $0.number == submission.policyNumber }
            }
            if !byPolicy.isEmpty { return [byPolicy[0].id] }
        }
        if let vin = submission.vin, let key = keys.vin {
            let known = try candidates(key) { $0.vin == vin }
            return ordered(known + (try orphans(of: submission, keys)))
        }
        if let engine = submission.engineNumber, let key = keys.engine {
            let known = try candidates(key) { $0.engineNumber == engine && agrees($0.brandModel, submission.brandModel) }
            let orphans = try orphans(of: submission, keys)
            if !known.isEmpty || !orphans.isEmpty { return ordered(known + orphans) }
        }
        guard submission.plate != nil, submission.vin == nil, submission.engineNumber == nil else { return [] }
        return try currentHolder(of: submission, keys)
    }

    private struct Candidate {
        let id: FileID
        let file: VehicleFile
    }

    private func candidates(_ key: LookupKey, where fits: (VehicleFile) -> Bool) throws -> [Candidate] {
        var found: [Candidate] = []
        for id in try store.files(at: key) {
            var current = id
            var file = try store.file(id)
            while let next = file.mergedInto {
                current = next
                file = try store.file(next)
            }
            if fits(file), !found.contains(where: { $0.id == current }) { found.append(Candidate(id: current, file: file)) }
        }
        return found
    }

    /// Files without a VIN that this record, which knows more, shows to be its vehicle.
    private func orphans(of submission: Submission, _ keys: PreparedSubmission.Keys) throws -> [Candidate] {
        var found: [Candidate] = []
        if let engine = submission.engineNumber, let key = keys.engine {
            found += try candidates(key) {
                $0.vin == nil && $0.engineNumber == engine && agrees($0.brandModel, submission.brandModel)
            }
        }
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

    /// The vehicle that bears the plate at the time the record speaks of.
    private func currentHolder(of submission: Submission, _ keys: PreparedSubmission.Keys) throws -> [FileID] {
        guard let key = keys.plate, let plate = submission.plate else { return [] }
        let moment = submission.effectiveAt ?? submission.start ?? submission.appliedAt ?? .distantFuture
        let holders = try candidates(key) { bears(submission, $0) }
        let resolved = PlateHolders(holders.map { ($0.id.number, $0.file) })
            .holder(of: plate, category: submission.plateCategory, at: moment)
        return resolved.map { [FileID($0.file)] } ?? []
    }

    private func bears(_ submission: Submission, _ file: VehicleFile) -> Bool {
        guard let plate = submission.plate else { return false }
        return file.bindings.contains {
            $0.plate == plate
                && ($0.category == nil || submission.plateCategory == nil || $0.category == submission.plateCategory)
        }
    }

    private func agrees(_ known: String?, _ said: String?) -> Bool { known == nil || said == nil || known == said }

    /// A file with a VIN before those without, then by age; each once.
    private func ordered(_ candidates: [Candidate]) -> [FileID] {
        var seen: Set<FileID> = []
        return candidates.sorted { left, right in
            let ranks = (left.file.vin == nil ? 1 : 0, right.file.vin == nil ? 1 : 0)
            return ranks.0 != ranks.1 ? ranks.0 < ranks.1 : left.id < right.id
        }.map(\.id).filter { seen.insert($0).inserted }
    }
}
