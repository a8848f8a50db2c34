package import Regulation

/// Forgets a person: every value that one insurer reported of them, once the law no longer wants it kept
/// (Personal Information Protection Law 47, Insurance Law 87).
///
/// What goes is the person's data key, and with it the sealed values and the salts of their commitments. Entries,
/// leaves and the tree stay as they are; an entry beside each of those that lost something says so.
package struct ErasureDesk: Sendable {
    private let gate: any RegistryGate
    private let tables: LawTables

    package init(gate: any RegistryGate, tables: LawTables) {
        self.gate = gate
        self.tables = tables
    }

    /// New reports of the same person may come in while all entries are gone through.
    private static let tries = 3

    /// Plans the erasure, and carries it out where that is confirmed. Throws a `Problem`: 409 while the law wants it
    /// kept, 422 where it is not clear whose values are meant.
    package func take(_ request: ErasureRequest, at now: Instant) async throws -> ErasureOutcome {
        for _ in 0..<Self.tries {
            let plan = try await gate.offload { try self.plan(of: request) }
            guard plan.isFree(at: now) else { throw Problem.mustBeKept(until: plan.freeFrom) }
            guard request.isConfirmed else { return .planned(plan) }
            let seeds = plan.steps.map { _ in gate.preparer.random.bytes(count: 32) }
            if let entries = try await gate.write({ try Self.carryOut(plan, seeds, in: $0) }) {
                return .erased(plan, by: entries)
            }
        }
        throw Problem.erasureOvertaken
    }

    private func plan(of request: ErasureRequest) throws -> ErasurePlan {
        try gate.read { reader, feed in
            let contract = try contract(request, reader, feed)
            let insurer = contract.insurer
            let keys = try keys(of: request.party, in: contract, reader)
            var retention = Retention(tables: tables, hasher: gate.hasher)
            var steps: [ErasurePlan.Step] = []
            var places = try reader.sealedPlaces(under: keys, from: 0)
            // Records that were kept aside under the number of any of these contracts may name the person as well.
            places += try records(underNumbersOf: places, insurer, reader)
            for place in places.sorted(by: { $0.index < $1.index }) {
                let entry = try reader.entries([place.index])[0]
                do { try retention.add(entry, insurer: insurer, from: reader) } catch let refusal as Refusal {
                    throw Problem(refusal: .refused(refusal.findings))
                }
                steps += Self.steps(at: place, entry.content, keys)
            }
            guard let freeFrom = retention.freeFrom else { throw Problem.nothingPersonal }
            return ErasurePlan(
                insurer: insurer,
                keys: keys.union(places.filter(\.isRecord).flatMap(\.keys)), steps: steps,
                contracts: retention.contracts.count, freeFrom: freeFrom, notes: retention.remarks.notes,
                treeSize: feed.treeSize)
        }
    }

    /// Records in quarantine, settled or not, that bear the number of a contract that the places are about.
    private func records(underNumbersOf places: [SealedPlace], _ insurer: InsurerCode, _ reader: any RegistryReader)
        throws -> [SealedPlace]
    {
        let numbers = Set(
            try reader.entries(places.map(\.index)).flatMap {
                $0.content.formerNumbers + [$0.content.values[.policyNumber]].compactMap { $0 }
            })
        var indexes: Set<Int64> = []
        for number in numbers {
            // By its own names as well: it may lie apart from the vehicle it names.
            let keys =
                [gate.hasher.key(ofPolicy: number, insurer: insurer)]
                + gate.hasher.reviewKeys(insurer: insurer, sequence: nil, policyNumber: number)
            for key in keys { indexes.formUnion(try reader.vehicleFiles(at: key).flatMap(\.file.entries)) }
        }
        let entries = try reader.entries(indexes.sorted())
        let erasures = Erasures(entries)
        let notes = entries.filter { entry in
            entry.content.event == .quarantine && entry.content.values[.insurer] == insurer.text
                && entry.content.values[.policyNumber].map { numbers.contains($0) } ?? false
        }
        return try reader.sealedPlaces(beside: notes.map(\.index)).filter { place in
            place.isRecord && erasures.ofRecord(place.index) == nil
        }
    }

    /// One for each of the place's sealed values that is under one of the keys.
    private static func steps(at place: SealedPlace, _ content: EntryContent, _ keys: Set<Int64>) -> [ErasurePlan.Step]
    {
        guard !place.isRecord else {
            return place.keys.map { .init(index: place.index, key: $0, file: place.file, fields: nil) }
        }
        return zip(place.keys, content.personalFields(sealedIn: place.keys.count)).compactMap { key, fields in
            keys.contains(key) ? .init(index: place.index, key: key, file: place.file, fields: fields) : nil
        }
    }

    /// A contract as its vehicle's files hold it.
    private struct Contract {
        let insurer: InsurerCode
        /// The report, and everything that changed it.
        let entries: [Entry]
        let erasures: Erasures
    }

    private func contract(
        _ request: ErasureRequest, _ reader: any RegistryReader, _ feed: FeedStatus
    ) throws -> Contract {
        let found = try (request.insurer.map { [$0] } ?? feed.insurers.keys.sorted()).compactMap { insurer in
            let key = gate.hasher.key(ofPolicy: request.policyNumber, insurer: insurer)
            let indexes = Set(try reader.vehicleFiles(at: key).flatMap(\.file.entries))
            let entries = try reader.entries(indexes.sorted())
            guard let policy = PolicyEntries(of: request.policyNumber, insurer: insurer, among: entries) else {
                return nil as Contract?
            }
            return Contract(insurer: insurer, entries: policy.all, erasures: Erasures(entries))
        }
        guard let first = found.first else { throw Problem.policyUnknown }
        guard found.count == 1 else { throw Problem.policyOfSeveralInsurers }
        return first
    }

    /// The keys of the party that are still there.
    private func keys(of party: Party?, in contract: Contract, _ reader: any RegistryReader) throws -> Set<Int64> {
        var keys: [Party: Set<Int64>] = [:]
        var erasedBy: EntryID?
        for place in try reader.sealedPlaces(beside: contract.entries.map(\.index)) where !place.isRecord {
            guard let content = contract.entries.first(where: { $0.index == place.index })?.content else { continue }
            let erased = contract.erasures.beside(place.index)
            for (key, fields) in zip(place.keys, content.personalFields(sealedIn: place.keys.count)) {
                if let entry = fields.lazy.compactMap({ erased[$0] }).first {
                    erasedBy = erasedBy ?? entry
                } else {
                    for party in Set(fields.map { Party(of: $0) }) { keys[party, default: []].insert(key) }
                }
            }
        }
        let (holder, insured) = (keys[.policyholder] ?? [], keys[.insured] ?? [])
        // What both are sealed under is one person's.
        let isOnePerson = holder.isEmpty || insured.isEmpty || !holder.isDisjoint(with: insured)
        let wanted =
            isOnePerson && (party.map { !(keys[$0] ?? []).isEmpty } ?? true)
            ? holder.union(insured) : party.map { keys[$0] ?? [] } ?? []
        guard isOnePerson || party != nil else { throw Problem.partyWanted }
        guard !wanted.isEmpty else { throw erasedBy.map { Problem.alreadyErased(by: $0) } ?? .nothingPersonal }
        return wanted
    }

    /// `nil`, and nothing done, where something came in since the plan was made that it does not know of.
    private static func carryOut(
        _ plan: ErasurePlan, _ seeds: [[UInt8]], in store: some RegistryTransaction
    ) throws -> [EntryID]? {
        guard try store.sealedPlaces(under: plan.keys, from: plan.treeSize).isEmpty else { return nil }
        for file in Set(plan.steps.compactMap(\.file)) {
            let current = try store.file(try OpenFile.current(file, in: store))
            guard current.entries.last.map({ $0 < plan.treeSize }) ?? true else { return nil }
        }
        return try enter(plan.steps, seeds, in: store)
    }

    /// Enters an erasure beside each place, and gives the keys up with the commit.
    private static func enter(
        _ steps: [ErasurePlan.Step], _ seeds: [[UInt8]], in store: some RegistryTransaction
    ) throws -> [EntryID] {
        var entered: [EntryID] = []
        var byFile: [FileID: [Entry]] = [:]
        for (step, seed) in zip(steps, seeds) {
            guard let target = try store.entry(step.index), let insurer = target.content.values[.insurer] else {
                throw RegistryFault.entryMissing(step.index)
            }
            let content = EntryContent.erasure(of: step.fields, beside: target.id, insurer: insurer, seed: seed)
            let file = try step.file.map { try OpenFile.current($0, in: store) }
            let entry = try store.append(content, fieldRoot: nil, personal: [], to: file)
            if let file { byFile[file, default: []].append(entry) }
            entered.append(entry.id)
        }
        for (file, entries) in byFile.sorted(by: { $0.key < $1.key }) {
            var open = try OpenFile([file], in: store)
            try open.refold(with: entries, in: store)
            try open.closeUnshared(entering: [], in: store)
        }
        for key in Set(steps.map(\.key)).sorted() {
            let own = zip(steps, entered).filter { $0.0.key == key }
            guard let first = own.first?.1 else { continue }
            try store.erase(key, at: own.map(\.0.index), by: first.index)
        }
        return entered
    }

    /// Says again what a registry that was restored to an earlier moment does not say any more: that these keys were
    /// given up. To be done before anything is served.
    package static func enterAgain(_ keys: [Int64], through gate: any RegistryGate) async throws {
        guard !keys.isEmpty else { return }
        let random = gate.preparer.random
        _ = try await gate.write { store in
            var steps: [ErasurePlan.Step] = []
            for place in try store.sealedPlaces(under: Set(keys), from: 0).sorted(by: { $0.index < $1.index }) {
                guard let entry = try store.entry(place.index) else { throw RegistryFault.entryMissing(place.index) }
                steps += Self.steps(at: place, entry.content, Set(keys))
            }
            return try enter(steps, steps.map { _ in random.bytes(count: 32) }, in: store)
        }
    }
}
