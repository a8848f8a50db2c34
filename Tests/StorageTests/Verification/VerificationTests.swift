import Foundation
import GRDB
import Registry
import Regulation
import Testing
import TransparencyLog

@testable import Storage

/// What was changed behind the registry's back is found, and named.
@Suite struct VerificationTests {
    @Test func `a whole registry is found in order, and counted`() async throws {
        let full = try await FullRegistry()
        let summary = try RegistryVerification(path: full.path).run(log: full.log())
        #expect(summary.entries == Int64(full.leaves.count) && summary.published == summary.entries)
        #expect(summary.vehicles > 10 && summary.keys > 40 && summary.reports > 15)
        #expect(summary.quarantined == 3 && summary.erased == 0 && summary.personKeys > 0 && summary.logFiles == 2)
    }

    @Test func `any bit changed in any column of any table is found`() async throws {
        let full = try await FullRegistry()
        var found: [String: Int] = [:]
        for flip in try RowFlip.all(in: full.path, rowsPerTable: 2) {
            try full.withCopy { path in
                guard try flip.make(in: path) else { return }
                guard FullRegistry.divergence(in: path) != nil else {
                    Issue.record("not found: \(flip)")
                    return
                }
                found[flip.table, default: 0] += 1
            }
        }
        #expect(found.count == 13, "every table: \(found)")
        #expect(found.values.reduce(0, +) > 150, "\(found)")
    }
}
