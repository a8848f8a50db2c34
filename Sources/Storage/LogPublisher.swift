import Foundation
import Registry
import Synchronization
import TransparencyLog

/// Publishes the log behind the commits, on a thread of its own and less than a second later.
///
/// A full disk is waited for. After anything else nothing more is signed: what cannot be read back as it was committed,
/// or was published by somebody else, is for people to look at.
final class LogPublisher: PublishedLog, Sendable {
    private struct State {
        var isBehind = true
        var isClosing = false
        var isDone = false
        var latest: SignedCheckpoint?
    }

    /// Commits within this many seconds share a checkpoint.
    private static let gathering = 0.2
    /// Seconds until a full disk is tried again.
    private static let patience = 1.0

    private let state: Mutex<State>
    private let condition = NSCondition()
    private let store: any LogStore & Sendable
    private let sequencer: UnsafeTransfer<SequencerBox>
    /// Told, once, why nothing more is published.
    private let stopped: @Sendable (any Error) -> Void

    /// Throws where the log as it was published and the registry contradict each other.
    init(
        log: LogName, signer: NoteSigner, source: StoredLeaves, store: any LogStore & Sendable,
        stopped: @escaping @Sendable (any Error) -> Void
    ) throws {
        let sequencer = try LogSequencer(log: log, signer: signer, source: source, store: store)
        state = Mutex(State(latest: sequencer.published))
        self.store = store
        self.sequencer = UnsafeTransfer(SequencerBox(sequencer))
        self.stopped = stopped
        let thread = Thread { [self] in work() }
        thread.name = "log"
        thread.start()
    }

    func checkpoint() throws -> SignedCheckpoint {
        guard let latest = state.withLock({ $0.latest }) else { throw LogFault.notPublished }
        return latest
    }

    func witnessedCheckpoint() throws -> String? { try store.witnessedCheckpoint() }

    func tile(_ coordinate: TileCoordinate) throws -> [UInt8]? { try store.tile(coordinate) }

    /// Something was committed.
    func wake() {
        let wasBehind = state.withLock { state in
            defer { state.isBehind = true }
            return state.isBehind
        }
        if !wasBehind { signal() }
    }

    /// Publishes what is left and ends the thread.
    func close() {
        state.withLock { $0.isClosing = true }
        condition.lock()
        condition.broadcast()
        while !(state.withLock { $0.isDone }) { condition.wait() }
        condition.unlock()
    }

    private func signal() {
        condition.lock()
        condition.broadcast()
        condition.unlock()
    }

    private func work() {
        while next() {
            do {
                state.withLock { $0.isBehind = false }
                try publish()
            } catch {
                let fault = StorageFault.from(error)
                guard case RegistryFault.diskFull = fault else {
                    stopped(fault)
                    break
                }
                state.withLock { $0.isBehind = true }
                if state.withLock({ $0.isClosing }) { break }
                wait(Self.patience)
            }
        }
        state.withLock { $0.isDone = true }
        signal()
    }

    /// Waits until there is something to publish; `false` when there is nothing and never will be.
    private func next() -> Bool {
        condition.lock()
        while true {
            let (isBehind, isClosing) = state.withLock { ($0.isBehind, $0.isClosing) }
            if isBehind { break }
            guard !isClosing else {
                condition.unlock()
                return false
            }
            condition.wait()
        }
        condition.unlock()
        // The first checkpoint of a start is not kept waiting.
        if state.withLock({ $0.latest != nil }) { wait(Self.gathering) }
        return true
    }

    /// Lets time pass, unless the directory is being closed.
    private func wait(_ seconds: Double) {
        let end = Date(timeIntervalSinceNow: seconds)
        condition.lock()
        while !(state.withLock { $0.isClosing }), condition.wait(until: end) {}
        condition.unlock()
    }

    private func publish() throws {
        guard let checkpoint = try sequencer.value.sequencer.publish() else { return }
        state.withLock { $0.latest = checkpoint }
    }
}

/// Lets the thread that publishes keep its sequencer.
private final class SequencerBox {
    var sequencer: LogSequencer
    init(_ sequencer: LogSequencer) { self.sequencer = sequencer }
}
