import GRDB
import Registry
import Regulation
import TransparencyLog

/// Every statement the writer runs, in one place, in the subset SQLite and PostgreSQL share.
final class WriterStatements {
    private let selectFiles, selectFold, selectEntry, selectFileOfEntry: SQLiteStatement
    private let selectReport, selectDigest, selectNote, selectQuarantine, selectRequest: SQLiteStatement
    private let insertEntry, storeFile, insertLookup, insertReport, insertDigest: SQLiteStatement
    private let insertQuarantine, insertQuarantinePosition, settle, storeInsurer, insertRequest: SQLiteStatement
    private let insertCredential, insertMerge, insertErasure: SQLiteStatement
    private let checks: RowCheck

    init(_ database: Database, checks: RowCheck) throws {
        self.checks = checks
        func prepare(_ sql: String) throws -> SQLiteStatement { try SQLiteStatement(database, sql) }
        selectFiles = try prepare("SELECT file FROM lookups WHERE lookup = ? ORDER BY shard, file LIMIT ?")
        selectFold = try prepare("SELECT fold FROM files WHERE shard = ? AND file = ?")
        selectEntry = try prepare("SELECT committed_at, leaf, content FROM entries WHERE shard = ? AND position = ?")
        selectFileOfEntry = try prepare("SELECT file FROM entries WHERE shard = ? AND position = ?")
        selectReport = try prepare("SELECT position, digest FROM reports WHERE insurer = ? AND sequence = ?")
        selectDigest = try prepare("SELECT position FROM report_digests WHERE digest = ? AND insurer = ?")
        selectNote = try prepare("SELECT position FROM quarantine WHERE insurer = ? AND digest = ?")
        selectQuarantine = try prepare("SELECT insurer, digest FROM quarantine_positions WHERE position = ?")
        selectRequest = try prepare("SELECT digest, committed_at, response FROM idempotency WHERE request = ?")
        insertEntry = try prepare(
            "INSERT INTO entries (shard, position, file, committed_at, leaf, content, personal) "
                + "VALUES (?, ?, ?, ?, ?, ?, ?)"
        )
        storeFile = try prepare(
            "INSERT INTO files (shard, file, fold) VALUES (?, ?, ?) "
                + "ON CONFLICT (file) DO UPDATE SET fold = excluded.fold"
        )
        insertLookup = try prepare(
            "INSERT INTO lookups (lookup, shard, file) VALUES (?, ?, ?) ON CONFLICT (lookup, shard, file) DO NOTHING")
        insertReport = try prepare(
            "INSERT INTO reports (insurer, sequence, position, digest, row_check) VALUES (?, ?, ?, ?, ?)")
        insertDigest = try prepare(
            "INSERT INTO report_digests (digest, insurer, position, row_check) VALUES (?, ?, ?, ?)")
        insertQuarantine = try prepare(
            "INSERT INTO quarantine (insurer, digest, position, key_number, record, row_check, settled) "
                + "VALUES (?, ?, ?, ?, ?, ?, 0)")
        insertQuarantinePosition = try prepare(
            "INSERT INTO quarantine_positions (position, insurer, digest) VALUES (?, ?, ?)")
        settle = try prepare("UPDATE quarantine SET settled = 1 WHERE insurer = ? AND digest = ?")
        storeInsurer = try prepare(
            """
            INSERT INTO insurers
            (insurer, name, reported_through, last_accepted_at, accepted, open_quarantine, sequences, row_check)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (insurer) DO UPDATE SET name = excluded.name,
            reported_through = excluded.reported_through, last_accepted_at = excluded.last_accepted_at,
            accepted = excluded.accepted, open_quarantine = excluded.open_quarantine, sequences = excluded.sequences,
            row_check = excluded.row_check
            """)
        insertRequest = try prepare(
            "INSERT INTO idempotency (request, digest, committed_at, response) VALUES (?, ?, ?, ?)")
        insertMerge = try prepare(
            "INSERT INTO merges (shard, absorbed, file, merged_at) VALUES (?, ?, ?, ?) "
                + "ON CONFLICT (shard, absorbed) DO NOTHING")
        insertErasure = try prepare(
            "INSERT INTO erasures (key_number, erased_by, was, row_check) VALUES (?, ?, ?, ?) "
                + "ON CONFLICT (key_number) DO UPDATE SET erased_by = excluded.erased_by, was = excluded.was, "
                + "row_check = excluded.row_check")
        insertCredential = try prepare(
            "INSERT INTO credentials (key_hash, role, holder, name, created_at, row_check) VALUES (?, ?, ?, ?, ?, ?)")
    }

    // MARK: reading

    func files(at key: LookupKey, first count: Int64) throws -> [FileID] {
        var found: [FileID] = []
        selectFiles.bind(1, key.value)
        selectFiles.bind(2, count)
        try selectFiles.rows { found.append(FileID($0.int(0))) }
        return found
    }

    func fold(_ shard: Int64, _ file: FileID) throws -> [UInt8]? {
        var found: [UInt8]?
        selectFold.bind(1, shard)
        selectFold.bind(2, file.number)
        try selectFold.rows { found = $0.bytes(0) }
        return found
    }

    func entry(_ shard: Int64, _ index: Int64) throws -> EntryRow? {
        var found: EntryRow?
        selectEntry.bind(1, shard)
        selectEntry.bind(2, index)
        try selectEntry.rows { found = EntryRow(committedAt: $0.int(0), leaf: $0.bytes(1), content: $0.bytes(2)) }
        return found
    }

    func file(_ shard: Int64, ofEntry index: Int64) throws -> FileID? {
        var found: FileID?
        selectFileOfEntry.bind(1, shard)
        selectFileOfEntry.bind(2, index)
        try selectFileOfEntry.rows { found = $0.optionalInt(0).map(FileID.init) }
        return found
    }

    func report(_ insurer: InsurerCode, sequence: Int64) throws -> ReportMark? {
        var found: ReportMark?
        selectReport.bind(1, insurer.text)
        selectReport.bind(2, sequence)
        try selectReport.rows { found = ReportMark(index: $0.int(0), digest: LookupKey($0.int(1))) }
        return found
    }

    func report(_ insurer: InsurerCode, digest: LookupKey) throws -> ReportMark? {
        var found: ReportMark?
        selectDigest.bind(1, digest.value)
        selectDigest.bind(2, insurer.text)
        try selectDigest.rows { found = ReportMark(index: $0.int(0), digest: digest) }
        return found
    }

    func quarantineNote(_ insurer: InsurerCode, _ digest: LookupKey) throws -> Int64? {
        var found: Int64?
        selectNote.bind(1, insurer.text)
        selectNote.bind(2, digest.value)
        try selectNote.rows { found = $0.int(0) }
        return found
    }

    func remembered(_ request: LookupKey) throws -> (digest: LookupKey, committedAt: Int64, response: [UInt8])? {
        var found: (LookupKey, Int64, [UInt8])?
        selectRequest.bind(1, request.value)
        try selectRequest.rows { found = (LookupKey($0.int(0)), $0.int(1), $0.bytes(2)) }
        return found
    }

    // MARK: writing

    func append(_ shard: Int64, _ entry: Entry, leaf: Hash, file: FileID?, content: [UInt8], personal: [UInt8]?) throws
    {
        insertEntry.bind(1, shard)
        insertEntry.bind(2, entry.index)
        insertEntry.bind(3, file?.number)
        insertEntry.bind(4, entry.committedAt.milliseconds)
        leaf.withUnsafeBytes { insertEntry.bind(5, $0) }
        insertEntry.bind(6, content)
        insertEntry.bind(7, personal)
        try insertEntry.run()
    }

    func store(_ shard: Int64, _ file: FileID, _ fold: [UInt8]) throws {
        storeFile.bind(1, shard)
        storeFile.bind(2, file.number)
        storeFile.bind(3, fold)
        try storeFile.run()
    }

    func noteMerge(_ shard: Int64, of absorbed: FileID, into file: FileID, at moment: Instant) throws {
        insertMerge.bind(1, shard)
        insertMerge.bind(2, absorbed.number)
        insertMerge.bind(3, file.number)
        insertMerge.bind(4, moment.milliseconds)
        try insertMerge.run()
    }

    func noteErasure(of key: Int64, by entry: Int64?, was: [UInt8]) throws {
        insertErasure.bind(1, key)
        insertErasure.bind(2, entry)
        insertErasure.bind(3, was)
        insertErasure.bind(4, checks.erasure(of: key, by: entry, was: was))
        try insertErasure.run()
    }

    func enter(_ key: LookupKey, _ shard: Int64, _ file: FileID) throws {
        insertLookup.bind(1, key.value)
        insertLookup.bind(2, shard)
        insertLookup.bind(3, file.number)
        try insertLookup.run()
    }

    func remember(_ mark: ReportMark, _ insurer: InsurerCode, sequence: Int64) throws {
        insertReport.bind(1, insurer.text)
        insertReport.bind(2, sequence)
        insertReport.bind(3, mark.index)
        insertReport.bind(4, mark.digest.value)
        insertReport.bind(5, checks.report(mark))
        try insertReport.run()
    }

    func remember(_ mark: ReportMark, _ insurer: InsurerCode, digest: LookupKey) throws {
        insertDigest.bind(1, digest.value)
        insertDigest.bind(2, insurer.text)
        insertDigest.bind(3, mark.index)
        insertDigest.bind(4, checks.reportDigest(digest, index: mark.index))
        try insertDigest.run()
    }

    func quarantine(_ insurer: InsurerCode, _ digest: LookupKey, index: Int64, row: SealedPersonalValues?) throws {
        insertQuarantine.bind(1, insurer.text)
        insertQuarantine.bind(2, digest.value)
        insertQuarantine.bind(3, index)
        insertQuarantine.bind(4, row?.keyNumber)
        insertQuarantine.bind(5, row?.bytes)
        insertQuarantine.bind(6, checks.quarantine(index, digest, keyNumber: row?.keyNumber))
        try insertQuarantine.run()
        insertQuarantinePosition.bind(1, index)
        insertQuarantinePosition.bind(2, insurer.text)
        insertQuarantinePosition.bind(3, digest.value)
        try insertQuarantinePosition.run()
    }

    /// The insurer whose record it was.
    func settleQuarantine(index: Int64) throws -> InsurerCode? {
        var found: (insurer: String, digest: Int64)?
        selectQuarantine.bind(1, index)
        try selectQuarantine.rows { found = ($0.text(0), $0.int(1)) }
        guard let found else { return nil }
        settle.bind(1, found.insurer)
        settle.bind(2, found.digest)
        try settle.run()
        return InsurerCode(found.insurer)
    }

    func write(_ insurer: FeedStatus.Insurer, _ code: InsurerCode) throws {
        storeInsurer.bind(1, code.text)
        storeInsurer.bind(2, insurer.name)
        storeInsurer.bind(3, insurer.reportedThrough?.milliseconds)
        storeInsurer.bind(4, insurer.lastAcceptedAt?.milliseconds)
        storeInsurer.bind(5, insurer.accepted)
        storeInsurer.bind(6, insurer.openQuarantine)
        storeInsurer.bind(7, insurer.sequences.bytes)
        storeInsurer.bind(8, checks.insurer(code.text, insurer))
        try storeInsurer.run()
    }

    func remember(_ request: LookupKey, _ digest: LookupKey, at moment: Instant, response: [UInt8]) throws {
        insertRequest.bind(1, request.value)
        insertRequest.bind(2, digest.value)
        insertRequest.bind(3, moment.milliseconds)
        insertRequest.bind(4, response)
        try insertRequest.run()
    }

    func store(_ credential: Credential) throws {
        insertCredential.bind(1, credential.keyHash)
        insertCredential.bind(2, credential.role.rawValue)
        insertCredential.bind(3, credential.holder.text)
        insertCredential.bind(4, credential.name)
        insertCredential.bind(5, credential.createdAt.milliseconds)
        insertCredential.bind(6, checks.credential(credential))
        try insertCredential.run()
    }
}
