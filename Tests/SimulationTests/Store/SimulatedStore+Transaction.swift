import Regulation
import TransparencyLog

@testable import Registry

extension SimulatedStore: RegistryTransaction {
    func files(at key: LookupKey) throws -> [FileID] {
        try call()
        return try row(RowKey(.lookups, key.value), as: LookupRow.self)?.files ?? []
    }

    func file(_ id: FileID) throws -> VehicleFile {
        try call()
        let key = RowKey(.folds, id.number)
        guard let fold = try row(key, as: FoldRow.self), let file = VehicleFile(bytes: try opened(fold.sealed, at: key))
        else { throw RegistryFault.fileDamaged(id.number) }
        return file
    }

    func entry(_ index: Int64) throws -> Entry? {
        guard let (bytes, leaf) = try readBack(index) else { return nil }
        guard let content = EntryContent(canonicalBytes: bytes) else { throw RegistryFault.entryDamaged(index) }
        return Entry(id: EntryID(log: log, index: index), committedAt: leaf.committedAt, content: content)
    }

    /// For the one who publishes it.
    func leaf(_ index: Int64) throws -> Leaf {
        guard let leaf = try readBack(index)?.leaf else { throw RegistryFault.entryMissing(index) }
        return leaf
    }

    /// As the rim reads: opened, hashed again from the stored bytes, compared with the leaf.
    private func readBack(_ index: Int64) throws -> (bytes: [UInt8], leaf: Leaf)? {
        try call()
        let key = RowKey(.entries, index)
        guard let row = try row(key, as: EntryRow.self) else { return nil }
        let bytes = try opened(row.content, at: key)
        guard let root = FieldRoot.of(canonicalBytes: bytes) else { throw RegistryFault.entryDamaged(index) }
        let leaf = Leaf(committedAt: row.committedAt, fieldRoot: root)
        guard leaf.hash == row.leaf || carelessness == .believesEntries else {
            throw RegistryFault.entryDamaged(index)
        }
        return (bytes, leaf)
    }

    func file(ofEntry index: Int64) throws -> FileID? {
        try row(RowKey(.entries, index), as: EntryRow.self)?.file
    }

    func append(_ content: EntryContent, fieldRoot: Hash?, personal: [SealedPersonalValues], to file: FileID?) throws
        -> Entry
    {
        try call()
        let entry = Entry(id: EntryID(log: log, index: feed.treeSize), committedAt: committedAt, content: content)
        let key = RowKey(.entries, entry.index)
        let leaf = Leaf(committedAt: committedAt, fieldRoot: fieldRoot ?? content.fieldRoot)
        put(
            EntryRow(
                committedAt: committedAt, leaf: leaf.hash, file: file,
                content: try sealed(content.canonicalBytes, at: key), personal: personal), at: key)
        feed.treeSize += 1
        feed.lastCommittedAt = committedAt
        return entry
    }

    func newFile() throws -> FileID {
        try call()
        return takeFileNumber()
    }

    func store(_ file: VehicleFile, as id: FileID) throws {
        try call()
        let key = RowKey(.folds, id.number)
        if carelessness == .skipsFolds, bytes(key) != nil, isSkipped() { return }
        put(FoldRow(sealed: try sealed(file.bytes, at: key)), at: key)
    }

    func enter(_ keys: [LookupKey], for file: FileID) throws {
        try call()
        for key in carelessness == .skipsLookups ? keys.dropLast() : keys[...] {
            let place = RowKey(.lookups, key.value)
            var row = try row(place, as: LookupRow.self) ?? LookupRow(files: [])
            guard !row.files.contains(file) else { continue }
            row.files = (row.files + [file]).sorted()
            put(row, at: place)
        }
    }

    func report(insurer: InsurerCode, sequence: Int64) throws -> ReportMark? {
        try call()
        if carelessness == .forgetsReports { return nil }
        return try row(RowKey(.reports, "\(insurer.text)#\(sequence)"), as: MarkRow.self)?.mark
    }

    func report(insurer: InsurerCode, digest: LookupKey) throws -> ReportMark? {
        try call()
        if carelessness == .forgetsReports { return nil }
        return try row(RowKey(.digests, "\(insurer.text)/\(digest.value)"), as: MarkRow.self)?.mark
    }

    func remember(_ mark: ReportMark, insurer: InsurerCode, sequence: Int64?, digest: LookupKey) throws {
        try call()
        let key =
            sequence.map { RowKey(.reports, "\(insurer.text)#\($0)") }
            ?? RowKey(.digests, "\(insurer.text)/\(digest.value)")
        put(MarkRow(mark: mark), at: key)
        change(insurer) { state in
            state.accepted += 1
            state.lastAcceptedAt = committedAt
            if let sequence { state.sequences.insert(sequence) }
        }
    }

    func hasOpenQuarantine(_ insurer: InsurerCode) throws -> Bool { feed.insurers[insurer]?.openQuarantine != 0 }

    func quarantineNote(insurer: InsurerCode, digest: LookupKey) throws -> Int64? {
        try call()
        if carelessness == .forgetsNotes { return nil }
        return try row(RowKey(.notes, "\(insurer.text)/\(digest.value)"), as: NoteRow.self)?.index
    }

    func keepQuarantined(
        _ row: SealedPersonalValues?, insurer: InsurerCode, sequence: Int64?, digest: LookupKey, index: Int64
    ) throws {
        try call()
        put(
            NoteRow(index: index, row: row, isSettled: false), at: RowKey(.notes, "\(insurer.text)/\(digest.value)"))
        put(NotePlaceRow(insurer: insurer, digest: digest), at: RowKey(.notePlaces, index))
        change(insurer) { state in
            state.openQuarantine += 1
            if let sequence { state.sequences.insert(sequence) }
        }
    }

    func settleQuarantine(index: Int64) throws {
        try call()
        guard let place = try row(RowKey(.notePlaces, index), as: NotePlaceRow.self) else { return }
        let key = RowKey(.notes, "\(place.insurer.text)/\(place.digest.value)")
        guard var note = try row(key, as: NoteRow.self) else { throw UnreadableRow() }
        note.isSettled = true
        put(note, at: key)
        change(place.insurer) { $0.openQuarantine -= 1 }
    }

    func state(reportedThrough: Instant, by insurer: InsurerCode) throws {
        try call()
        change(insurer) { state in
            let known = carelessness == .lowersWatermarks ? nil : state.reportedThrough
            state.reportedThrough = max(known ?? .distantPast, min(reportedThrough, committedAt))
        }
    }

    func enrol(_ insurer: InsurerCode, name: String) throws {
        feed.insurers[insurer] = FeedStatus.Insurer(name: name)
        change(insurer) { _ in }
    }

    /// No simulated clerk opens an account.
    func store(_ credential: Credential) throws {}

    func remembered(request: LookupKey) throws -> (digest: LookupKey, response: [UInt8])? {
        try call()
        let key = RowKey(.replies, request.value)
        guard carelessness != .forgetsReplies, let reply = try row(key, as: ReplyRow.self) else { return nil }
        return (reply.digest, try opened(reply.response, at: key))
    }

    func remember(request: LookupKey, digest: LookupKey, response: [UInt8]) throws {
        try call()
        let key = RowKey(.replies, request.value)
        put(ReplyRow(digest: digest, response: try sealed(response, at: key)), at: key)
    }

    private func change(_ insurer: InsurerCode, _ body: (inout FeedStatus.Insurer) -> Void) {
        guard var state = feed.insurers[insurer] else { return }
        body(&state)
        feed.insurers[insurer] = state
        put(InsurerRow(insurer: state), at: RowKey(.insurers, insurer.text))
    }
}
