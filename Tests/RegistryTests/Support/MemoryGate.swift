import Crypto
import Registry
import Regulation
import Synchronization
import TransparencyLog

/// The registry's gate over a store in memory; one caller at a time. `@unchecked`: the store is touched under the
/// lock only.
final class MemoryGate: RegistryGate, @unchecked Sendable {
    let hasher: KeyedHasher
    let preparer: SubmissionPreparer
    let signer: NoteSigner
    let clock: any Clock
    let stopReason: String? = nil
    let foldsRebuilt = 0
    let publishedLog: (any PublishedLog)?
    private let store: MemoryStore
    private let lock = Mutex<Void>(())
    private let noted = Mutex<[Look]>([])

    init(_ workbench: Workbench, publishing log: (any PublishedLog)? = nil) throws {
        publishedLog = log
        hasher = workbench.hasher
        preparer = workbench.preparer
        store = workbench.store
        clock = FixedClock(now: workbench.now)
        signer = NoteSigner(
            name: "xubao/main",
            key: try Curve25519.Signing.PrivateKey(rawRepresentation: [UInt8](repeating: 9, count: 32)))
        store.committedAt = workbench.now
    }

    var looks: [Look] { noted.withLock { $0 } }

    var feed: FeedStatus { lock.withLock { _ in store.feed } }

    func read<Value>(_ body: (any RegistryReader, FeedStatus) throws -> Value) throws -> Value {
        try body(store, feed)
    }

    func write<Value: Sendable>(_ body: @escaping @Sendable (any RegistryTransaction) throws -> Value) async throws
        -> Value
    {
        try lock.withLock { _ in try body(store) }
    }

    /// Done at once, so in the order in which it was handed over.
    func enqueue<Value: Sendable>(_ body: @escaping @Sendable (any RegistryTransaction) throws -> Value)
        -> Task<Value, any Error>
    {
        let result = Result { try lock.withLock { _ in try body(store) } }
        return Task { try result.get() }
    }

    func offload<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value { try body() }

    func credential(keyHash: [UInt8]) throws -> Credential? { try credentials().first { $0.keyHash == keyHash } }

    func credentials() throws -> [Credential] { lock.withLock { _ in store.credentials } }

    func note(_ look: Look) { noted.withLock { $0.append(look) } }

    func record(_ look: Look) async throws { note(look) }
}
