import Synchronization

/// A progress bar for work whose extent is known only once it has begun.
final class VerificationProgress: Sendable {
    private let label: String
    private let bar = Mutex<ProgressBar?>(nil)

    init(_ label: String) { self.label = label }

    func update(_ done: Int64, of total: Int64) {
        let bar = bar.withLock { bar in
            let shown = bar ?? ProgressBar(label, total: Int(clamping: total))
            bar = shown
            return shown
        }
        bar.update(done: Int(clamping: done), rows: Int(clamping: done))
    }

    func finish() { bar.withLock { $0?.finish() } }
}
