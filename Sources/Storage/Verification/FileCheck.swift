import Registry
import Regulation

/// Checks a vehicle's file against its entries: every entry opens and hashes to its leaf, its personal values fit, and
/// the fold is the one the entries make.
struct FileCheck: Sendable {
    let log: LogName
    let sealer: RowSealer
    let wrapping: KeyWrapping
    let hasher: KeyedHasher

    init(master: MasterKey) {
        let random = SystemRandom()
        log = .main
        sealer = RowSealer(master: master, random: random)
        wrapping = KeyWrapping(master: master, random: random)
        hasher = KeyedHasher(key: master.derived("look-ups"))
    }

    /// What the file's entries make beside the file.
    struct Result: Sendable {
        var keys: [EnteredKey] = []
        var traces: [EntryTrace] = []
        /// Entries whose personal values were erased.
        var erased = 0
    }

    /// Throws the first divergence.
    func check(_ stored: StoredFile, isShared: (LookupKey) throws -> Bool) throws -> Result {
        var result = Result()
        guard stored.fold.mergedInto == nil else {
            try checkForwarding(stored)
            return result
        }
        guard stored.merges.into(stored.id) == nil else { throw Divergence.mergeDiffers(stored.id.number) }
        guard !stored.entries.isEmpty else { throw Divergence.foldUnfounded(stored.id.number) }
        let family = stored.merges.family(of: stored.id)
        var placed: [FileReplay.Placed] = []
        placed.reserveCapacity(stored.entries.count)
        var lost: [(index: Int64, values: LostValues)] = []
        for row in stored.entries {
            let (entry, values) = try open(row, keys: stored.keys)
            lost.append((entry.index, values))
            if !values.erased.isEmpty { result.erased += 1 }
            guard let file = row.file, family.contains(file) else { throw Divergence.entryOutsideFile(row.position) }
            placed.append(.init(entry: entry, file: file))
            if let trace = EntryTrace(entry) { result.traces.append(trace) }
        }
        let erasures = Erasures(placed.map(\.entry))
        for one in lost { try one.values.check(against: erasures.beside(one.index), at: one.index) }
        let merges = try merges(of: stored)
        let replay = try FileReplay(placed, merges: merges, hasher: hasher, isShared: isShared)
        guard Self.agrees(stored.bytes, with: replay.file) else { throw Divergence.foldDiffers(stored.id.number) }
        result.keys = replay.keys
        return result
    }

    /// The keys that a file's entries make, for a row that leads to it. The entries are looked at by `check`.
    func keys(of stored: StoredFile, isShared: (LookupKey) throws -> Bool) throws -> [EnteredKey] {
        let placed = try stored.entries.map { one in
            guard let file = one.file, let time = Instant(milliseconds: one.row.committedAt),
                let bytes = try? sealer.open(one.row.content, .entries, row: one.position),
                let content = EntryContent(canonicalBytes: bytes)
            else { throw Divergence.entryUnreadable(one.position) }
            let entry = Entry(id: EntryID(log: log, index: one.position), committedAt: time, content: content)
            return FileReplay.Placed(entry: entry, file: file)
        }
        return try FileReplay(placed, merges: stored.fold.merges, hasher: hasher, isShared: isShared).keys
    }

    private func checkForwarding(_ stored: StoredFile) throws {
        var forwarding = VehicleFile()
        forwarding.mergedInto = stored.merges.into(stored.id)
        guard forwarding.mergedInto != nil, forwarding.mergedInto == stored.fold.mergedInto,
            stored.entries.isEmpty, Self.agrees(stored.bytes, with: forwarding)
        else { throw Divergence.mergeDiffers(stored.id.number) }
    }

    /// A fold of another version is made anew when it is next used, and is no damage.
    private static func agrees(_ stored: [UInt8], with file: VehicleFile) -> Bool {
        let bytes = file.bytes
        return stored.first != bytes.first || stored == bytes
    }

    /// The entry of a row, which opens and hashes to its leaf.
    func entry(_ stored: StoredEntry) throws -> Entry {
        guard stored.shard == 0 else { throw Divergence.entryUnreadable(stored.position) }
        do {
            return try EntryRow.entry(stored.row, index: stored.position, log: log, sealer: sealer)
        } catch StorageFault.damaged { throw Divergence.entryUnreadable(stored.position) } catch {
            throw Divergence.leafDiffers(stored.position)
        }
    }

    /// The same, with its personal values held against it; which of them can be opened by nobody any more.
    func open(_ stored: StoredEntry, keys: [Int64: StoredKey]) throws -> (entry: Entry, lost: LostValues) {
        let entry = try entry(stored)
        guard let sealed = stored.personal.map({ SealedPersonalValues.decode($0) }) ?? [] else {
            throw Divergence.personalValuesDiffer(stored.position)
        }
        switch PersonalValuesCheck.outcome(of: sealed, beside: entry.content, key: { key($0, among: keys) }) {
        case .fits(let erased, let awaiting, let left):
            return (entry, LostValues(erased: erased, awaiting: awaiting, left: left))
        case .changed: throw Divergence.personalValuesDiffer(stored.position)
        }
    }

    func key(_ number: Int64, among keys: [Int64: StoredKey]) -> PersonalValuesCheck.Key {
        guard let stored = keys[number] else { return .missing }
        // What remains of a key that was erased is its number.
        if stored.wrapped.isEmpty, stored.person.value == 0 { return .erased(isAwaiting: stored.isAwaitingEntry) }
        guard let key = try? wrapping.unwrap(stored.wrapped, number: number, person: stored.person) else {
            return .missing
        }
        return .there(key)
    }

    private func merges(of stored: StoredFile) throws -> [FileMerge] {
        if stored.fold.merges.isEmpty, stored.merges.isEmpty { return [] }
        var held: [FileID: [Int64]] = [:]
        for entry in stored.entries { if let file = entry.file { held[file, default: []].append(entry.position) } }
        guard let merges = stored.merges.merges(of: stored.id, entries: held).map({ stored.fold.ordered($0) }),
            merges == stored.fold.merges
        else { throw Divergence.mergeDiffers(stored.id.number) }
        return merges
    }
}

extension VehicleFile {
    /// These merges in the order in which the file has them, where they are the same: merges of one moment have no
    /// order of their own.
    func ordered(_ merges: [FileMerge]) -> [FileMerge] {
        func sorted(_ merges: [FileMerge]) -> [FileMerge] { merges.sorted { $0.from < $1.from } }
        return sorted(merges) == sorted(self.merges) ? self.merges : merges
    }
}
