import Registry
import Regulation
import TransparencyLog

/// A registry's store on a simulated disk. What a transaction writes lies in `pending` until the commit moves it to
/// the disk, whole or not at all.
final class SimulatedStore {
    /// What the store says of a call that failed for no reason of ours.
    struct CallFailed: Error {}

    let log = LogName.main
    private(set) var committedAt: Instant = .distantPast
    var feed = FeedStatus()
    /// The calls that still go through; `nil` when all do.
    var callsLeft: Int?
    private(set) var disk: SimulatedDisk
    let carelessness: Carelessness?
    private(set) var pending: [RowKey: [UInt8]] = [:]
    private var sealer = StandInSealer()
    private var nextFile: Int64 = 1
    private var foldsStored = 0

    /// Opens what the disk holds.
    init(_ disk: SimulatedDisk, carelessness: Carelessness? = nil) throws {
        self.disk = disk
        self.carelessness = carelessness
        for key in disk.keys(.insurers) {
            if let code = InsurerCode(key.name) { feed.insurers[code] = try row(key, as: InsurerRow.self)?.insurer }
        }
        while let row = try row(RowKey(.entries, feed.treeSize), as: EntryRow.self) {
            feed.treeSize += 1
            feed.lastCommittedAt = row.committedAt
        }
        nextFile = (disk.keys(.folds).compactMap { Int64($0.name) }.max() ?? 0) + 1
    }

    // MARK: one group of jobs

    func begin(at now: Instant) {
        committedAt = carelessness == .followsClockBack ? now : max(now, feed.lastCommittedAt)
    }

    /// What a job that fails must leave as it was.
    struct Savepoint {
        fileprivate let pending: [RowKey: [UInt8]]
        fileprivate let feed: FeedStatus
        fileprivate let nextFile: Int64
    }

    var savepoint: Savepoint { Savepoint(pending: pending, feed: feed, nextFile: nextFile) }

    func rollBack(to savepoint: Savepoint) {
        pending = savepoint.pending
        feed = savepoint.feed
        nextFile = savepoint.nextFile
    }

    func commit() {
        disk.commit(pending)
        pending.removeAll()
    }

    func tear(keeping share: Int) { disk.tear(pending, keeping: share) }

    /// Damage and repair happen to the disk, whatever the store is doing.
    func withDisk(_ body: (inout SimulatedDisk) throws -> Void) rethrows { try body(&disk) }

    // MARK: rows

    func call() throws {
        guard let left = callsLeft else { return }
        guard left > 0 else { throw CallFailed() }
        callsLeft = left - 1
    }

    func bytes(_ key: RowKey) -> [UInt8]? { pending[key] ?? disk.bytes(key) }

    func row<Value: Row>(_ key: RowKey, as type: Value.Type = Value.self) throws -> Value? {
        try bytes(key).map { try Value($0) }
    }

    func put(_ value: some Row, at key: RowKey) { pending[key] = value.bytes }

    func opened(_ sealed: [UInt8], at key: RowKey) throws -> [UInt8] { try sealer.open(sealed, at: key) }

    func sealed(_ plain: [UInt8], at key: RowKey) throws -> [UInt8] { try sealer.seal(plain, at: key) }

    func takeFileNumber() -> FileID {
        defer { nextFile += 1 }
        return FileID(nextFile)
    }

    /// Whether this fold is one of those that a careless store passes over.
    func isSkipped() -> Bool {
        foldsStored += 1
        return foldsStored % 4 == 0
    }
}
