import Foundation
import GRDB
import Registry
import Synchronization

/// The one thread that writes. Jobs that wait together share one transaction and one sync to disk; each is answered
/// only after that sync.
final class GroupCommitter: Sendable {
    /// A unit of work: runs inside the transaction, is told afterwards whether it is durable.
    struct Job: Sendable {
        let run: @Sendable (SQLiteTransaction) throws -> Void
        let finished: @Sendable (Result<Void, any Error>) -> Void
    }

    private struct State {
        var waiting: [Job] = []
        var isClosing = false
        var stopReason: String?
        var isDone = false
    }

    /// Jobs beyond this are turned away at once instead of being made to wait.
    static let mostWaiting = 4096
    private static let mostTogether = 512

    private let state = Mutex(State())
    private let condition = NSCondition()
    private let database: DatabaseQueue
    private let log: WALKeeper
    private let transaction: UnsafeTransfer<SQLiteTransaction>
    private let keys: KeyStore
    /// Noted as given up, and not yet gone; used on the writer's thread alone.
    private let erasing = UnsafeTransfer(KeysToErase())
    private let clock: any Registry.Clock
    /// Called before the write-ahead log is to start over.
    private let letReadersGo: @Sendable () -> Void

    init(
        database: DatabaseQueue, transaction: SQLiteTransaction, keys: KeyStore,
        clock: any Registry.Clock, letReadersGo: @escaping @Sendable () -> Void
    ) {
        self.database = database
        log = WALKeeper(database)
        self.transaction = UnsafeTransfer(transaction)
        self.keys = keys
        self.clock = clock
        self.letReadersGo = letReadersGo
    }

    /// Begins to write; `published` is told of every commit when it is durable, before those who wait for it.
    func start(published: @escaping @Sendable (FeedStatus) -> Void) {
        let thread = Thread { [self] in work(published) }
        thread.name = "writer"
        thread.start()
    }

    /// Takes no more writes, for a reason that people have to look at.
    func stop(reason: String) { state.withLock { $0.stopReason = $0.stopReason ?? reason } }

    /// Hands a job over; refused at once when the store has stopped, is closing or is overloaded.
    func submit(_ job: Job) {
        let refusal: RegistryFault? = state.withLock { state in
            if let reason = state.stopReason { return .stopped(reason: reason) }
            if state.isClosing { return .stopped(reason: "closing") }
            guard state.waiting.count < Self.mostWaiting else { return .overloaded }
            state.waiting.append(job)
            return nil
        }
        if let refusal { return job.finished(.failure(refusal)) }
        condition.lock()
        condition.signal()
        condition.unlock()
    }

    /// Finishes what waits and ends the thread.
    func close() {
        state.withLock { $0.isClosing = true }
        condition.lock()
        condition.broadcast()
        while !(state.withLock { $0.isDone }) { condition.wait() }
        condition.unlock()
    }

    var stopReason: String? { state.withLock { $0.stopReason } }

    private func work(_ published: (FeedStatus) -> Void) {
        while let jobs = next() { commit(jobs, published) }
        state.withLock { $0.isDone = true }
        condition.lock()
        condition.broadcast()
        condition.unlock()
    }

    private func next() -> [Job]? {
        condition.lock()
        defer { condition.unlock() }
        while true {
            let (jobs, closing): ([Job], Bool) = state.withLock { state in
                let count = min(Self.mostTogether, state.waiting.count)
                let jobs = Array(state.waiting.prefix(count))
                state.waiting.removeFirst(count)
                return (jobs, state.isClosing)
            }
            if !jobs.isEmpty { return jobs }
            if closing { return nil }
            condition.wait()
        }
    }

    private func commit(_ jobs: [Job], _ published: (FeedStatus) -> Void) {
        if let reason = stopReason {
            for job in jobs { job.finished(.failure(RegistryFault.stopped(reason: reason))) }
            return
        }
        var outcomes: [Result<Void, any Error>] = []
        let before = transaction.value.mark
        do {
            try database.inDatabase { database in
                try database.execute(sql: "BEGIN IMMEDIATE")
                transaction.value.begin(at: clock.now)
                for (number, job) in jobs.enumerated() {
                    transaction.value.job = number
                    outcomes.append(try run(job, in: database))
                }
                try transaction.value.finish()
                // Keys first: an entry whose key is not on the disk could never be read again.
                try keys.flush()
                try database.execute(sql: "COMMIT")
            }
        } catch {
            let fault = StorageFault.from(error)
            abandon(before, after: fault)
            for job in jobs { job.finished(.failure(fault)) }
            return
        }
        eraseKeys(&outcomes)
        published(transaction.value.feed)
        for (job, outcome) in zip(jobs, outcomes) { job.finished(outcome) }
        do {
            try database.inDatabase { database in
                try log.checkpointIfGrown(
                    database, underLoad: !state.withLock { $0.waiting.isEmpty }, letReadersGo: letReadersGo)
            }
        } catch { stop(after: StorageFault.from(error)) }
    }

    /// Gives up the keys that the group, or one before it, noted as given up. Whoever asked for it is told that it is
    /// done when it is: a full disk is tried again with the next group, and everything at the next start.
    private func eraseKeys(_ outcomes: inout [Result<Void, any Error>]) {
        let noted = transaction.value.takeErasing()
        let numbers = erasing.value.numbers + noted.keys
        guard !numbers.isEmpty else { return }
        do {
            try keys.erase(numbers)
            erasing.value.numbers = []
            try keys.purge()
        } catch {
            let fault = StorageFault.from(error)
            if case RegistryFault.diskFull = fault {} else { stop(reason: "persons' keys: \(fault)") }
            erasing.value.numbers = numbers
            for job in noted.jobs where outcomes.indices.contains(job) { outcomes[job] = .failure(fault) }
        }
    }

    /// One job inside a savepoint: what it wrote is undone when it fails, and the others go on.
    private func run(_ job: Job, in database: Database) throws -> Result<Void, any Error> {
        let mark = transaction.value.mark
        try database.execute(sql: "SAVEPOINT job")
        do {
            try job.run(transaction.value)
            try database.execute(sql: "RELEASE job")
            return .success(())
        } catch {
            let fault = StorageFault.from(error)
            if isFatal(fault) { throw fault }
            try database.execute(sql: "ROLLBACK TO job")
            try database.execute(sql: "RELEASE job")
            transaction.value.rollBack(to: mark)
            return .failure(fault)
        }
    }

    private func isFatal(_ error: any Error) -> Bool {
        switch error {
        case RegistryFault.diskFull, RegistryFault.stopped: true
        default: false
        }
    }

    /// Undoes the whole group. After anything but a full disk the store stops: a failed sync may have lost what the
    /// kernel had already taken, and trying again would report success for it.
    private func abandon(_ before: SQLiteTransaction.Mark, after fault: any Error) {
        do {
            try database.inDatabase { database in
                if database.isInsideTransaction { try database.execute(sql: "ROLLBACK") }
            }
        } catch { stop(after: RegistryFault.stopped(reason: "rollback failed")) }
        transaction.value.rollBack(to: before)
        stop(after: fault)
    }

    private func stop(after fault: any Error) {
        if case RegistryFault.stopped(let reason) = fault { stop(reason: reason) }
    }
}

private final class KeysToErase {
    var numbers: [Int64] = []
}
