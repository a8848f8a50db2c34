import Foundation
import GRDB
import Registry
import Regulation
import Synchronization
import Testing
import TransparencyLog

@testable import Storage

/// The same checks a few rows at a time, round after round.
@Suite struct ScrubTests {
    private let now = Instant(milliseconds: 1_790_000_000_000) ?? .distantPast

    /// Steps to the end of a round; what was found, in order.
    private func round(_ scrub: Scrub) throws -> [Divergence] {
        let round = scrub.status.round
        var found: [Divergence] = []
        for _ in 0..<10_000 where scrub.status.round == round {
            if let divergence = try scrub.step(at: now) { found.append(divergence) }
        }
        #expect(scrub.status.round == round + 1)
        return found
    }

    @Test func `a whole registry is clean, round after round, and that is kept`() async throws {
        let full = try await FullRegistry(vehicles: 300)
        let scrub = try Scrub(path: full.path, log: try full.log())
        #expect(try round(scrub) == [] && round(scrub) == [])
        let status = scrub.status
        #expect(status.lastRoundWasClean && status.lastRoundEndedAt == now && status.divergence == nil)
        #expect(status.total == Int64(full.leaves.count) && status.rows > 4 * status.total)
        let kept = String(decoding: try Scrub(path: full.path, log: nil).lastKept() ?? [], as: UTF8.self)
        #expect(kept.contains(#""lastRoundWasClean":true"#) && kept.contains(#""round":3"#))
        #expect(status.metrics.contains("xubao_scrub_divergence 0\n"))
    }

    @Test func `a bit changed in any column is found within a round, and gone from the next when it is put right`()
        async throws
    {
        let full = try await FullRegistry()
        var found: Set<String> = []
        for flip in try RowFlip.all(in: full.path, rowsPerTable: 1) where flip.bit == 13 {
            // What SQLite keeps for itself, and what is compared by counting whole tables, verify alone looks at.
            guard flip.table != "grdb_migrations" else { continue }
            try full.withCopy { path in
                guard try flip.make(in: path) else { return }
                let scrub = try Scrub(path: path, log: nil)
                guard try !round(scrub).isEmpty, scrub.status.divergence != nil else {
                    Issue.record("not found: \(flip)")
                    return
                }
                found.insert(flip.table)
            }
        }
        #expect(found.count == 13, "\(found)")
    }

    @Test func `a log file that was changed is found`() async throws {
        let full = try await FullRegistry()
        let log = try full.log()
        let scrub = try Scrub(path: full.path, log: log)
        #expect(try round(scrub) == [])
        let whole = log.files.withLock { $0.tiles }
        for (coordinate, bytes) in whole {
            var changed = bytes
            changed[changed.count / 2] ^= 4
            log.files.withLock { $0.tiles[coordinate] = changed }
            #expect(try round(scrub).first?.concernsLog == true, "\(coordinate.path)")
            log.files.withLock { $0.tiles = whole }
            #expect(try round(scrub) == [])
            #expect(scrub.status.divergence == nil)
        }
    }

    @Test func `it rests long enough not to be noticed, and not so long that a round takes more than a day`()
        async throws
    {
        let full = try await FullRegistry()
        let scrub = try Scrub(path: full.path, log: nil)
        _ = try scrub.step(at: now)
        #expect(scrub.pause(afterMilliseconds: 50) == 2000)
        #expect(scrub.pause(afterMilliseconds: 0) == 1000)
    }
}
