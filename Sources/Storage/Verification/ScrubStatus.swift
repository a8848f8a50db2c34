package import Registry
package import Regulation

/// How far the scrub is and what it found.
package struct ScrubStatus: Equatable, Sendable {
    /// Counted from the start of the process.
    package var round: Int64 = 1
    /// What is being looked through.
    package var phase = ScrubPhase.entries
    /// Of the entries.
    package var done: Int64 = 0
    package var total: Int64 = 0
    /// Rows looked at since the start.
    package var rows: Int64 = 0
    /// When the last whole round ended, and whether nothing was found in it.
    package var lastRoundEndedAt: Instant?
    package var lastRoundWasClean = false
    /// The first thing found and not seen to be in order again since.
    package var divergence: Divergence?
    package var foundAt: Instant?

    package init() {}

    package var json: [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("round", round)
            writer.member("phase", phase.rawValue)
            writer.member("done", done)
            writer.member("total", total)
            writer.member("rows", rows)
            writer.member("lastRoundEndedAt", lastRoundEndedAt?.text)
            writer.member("lastRoundWasClean", lastRoundWasClean)
            writer.member("code", divergence?.code)
            writer.member("text", divergence?.text)
            writer.member("meaning", divergence?.meaning)
            writer.member("foundAt", foundAt?.text)
        }
        return writer.bytes
    }

    /// As Prometheus reads it.
    package var metrics: String {
        """
        # TYPE xubao_scrub_round gauge
        xubao_scrub_round \(round)
        # TYPE xubao_scrub_entries_done gauge
        xubao_scrub_entries_done \(done)
        # TYPE xubao_scrub_entries gauge
        xubao_scrub_entries \(total)
        # TYPE xubao_scrub_rows_total counter
        xubao_scrub_rows_total \(rows)
        # TYPE xubao_scrub_last_round_seconds gauge
        xubao_scrub_last_round_seconds \((lastRoundEndedAt?.milliseconds ?? 0) / 1000)
        # TYPE xubao_scrub_divergence gauge
        xubao_scrub_divergence \(divergence == nil ? 0 : 1)

        """
    }
}
