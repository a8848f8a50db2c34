import GRDB
import Registry
import Regulation
import TransparencyLog

/// Goes along the entries in log order, without opening them: none is missing, no commit time falls, and their leaves
/// are those that were published.
struct EntryWalk {
    /// How many entries there are.
    private(set) var count: Int64 = 0
    /// Entries that lie in no file.
    private(set) var loose: [Int64] = []
    /// The size of the checkpoint, and how many files of the log were compared.
    private(set) var published: Int64 = 0
    private(set) var files: Int64 = 0

    private var audit: LogAudit

    /// Without a checkpoint there is still what was kept elsewhere.
    init(log: (any PublishedLog)?, at checkpoint: Checkpoint?, known: KnownStatements) {
        audit = LogAudit(
            log ?? UnpublishedLog(),
            at: checkpoint ?? Checkpoint(origin: LogName.main.origin, size: 0, root: MerkleTree.emptyRoot()),
            known: known, comparesBundles: true)
        published = audit.checkpoint.size
    }

    /// Goes on to the last entry whatever the log says, and then throws the first divergence.
    mutating func run(_ database: Database, progress: (Int64) -> Void) throws {
        let findings = Findings()
        var agrees = true
        var last = Int64.min
        let select = try SQLiteStatement(
            database, "SELECT position, file, committed_at, leaf FROM entries ORDER BY position", checksTypes: true)
        try select.rows { row in
            let index = row.int(0)
            guard index == count else { throw Divergence.entryMissing(count) }
            count += 1
            if row.optionalInt(1) == nil { loose.append(index) }
            let time = row.int(2)
            if time < last { findings.add(Divergence.timeFell(index)) }
            last = time
            guard let leaf = Hash(bytes: row.bytes(3)), let committedAt = Instant(milliseconds: time) else {
                findings.add(Divergence.leafDiffers(index))
                agrees = false
                return
            }
            guard agrees else { return }
            agrees = try findings.collect { try audit.add(leaf, committedAt: committedAt) } != nil
            if count % 4096 == 0 { progress(count) }
        }
        if agrees { try findings.collect { try audit.finish() } }
        files = audit.files
        try findings.throwFirst()
    }
}

/// Stands where nothing is published.
private struct UnpublishedLog: PublishedLog {
    func checkpoint() throws -> SignedCheckpoint { throw LogFault.notPublished }
    func tile(_ coordinate: TileCoordinate) throws -> [UInt8]? { nil }
}
