package import Regulation
package import TransparencyLog

/// Files by what they are found by.
package protocol FileLookup {
    /// When what is being looked up for is committed.
    var committedAt: Instant { get }

    /// Every file that was ever entered under this key.
    func files(at key: LookupKey) throws -> [FileID]
    /// The same; `nil` where there are more than `most`, whose number then costs nothing.
    func files(at key: LookupKey, atMost most: Int) throws -> [FileID]?
    func file(_ id: FileID) throws -> VehicleFile
}

extension FileLookup {
    /// A store that cannot stop counting reads them all.
    package func files(at key: LookupKey, atMost most: Int) throws -> [FileID]? {
        let found = try files(at: key)
        return found.count > most ? nil : found
    }
}

/// What the desk needs of a store inside one transaction. Everything written here becomes durable together or not at
/// all, and reads see the transaction's own writes.
package protocol RegistryTransaction: AnyObject, FileLookup, SealedPlaces {
    var log: LogName { get }
    /// The commit time of this transaction; never earlier than any before it.
    var committedAt: Instant { get }

    func entry(_ index: Int64) throws -> Entry?
    func file(ofEntry index: Int64) throws -> FileID?

    /// Puts an entry at the end of the log.
    func append(_ content: EntryContent, fieldRoot: Hash?, personal: [SealedPersonalValues], to file: FileID?) throws
        -> Entry
    func newFile() throws -> FileID
    func store(_ file: VehicleFile, as id: FileID) throws
    func enter(_ keys: [LookupKey], for file: FileID) throws

    func report(insurer: InsurerCode, sequence: Int64) throws -> ReportMark?
    func report(insurer: InsurerCode, digest: LookupKey) throws -> ReportMark?
    func remember(_ mark: ReportMark, insurer: InsurerCode, sequence: Int64?, digest: LookupKey) throws

    /// Whether any of the insurer's records is still in quarantine; saves looking for what an accepted record settles.
    func hasOpenQuarantine(_ insurer: InsurerCode) throws -> Bool
    func quarantineNote(insurer: InsurerCode, digest: LookupKey) throws -> Int64?
    /// Keeps a record aside. Its number in the insurer's sequence, where it can be read, is not missing: it waits.
    func keepQuarantined(
        _ row: SealedPersonalValues?, insurer: InsurerCode, sequence: Int64?, digest: LookupKey, index: Int64) throws
    func settleQuarantine(index: Int64) throws

    /// Moves an insurer's watermark; it never goes back.
    func state(reportedThrough: Instant, by insurer: InsurerCode) throws
    /// Makes an insurer known, or renames it.
    func enrol(_ insurer: InsurerCode, name: String) throws
    func store(_ credential: Credential) throws

    /// Gives up a person's key and what is sealed under it at these places: when this transaction is durable, so is
    /// that they are gone. The entry says so.
    func erase(_ key: Int64, at places: [Int64], by entry: Int64) throws

    /// The answer an idempotency key was given before; its digest tells whether the request was the same.
    func remembered(request: LookupKey) throws -> (digest: LookupKey, response: [UInt8])?
    func remember(request: LookupKey, digest: LookupKey, response: [UInt8]) throws
}

extension RegistryTransaction {
    /// A store that does not count is always asked.
    package func hasOpenQuarantine(_ insurer: InsurerCode) throws -> Bool { true }
}

/// What the answering side reads. One call sees one state of the store.
package protocol RegistryReader: SealedPlaces {
    /// The files entered under a key, merged ones followed to where they went.
    func vehicleFiles(at key: LookupKey) throws -> [(id: FileID, file: VehicleFile)]
    /// The same; `nil` where more than `most` were entered, none of which is opened then.
    func vehicleFiles(at key: LookupKey, atMost most: Int) throws -> [(id: FileID, file: VehicleFile)]?
    /// Entries in the given order.
    func entries(_ indexes: [Int64]) throws -> [Entry]
    /// How many entries had been committed by a moment.
    func treeSize(at moment: Instant) throws -> Int64
}

extension RegistryReader {
    /// A store that cannot stop counting opens them all.
    package func vehicleFiles(at key: LookupKey, atMost most: Int) throws -> [(id: FileID, file: VehicleFile)]? {
        let found = try vehicleFiles(at: key)
        return found.count > most ? nil : found
    }
}

/// That a record was taken in: the entry it made, and its digest.
package struct ReportMark: Equatable, Sendable {
    package let index: Int64
    package let digest: LookupKey
    package init(index: Int64, digest: LookupKey) {
        self.index = index
        self.digest = digest
    }
}

/// The registry's store as the ways in see it: many read, one writes, looks are kept.
package protocol RegistryGate: Sendable {
    var hasher: KeyedHasher { get }
    var preparer: SubmissionPreparer { get }
    var signer: NoteSigner { get }
    var clock: any Clock { get }
    /// How far the feeds are, as of the last commit.
    var feed: FeedStatus { get }
    /// How many folds did not open since the start, and were made anew from their entries.
    var foldsRebuilt: Int { get }
    /// Why nothing can be written, when that is so.
    var stopReason: String? { get }

    /// The log as it is published; `nil` for a store that publishes none.
    var publishedLog: (any PublishedLog)? { get }

    /// Reads one state of the store, which holds everything acknowledged before; with the feeds as of that state.
    func read<Value>(_ body: (any RegistryReader, FeedStatus) throws -> Value) throws -> Value
    /// Runs in the writer's next transaction; returns when it is durable.
    func write<Value: Sendable>(_ body: @escaping @Sendable (any RegistryTransaction) throws -> Value) async throws
        -> Value
    /// Hands work to the writer at once, so that works handed over one after the other are done in that order; the task
    /// ends when it is durable.
    func enqueue<Value: Sendable>(_ body: @escaping @Sendable (any RegistryTransaction) throws -> Value)
        -> Task<Value, any Error>
    /// Runs long work away from the threads that answer.
    func offload<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value

    func credential(keyHash: [UInt8]) throws -> Credential?
    func credentials() throws -> [Credential]

    /// Notes a look for the next batch, at most a second away. When it throws, the look may not be answered.
    func note(_ look: Look) throws
    /// Returns when the look is on the disk.
    func record(_ look: Look) async throws
}

/// The key store: one data key for each person an insurer reports, so that one person can be forgotten.
package protocol PersonKeys: Sendable {
    /// The person's key, made on first use.
    func key(of person: LookupKey) throws -> PersonKey
}

/// A person's data key, unwrapped.
package struct PersonKey: Sendable {
    package let number: Int64
    /// 32 bytes.
    package let bytes: [UInt8]

    package init(number: Int64, bytes: [UInt8]) {
        self.number = number
        self.bytes = bytes
    }
}

/// Random bytes from the rim; nothing below it draws its own.
package protocol RandomSource: Sendable {
    func bytes(count: Int) -> [UInt8]
}

/// The clock of the rim.
package protocol Clock: Sendable {
    var now: Instant { get }
}
