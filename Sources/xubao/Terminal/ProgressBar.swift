import Foundation
import Synchronization

/// A bar with rate and time left, drawn on a terminal at most ten times a second, and never in a pipe.
final class ProgressBar: Sendable {
    private struct State {
        var drawnAt = 0.0
        var isDrawn = false
    }

    private let total: Int
    private let label: String
    private let start = Date().timeIntervalSinceReferenceDate
    private let state = Mutex(State())

    /// `total` of zero means: not known.
    init(_ label: String, total: Int) {
        self.label = label
        self.total = total
    }

    func update(done: Int, rows: Int) {
        guard Terminal.isInteractive else { return }
        let now = Date().timeIntervalSinceReferenceDate
        let draws = state.withLock { state in
            guard now - start > 0.5, now - state.drawnAt > 0.1 else { return false }
            state.drawnAt = now
            state.isDrawn = true
            return true
        }
        guard draws else { return }
        let share = total > 0 ? min(1, Double(done) / Double(total)) : 0
        let filled = Int(share * 30)
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
        let rate = Int(Double(rows) / max(now - start, 0.001))
        let left = share > 0.01 ? Int((now - start) * (1 - share) / share) : 0
        let text = "\r\(label) \(bar) \(Int(share * 100)) %  \(rows) 条  \(rate) 条/秒  剩余 \(left) 秒\u{1B}[K"
        FileHandle.standardError.write(Data(text.utf8))
    }

    func finish() {
        guard state.withLock({ $0.isDrawn }) else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    }
}
