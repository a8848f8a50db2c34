package import Registry
package import Regulation
import Synchronization

/// Looks through the whole registry over and over, a few hundred rows at a time, and remembers what it found.
///
/// Every step is short and on connections of its own; the pauses between them are the caller's, by `pause(after:)`.
package final class Scrub: Sendable {
    private struct State {
        var round: ScrubRound
        var status: ScrubStatus
        /// What this round has found so far.
        var findings = Findings()
        var steps: Int64 = 0
    }

    private let view: RegistryView
    private let log: (any PublishedLog)?
    private let kept: SealedFile
    private let state: Mutex<State>

    /// Takes no lock; a round begins with the first entry.
    package init(path: String, masterKeyPath: String? = nil, log: (any PublishedLog)?) throws {
        let view = try RegistryView(path: path, masterKeyPath: masterKeyPath)
        self.view = view
        self.log = log
        kept = SealedFile(path: path + "/scrub", .scrub, sealer: view.sealer)
        state = Mutex(State(round: ScrubRound(view: view, log: log), status: ScrubStatus()))
    }

    package var status: ScrubStatus { state.withLock { $0.status } }

    /// What was kept of the last round that ended or the last thing found, as JSON; `nil` before the first.
    package func lastKept() throws -> [UInt8]? { try kept.load() }

    /// One step. A divergence is returned when it is new. Called from one thread at a time.
    package func step(at now: Instant) throws -> Divergence? {
        var (round, findings, status) = state.withLock { ($0.round, $0.findings, $0.status) }
        let before = status
        let earlier = findings.first
        let rows = try round.step(findings)
        status.rows += Int64(rows)
        status.done = round.done
        status.total = round.total
        status.phase = round.phase ?? .entries
        var new: Divergence?
        if let found = findings.first, found != earlier, found != status.divergence {
            new = found
            status.foundAt = now
        }
        if let found = findings.first { status.divergence = found }
        if round.phase == nil {
            status.lastRoundEndedAt = now
            status.lastRoundWasClean = findings.first == nil
            if findings.first == nil {
                status.divergence = nil
                status.foundAt = nil
            }
            status.round += 1
            round = ScrubRound(view: view, log: log)
            findings = Findings()
        }
        state.withLock { state in
            state.round = round
            state.findings = findings
            state.status = status
            state.steps += 1
        }
        if new != nil || status.round != before.round { try kept.save(status.json) }
        return new
    }

    /// How long to rest after a step that took so long, in milliseconds: it works at most a fortieth of the time, but a
    /// round ends within a day.
    package func pause(afterMilliseconds took: Int64) -> Int64 {
        let status = status
        let day: Int64 = 20 * 3600 * 1000
        // Entries, and some seven rows beside each.
        let steps = max(1, status.total / Int64(ScrubRound.rowsAStep) * 8)
        return max(100, min(max(1000, 40 * took), day / steps))
    }
}
