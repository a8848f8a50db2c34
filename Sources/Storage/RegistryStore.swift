import Crypto
import Dispatch
import FoundationEssentials
import GRDB
package import Registry
import Regulation
import Synchronization
package import TransparencyLog

/// The embedded store: one directory, one writer, many readers. Everything the registry knows is in here.
package final class RegistryStore: RegistryGate {
    package let directory: DataDirectory
    package let hasher: KeyedHasher
    package let preparer: SubmissionPreparer
    package let signer: NoteSigner
    package let clock: any Registry.Clock
    package let audit: AuditTrail
    /// The guess limits as they were kept last.
    package let guessLimits: SealedFile
    /// Folds that did not open and were made anew.
    private let rebuilt: RebuiltFolds
    private let committer: GroupCommitter
    private let database: DatabaseQueue
    private let readers: ReaderPool
    private let keys: KeyStore
    private let published: PublishedFeed
    private let log: LogPublisher?
    /// Where uploads are read and sealed, so that they never hold up a question.
    private let bench = DispatchQueue(label: "bench", qos: .utility, attributes: .concurrent)

    /// Opens what is there; `create` also makes a new registry. `masterKeyPath` overrides the key in the directory.
    /// Entries are published to `logStore`, when there is one, as long as this value is open.
    package init(
        directory: DataDirectory, create: Bool, masterKeyPath: String? = nil,
        logStore: (any LogStore & Sendable)? = nil,
        clock: any Registry.Clock = SystemClock()
    ) throws {
        self.directory = directory
        self.clock = clock
        guard create || FileManager.default.fileExists(atPath: directory.registryPath) else {
            throw StorageFault.unreadable(path: directory.path, reason: "no registry here")
        }
        let master = try MasterKey(
            path: masterKeyPath ?? directory.masterKeyPath, mayCreate: create && masterKeyPath == nil)
        let random = SystemRandom()
        hasher = KeyedHasher(key: master.derived("look-ups"))
        signer = try master.signer(name: LogName.main.origin)
        keys = try KeyStore(path: directory.keysPath, master: master, random: random)
        preparer = SubmissionPreparer(hasher: hasher, personKeys: keys, random: random)
        let sealer = RowSealer(master: master, random: random)
        let rebuilt = RebuiltFolds()
        self.rebuilt = rebuilt
        database = try Connection.writer(directory.registryPath, cacheKiB: 81_920)
        try Migrations.registry(sealer).migrate(database)
        // A crash may have come between the commit that says so and this.
        try keys.erase(database.read { try ErasureRows.checked($0, by: sealer.checks) })
        try keys.purge()
        let transaction = UnsafeTransfer(
            try database.read { [keys] in
                try SQLiteTransaction($0, log: .main, sealer: sealer, rebuilt: rebuilt) { try keys.identity(of: $0) }
            })
        try Self.checkMasterKey(transaction.value)
        published = PublishedFeed(transaction.value.feed)
        readers = ReaderPool(
            path: directory.registryPath, log: .main, sealer: sealer, published: published, rebuilt: rebuilt)
        guessLimits = SealedFile(path: directory.guessLimitsPath, .guessLimits, sealer: sealer)
        audit = try AuditTrail(path: directory.auditPath)
        committer = GroupCommitter(
            database: database, transaction: transaction.value, keys: keys, clock: clock,
            letReadersGo: { [readers] in readers.letGo() })
        log = try logStore.map { [committer, published, readers, signer] store in
            try LogPublisher(
                log: .main, signer: signer, source: StoredLeaves(published: published, readers: readers), store: store,
                stopped: { committer.stop(reason: "the log: \($0)") })
        }
        committer.start { [published, log] feed in
            published.store(feed)
            log?.wake()
        }
        try readers.read { _ in }
    }

    /// With another key every vehicle would look unknown. One entry that opens shows it right; both ends are tried,
    /// since one may be damaged.
    private static func checkMasterKey(_ transaction: SQLiteTransaction) throws {
        let size = transaction.feed.treeSize
        guard size > 0 else { return }
        let opens = [0, size - 1].contains { index in (try? transaction.entry(index)) != nil }
        guard opens else { throw StorageFault.wrongKey }
    }

    /// How far the feeds are, as of the last commit.
    package var feed: FeedStatus { published.load() }

    package var foldsRebuilt: Int { rebuilt.count }

    /// Writes folds anew that did not open when they were read; which ones.
    package func heal() async throws -> [FileID] {
        let files = rebuilt.waiting
        guard !files.isEmpty else { return [] }
        try await write { store in for id in files { try store.store(store.file(id), as: id) } }
        rebuilt.healed(files)
        return files
    }

    /// Keys that were given up and of which no entry says so: of a registry that was restored to an earlier moment.
    package func erasuresAwaitingEntry() throws -> [Int64] {
        try database.read { try ErasureRows.stored($0).filter { $0.entry == nil }.map(\.key) }
    }

    /// Takes what is left of keys given up out of the write-ahead log, where a reader was in the way before.
    package func purgeKeys() throws { try keys.purge() }

    /// Why nothing can be written, when that is so.
    package var stopReason: String? { committer.stopReason }

    /// Takes no more writes, for a reason that people have to look at.
    package func stop(reason: String) { committer.stop(reason: reason) }

    package var publishedLog: (any PublishedLog)? { log }

    package func read<Value>(_ body: (any RegistryReader, FeedStatus) throws -> Value) throws -> Value {
        try readers.read { try body($0, $0.feed) }
    }

    /// Runs a job in the writer's next transaction; returns when it is durable.
    package func write<Value: Sendable>(_ body: @escaping @Sendable (any RegistryTransaction) throws -> Value)
        async throws -> Value
    {
        try await submit(body).value
    }

    package func enqueue<Value: Sendable>(_ body: @escaping @Sendable (any RegistryTransaction) throws -> Value)
        -> Task<Value, any Error>
    {
        let promise = submit(body)
        return Task { try await promise.value }
    }

    private func submit<Value: Sendable>(_ body: @escaping @Sendable (any RegistryTransaction) throws -> Value)
        -> Promise<Value>
    {
        let promise = Promise<Value>()
        let result = ResultBox<Value>()
        committer.submit(
            GroupCommitter.Job(
                run: { result.value = try body($0) },
                finished: { outcome in
                    switch (outcome, result.value) {
                    case (.success, let value?): promise.keep(.success(value))
                    case (.failure(let error), _): promise.keep(.failure(error))
                    case (.success, nil): promise.keep(.failure(RegistryFault.stopped(reason: "no result")))
                    }
                }))
        return promise
    }

    package func offload<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            bench.async { continuation.resume(with: Result { try body() }) }
        }
    }

    package func note(_ look: Look) throws { try audit.note(look) }

    package func record(_ look: Look) async throws { try await offload { [audit] in try audit.record(look) } }

    package func credentials() throws -> [Credential] { try readers.read { try $0.credentials() } }

    /// Finds the holder of a key by its hash.
    package func credential(keyHash: [UInt8]) throws -> Credential? {
        try readers.read { reader in try reader.credential(keyHash: keyHash) }
    }

    /// Writes what waits. The connections close with this value: one whose statements are still prepared cannot be
    /// closed before them.
    package func close() throws {
        committer.close()
        log?.close()
        try audit.flush()
        keys.emptyLog()
        audit.emptyLog()
        readers.letGo()
        WALKeeper.empty(database)
    }
}

/// Carries a job's result from the writer's thread to the one that waits.
private final class ResultBox<Value: Sendable>: @unchecked Sendable {
    // Unchecked because the writer's thread writes before it calls `finished`, which alone reads.
    var value: Value?
}
