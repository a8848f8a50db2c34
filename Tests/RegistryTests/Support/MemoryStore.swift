import Registry
import Regulation
import TransparencyLog

/// A registry's store in memory. Entries and folds pass through their bytes, as on a disk, so that every test of the
/// desk is one of them too.
final class MemoryStore: RegistryTransaction, RegistryReader {
    let log = LogName.main
    var committedAt: Instant = .distantPast
    private(set) var feed = FeedStatus()

    struct Note: Equatable {
        let insurer: InsurerCode
        let digest: LookupKey
        var isSettled = false
    }

    private(set) var rows: [(committedAt: Instant, content: [UInt8], leaf: Hash, file: FileID?)] = []
    private(set) var folds: [FileID: [UInt8]] = [:]
    private(set) var lookups: [LookupKey: Set<FileID>] = [:]
    private var nextFile: Int64 = 1
    private var places: [SealedPlace] = []
    /// Keys given up, with the entry that said so.
    private(set) var erased: [Int64: Int64] = [:]
    private var sequences: [InsurerCode: [Int64: ReportMark]] = [:]
    private var digests: [InsurerCode: [LookupKey: ReportMark]] = [:]
    private(set) var notes: [Int64: Note] = [:]
    private var requests: [LookupKey: (digest: LookupKey, response: [UInt8])] = [:]
    private(set) var credentials: [Credential] = []
    /// How many files were opened so far.
    private(set) var filesOpened = 0

    // MARK: transaction

    func files(at key: LookupKey) throws -> [FileID] { (lookups[key] ?? []).sorted() }

    func file(_ id: FileID) throws -> VehicleFile {
        filesOpened += 1
        guard let file = folds[id].flatMap({ VehicleFile(bytes: $0) }) else {
            throw RegistryFault.fileDamaged(id.number)
        }
        return file
    }

    /// Stops at the first too many, as a database does.
    func vehicleFiles(at key: LookupKey, atMost most: Int) throws -> [(id: FileID, file: VehicleFile)]? {
        (lookups[key]?.count ?? 0) > most ? nil : try vehicleFiles(at: key)
    }

    /// As a store that never knew of these keys.
    func forget(_ keys: [LookupKey]) { for key in keys { lookups[key] = nil } }

    func entry(_ index: Int64) throws -> Entry? {
        guard rows.indices.contains(Int(index)) else { return nil }
        let row = rows[Int(index)]
        guard let content = EntryContent(canonicalBytes: row.content) else { throw RegistryFault.entryDamaged(index) }
        let entry = Entry(id: EntryID(log: log, index: index), committedAt: row.committedAt, content: content)
        guard entry.leaf.hash == row.leaf else { throw RegistryFault.entryDamaged(index) }
        return entry
    }

    func file(ofEntry index: Int64) throws -> FileID? {
        rows.indices.contains(Int(index)) ? rows[Int(index)].file : nil
    }

    func append(_ content: EntryContent, fieldRoot: Hash?, personal: [SealedPersonalValues], to file: FileID?) throws
        -> Entry
    {
        let entry = Entry(id: EntryID(log: log, index: feed.treeSize), committedAt: committedAt, content: content)
        let leaf = Leaf(committedAt: committedAt, fieldRoot: fieldRoot ?? content.fieldRoot)
        rows.append((committedAt, content.canonicalBytes, leaf.hash, file))
        if !personal.isEmpty {
            places.append(
                SealedPlace(index: entry.index, file: file, keys: personal.map(\.keyNumber), isRecord: false))
        }
        feed.treeSize += 1
        feed.lastCommittedAt = committedAt
        return entry
    }

    func newFile() throws -> FileID {
        defer { nextFile += 1 }
        return FileID(nextFile)
    }

    func store(_ file: VehicleFile, as id: FileID) throws { folds[id] = file.bytes }

    func enter(_ keys: [LookupKey], for file: FileID) throws {
        for key in keys { lookups[key, default: []].insert(file) }
    }

    func report(insurer: InsurerCode, sequence: Int64) throws -> ReportMark? { sequences[insurer]?[sequence] }

    func report(insurer: InsurerCode, digest: LookupKey) throws -> ReportMark? { digests[insurer]?[digest] }

    func remember(_ mark: ReportMark, insurer: InsurerCode, sequence: Int64?, digest: LookupKey) throws {
        feed.insurers[insurer]?.accepted += 1
        feed.insurers[insurer]?.lastAcceptedAt = committedAt
        if let sequence {
            sequences[insurer, default: [:]][sequence] = mark
            feed.insurers[insurer]?.sequences.insert(sequence)
        } else {
            digests[insurer, default: [:]][digest] = mark
        }
    }

    func hasOpenQuarantine(_ insurer: InsurerCode) throws -> Bool { feed.insurers[insurer]?.openQuarantine != 0 }

    func quarantineNote(insurer: InsurerCode, digest: LookupKey) throws -> Int64? {
        notes.first { $0.value.insurer == insurer && $0.value.digest == digest }?.key
    }

    func keepQuarantined(
        _ row: SealedPersonalValues?, insurer: InsurerCode, sequence: Int64?, digest: LookupKey, index: Int64
    ) throws {
        feed.insurers[insurer]?.openQuarantine += 1
        if let sequence { feed.insurers[insurer]?.sequences.insert(sequence) }
        notes[index] = Note(insurer: insurer, digest: digest)
        if let row {
            places.append(
                SealedPlace(index: index, file: rows[Int(index)].file, keys: [row.keyNumber], isRecord: true))
        }
    }

    func settleQuarantine(index: Int64) throws {
        guard let note = notes[index] else { return }
        notes[index]?.isSettled = true
        feed.insurers[note.insurer]?.openQuarantine -= 1
    }

    func state(reportedThrough: Instant, by insurer: InsurerCode) throws {
        let known = feed.insurers[insurer]?.reportedThrough ?? .distantPast
        feed.insurers[insurer]?.reportedThrough = max(known, reportedThrough)
    }

    func enrol(_ insurer: InsurerCode, name: String) throws {
        if feed.insurers[insurer] == nil { feed.insurers[insurer] = FeedStatus.Insurer(name: name) }
    }

    func store(_ credential: Credential) throws { credentials.append(credential) }

    func remembered(request: LookupKey) throws -> (digest: LookupKey, response: [UInt8])? { requests[request] }

    func remember(request: LookupKey, digest: LookupKey, response: [UInt8]) throws {
        requests[request] = (digest, response)
    }

    func erase(_ key: Int64, at places: [Int64], by entry: Int64) throws { erased[key] = entry }

    // MARK: reader

    func sealedPlaces(beside indexes: [Int64]) throws -> [SealedPlace] {
        indexes.flatMap { index in places.filter { $0.index == index } }
    }

    func sealedPlaces(under keys: Set<Int64>, from index: Int64) throws -> [SealedPlace] {
        places.filter { $0.index >= index && !keys.isDisjoint(with: $0.keys) }
    }

    func vehicleFiles(at key: LookupKey) throws -> [(id: FileID, file: VehicleFile)] {
        var found: [FileID: VehicleFile] = [:]
        for id in try files(at: key) {
            var current = id
            while let next = try file(current).mergedInto { current = next }
            found[current] = try file(current)
        }
        return found.sorted { $0.key < $1.key }.map { (id: $0.key, file: $0.value) }
    }

    func entries(_ indexes: [Int64]) throws -> [Entry] {
        try indexes.map { index in
            guard let entry = try entry(index) else { throw RegistryFault.entryMissing(index) }
            return entry
        }
    }

    func treeSize(at moment: Instant) throws -> Int64 { Int64(rows.count { $0.committedAt <= moment }) }
}

extension MemoryStore {
    /// Files that were not merged into another, by number.
    var livingFiles: [(id: FileID, file: VehicleFile)] {
        get throws {
            try folds.keys.sorted().map { (id: $0, file: try file($0)) }.filter { $0.file.mergedInto == nil }
        }
    }

    func openQuarantine(of insurer: InsurerCode) -> Int64 { feed.insurers[insurer]?.openQuarantine ?? 0 }
}
