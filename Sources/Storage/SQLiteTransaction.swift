import GRDB
package import Registry
package import Regulation
package import TransparencyLog

/// The registry's transaction on SQLite: the statements of one writing connection, and what one group commit gathers.
package final class SQLiteTransaction: RegistryTransaction {
    package let log: LogName
    package private(set) var committedAt: Instant = .distantPast
    /// Feed state as of this transaction; published when it commits.
    var feed: FeedStatus

    private let sealer: RowSealer
    private let rebuilt: RebuiltFolds
    /// The connection this transaction's statements belong to; used on the writer's thread alone, as they are.
    private let database: Database
    private let statements: WriterStatements
    /// What tells a person's key from others of its number.
    private let keyIdentity: (Int64) throws -> [UInt8]?
    private let shard: Int64 = 0
    private var nextFile: Int64
    /// Folds of this group of commits as they stand, so that a vehicle met again costs no decryption.
    private var recent: [FileID: VehicleFile] = [:]
    private var touched: Set<InsurerCode> = []
    /// Keys that this group gives up; they go when it is durable.
    private(set) var erasing: [(key: Int64, job: Int)] = []
    /// Which job of the group is being done.
    var job = 0
    /// Keys given up since the start. What was sealed under one before that can no longer be taken in.
    private var erased: Set<Int64> = []

    init(
        _ database: Database, log: LogName, sealer: RowSealer, rebuilt: RebuiltFolds,
        keyIdentity: @escaping (Int64) throws -> [UInt8]?
    ) throws {
        self.keyIdentity = keyIdentity
        self.log = log
        self.sealer = sealer
        self.rebuilt = rebuilt
        self.database = database
        statements = try WriterStatements(database, checks: sealer.checks)
        feed = try FeedTable.read(database)
        nextFile = (try Int64.fetchOne(database, sql: "SELECT MAX(file) FROM files WHERE shard = 0") ?? 0) + 1
        let last = try Row.fetchOne(
            database, sql: "SELECT position, committed_at FROM entries WHERE shard = 0 ORDER BY position DESC LIMIT 1")
        feed.treeSize = (last?["position"] as Int64? ?? -1) + 1
        feed.lastCommittedAt = (last?["committed_at"] as Int64?).flatMap { Instant(milliseconds: $0) } ?? .distantPast
    }

    // MARK: life of one group

    func begin(at now: Instant) { committedAt = max(now, feed.lastCommittedAt) }

    /// What must be put back when a job fails.
    struct Mark {
        let feed: FeedStatus
        let nextFile: Int64
        let touched: Set<InsurerCode>
        let erasing: [(key: Int64, job: Int)]
    }

    var mark: Mark { Mark(feed: feed, nextFile: nextFile, touched: touched, erasing: erasing) }

    func rollBack(to mark: Mark) {
        feed = mark.feed
        nextFile = mark.nextFile
        touched = mark.touched
        erased.subtract(erasing.dropFirst(mark.erasing.count).map(\.key))
        erasing = mark.erasing
        recent.removeAll(keepingCapacity: true)
    }

    /// Writes what the group gathered, before its commit.
    func finish() throws {
        for code in touched.sorted() {
            if let insurer = feed.insurers[code] { try statements.write(insurer, code) }
        }
        touched.removeAll(keepingCapacity: true)
        if recent.count > 20_000 { recent.removeAll(keepingCapacity: true) }
    }

    /// The keys to be given up now that the group is durable.
    func takeErasing() -> (keys: [Int64], jobs: Set<Int>) {
        defer { erasing = [] }
        return (erasing.map(\.key), Set(erasing.map(\.job)))
    }

    // MARK: reading

    package func files(at key: LookupKey) throws -> [FileID] { try statements.files(at: key, first: .max) }

    package func files(at key: LookupKey, atMost most: Int) throws -> [FileID]? {
        let found = try statements.files(at: key, first: Int64(most) + 1)
        return found.count > most ? nil : found
    }

    package func file(_ id: FileID) throws -> VehicleFile {
        if let file = recent[id] { return file }
        guard let sealed = try statements.fold(shard, id) else { throw RegistryFault.fileDamaged(id.number) }
        let file = try open(sealed, id)
        recent[id] = file
        return file
    }

    private func open(_ sealed: [UInt8], _ id: FileID) throws -> VehicleFile {
        if let bytes = try? sealer.open(sealed, .files, row: id.number), let file = VehicleFile(bytes: bytes) {
            return file
        }
        let rebuilder = FoldRebuilder(database: database, shard: shard, sealer: sealer, rebuilt: rebuilt) { index in
            guard let entry = try self.entry(index) else { throw RegistryFault.entryMissing(index) }
            return entry
        }
        return try rebuilder.file(id, stored: sealed)
    }

    package func entry(_ index: Int64) throws -> Entry? {
        guard let row = try statements.entry(shard, index) else { return nil }
        return try EntryRow.entry(row, index: index, log: log, sealer: sealer)
    }

    package func file(ofEntry index: Int64) throws -> FileID? { try statements.file(shard, ofEntry: index) }

    package func report(insurer: InsurerCode, sequence: Int64) throws -> ReportMark? {
        try statements.report(insurer, sequence: sequence)
    }

    package func report(insurer: InsurerCode, digest: LookupKey) throws -> ReportMark? {
        try statements.report(insurer, digest: digest)
    }

    package func hasOpenQuarantine(_ insurer: InsurerCode) -> Bool {
        (feed.insurers[insurer]?.openQuarantine ?? 0) > 0
    }

    package func quarantineNote(insurer: InsurerCode, digest: LookupKey) throws -> Int64? {
        try statements.quarantineNote(insurer, digest)
    }

    // MARK: writing

    package func append(
        _ content: EntryContent, fieldRoot: Hash?, personal: [SealedPersonalValues], to file: FileID?
    ) throws -> Entry {
        try checkKeys(personal)
        let entry = Entry(id: EntryID(log: log, index: feed.treeSize), committedAt: committedAt, content: content)
        let leaf = Leaf(committedAt: committedAt, fieldRoot: fieldRoot ?? content.fieldRoot)
        try statements.append(
            shard, entry, leaf: leaf.hash, file: file,
            content: try sealer.seal(content.canonicalBytes, .entries, row: entry.index),
            personal: personal.isEmpty ? nil : SealedPersonalValues.encode(personal))
        feed.treeSize += 1
        feed.lastCommittedAt = committedAt
        return entry
    }

    /// A record may have been made ready under a key that was given up before its turn came.
    private func checkKeys(_ values: [SealedPersonalValues]) throws {
        guard !erased.isEmpty, values.contains(where: { erased.contains($0.keyNumber) }) else { return }
        throw RegistryFault.keyErased
    }

    package func newFile() throws -> FileID {
        defer { nextFile += 1 }
        return FileID(nextFile)
    }

    package func store(_ file: VehicleFile, as id: FileID) throws {
        recent[id] = file
        try statements.store(shard, id, try sealer.seal(file.bytes, .files, row: id.number))
        if let into = file.mergedInto { try statements.noteMerge(shard, of: id, into: into, at: committedAt) }
    }

    package func enter(_ keys: [LookupKey], for file: FileID) throws {
        for key in keys { try statements.enter(key, shard, file) }
    }

    package func remember(_ mark: ReportMark, insurer: InsurerCode, sequence: Int64?, digest: LookupKey) throws {
        touched.insert(insurer)
        feed.insurers[insurer]?.accepted += 1
        feed.insurers[insurer]?.lastAcceptedAt = committedAt
        if let sequence {
            try statements.remember(mark, insurer, sequence: sequence)
            feed.insurers[insurer]?.sequences.insert(sequence)
        } else {
            try statements.remember(mark, insurer, digest: digest)
        }
    }

    package func keepQuarantined(
        _ row: SealedPersonalValues?, insurer: InsurerCode, sequence: Int64?, digest: LookupKey, index: Int64
    ) throws {
        try checkKeys(row.map { [$0] } ?? [])
        touched.insert(insurer)
        feed.insurers[insurer]?.openQuarantine += 1
        if let sequence { feed.insurers[insurer]?.sequences.insert(sequence) }
        try statements.quarantine(insurer, digest, index: index, row: row)
    }

    package func settleQuarantine(index: Int64) throws {
        guard let insurer = try statements.settleQuarantine(index: index) else { return }
        touched.insert(insurer)
        feed.insurers[insurer]?.openQuarantine -= 1
    }

    // MARK: beside records

    /// Moves an insurer's watermark; it never goes back.
    package func state(reportedThrough: Instant, by insurer: InsurerCode) {
        touched.insert(insurer)
        let known = feed.insurers[insurer]?.reportedThrough ?? .distantPast
        feed.insurers[insurer]?.reportedThrough = max(known, min(reportedThrough, committedAt))
    }

    /// Makes an insurer known, or renames it.
    package func enrol(_ insurer: InsurerCode, name: String) {
        touched.insert(insurer)
        var known = FeedStatus.Insurer(name: name)
        if let earlier = feed.insurers[insurer] {
            known.reportedThrough = earlier.reportedThrough
            known.lastAcceptedAt = earlier.lastAcceptedAt
            known.accepted = earlier.accepted
            known.openQuarantine = earlier.openQuarantine
            known.sequences = earlier.sequences
        }
        feed.insurers[insurer] = known
    }

    /// The answer an idempotency key was given before; its digest tells whether the request was the same.
    package func remembered(request: LookupKey) throws -> (digest: LookupKey, response: [UInt8])? {
        guard let found = try statements.remembered(request) else { return nil }
        let columns = [found.digest.value, found.committedAt]
        return (
            found.digest, try sealer.open(found.response, .idempotency, row: request.value, columns: columns)
        )
    }

    package func remember(request: LookupKey, digest: LookupKey, response: [UInt8]) throws {
        let sealed = try sealer.seal(
            response, .idempotency, row: request.value, columns: [digest.value, committedAt.milliseconds])
        try statements.remember(request, digest, at: committedAt, response: sealed)
    }

    package func store(_ credential: Credential) throws { try statements.store(credential) }

    package func erase(_ key: Int64, at places: [Int64], by entry: Int64) throws {
        for place in places { try StoredPlaces(database: database).empty(place, of: key) }
        try statements.noteErasure(of: key, by: entry, was: try keyIdentity(key) ?? [])
        erasing.append((key, job))
        erased.insert(key)
    }

    package func sealedPlaces(beside indexes: [Int64]) throws -> [SealedPlace] {
        try StoredPlaces(database: database).beside(indexes)
    }

    package func sealedPlaces(under keys: Set<Int64>, from index: Int64) throws -> [SealedPlace] {
        try StoredPlaces(database: database).under(keys, from: index)
    }
}
