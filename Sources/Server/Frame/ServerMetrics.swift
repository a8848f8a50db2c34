import Synchronization

/// Counters of what was served, in Prometheus' text form. Never a plate, a name, or an address in a label.
final class ServerMetrics: Sendable {
    /// Upper bounds of the duration buckets, in microseconds.
    private static let bounds: [UInt64] = [
        250, 500, 1000, 2500, 5000, 10_000, 25_000, 50_000, 100_000, 250_000, 1_000_000,
    ]

    private struct State {
        var byStatus: [Int: UInt64] = [:]
        var outcomes: [String: UInt64] = [:]
        var buckets = [UInt64](repeating: 0, count: 12)
        var sumMicroseconds: UInt64 = 0
    }

    private let state = Mutex(State())
    let inFlight = Atomic<Int>(0)

    func served(status: Int, microseconds: UInt64) {
        let bucket = Self.bounds.firstIndex { microseconds <= $0 } ?? Self.bounds.count
        state.withLock { state in
            state.byStatus[status, default: 0] += 1
            state.buckets[bucket] += 1
            state.sumMicroseconds &+= microseconds
        }
    }

    func answered(_ outcome: String) { state.withLock { $0.outcomes[outcome, default: 0] += 1 } }

    func text(treeSize: Int64, foldsRebuilt: Int) -> String {
        let state = state.withLock { $0 }
        var lines = ["# TYPE xubao_requests_total counter"]
        for (status, count) in state.byStatus.sorted(by: { $0.key < $1.key }) {
            lines.append("xubao_requests_total{status=\"\(status)\"} \(count)")
        }
        lines.append("# TYPE xubao_answers_total counter")
        for (outcome, count) in state.outcomes.sorted(by: { $0.key < $1.key }) {
            lines.append("xubao_answers_total{outcome=\"\(outcome)\"} \(count)")
        }
        lines.append("# TYPE xubao_request_duration_seconds histogram")
        var running: UInt64 = 0
        for (position, bound) in Self.bounds.enumerated() {
            running += state.buckets[position]
            lines.append("xubao_request_duration_seconds_bucket{le=\"\(Self.seconds(bound))\"} \(running)")
        }
        running += state.buckets[Self.bounds.count]
        lines.append("xubao_request_duration_seconds_bucket{le=\"+Inf\"} \(running)")
        lines.append("xubao_request_duration_seconds_sum \(Self.seconds(state.sumMicroseconds))")
        lines.append("xubao_request_duration_seconds_count \(running)")
        lines.append("# TYPE xubao_requests_in_flight gauge")
        lines.append("xubao_requests_in_flight \(inFlight.load(ordering: .relaxed))")
        lines.append("# TYPE xubao_folds_rebuilt_total counter")
        lines.append("xubao_folds_rebuilt_total \(foldsRebuilt)")
        lines.append("# TYPE xubao_log_entries gauge")
        lines.append("xubao_log_entries \(treeSize)")
        return lines.joined(separator: "\n") + "\n"
    }

    private static func seconds(_ microseconds: UInt64) -> String {
        let fraction = String(microseconds % 1_000_000)
        return "\(microseconds / 1_000_000).\(String(repeating: "0", count: 6 - fraction.count))\(fraction)"
    }
}
