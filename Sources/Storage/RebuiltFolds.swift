import Registry
import Synchronization

/// Folds that did not open as they were stored and were made anew from their entries: never healed in silence.
final class RebuiltFolds: Sendable {
    private struct State {
        var count = 0
        var waiting: Set<FileID> = []
    }

    private let state = Mutex(State())

    /// Since the start.
    var count: Int { state.withLock { $0.count } }

    func note(_ id: FileID) {
        state.withLock { state in
            if state.waiting.insert(id).inserted { state.count += 1 }
        }
    }

    /// Those that are still stored as they were.
    var waiting: [FileID] { state.withLock { $0.waiting.sorted() } }

    func healed(_ files: [FileID]) { state.withLock { $0.waiting.subtract(files) } }
}
