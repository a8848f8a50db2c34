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
        #expect(summary.quarantined == 4 && summary.erased == 1 && summary.personKeys > 0 && summary.logFiles == 2)
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
        #expect(found.count == 14, "every table: \(found)")
        #expect(found.values.reduce(0, +) > 150, "\(found)")
    }

    @Test func `another master key is told from changed data`() async throws {
        let full = try await FullRegistry()
        try full.withCopy { path in
            let other = Data([UInt8](repeating: 9, count: 32)).base64EncodedString()
            try Data(other.utf8).write(to: URL(fileURLWithPath: path + "/master.key"))
            #expect(FullRegistry.divergence(in: path) as? StorageFault == .wrongKey)
        }
    }

    @Test func `it reads beside a registry that is open, and takes nothing from it`() async throws {
        let temporary = try TemporaryStore()
        let insurer = InsurerCode("PICC") ?? .anyone
        for number in 1...3 {
            _ = try await temporary.upload([policyLine(number, sequence: number)], insurer: insurer)
            let summary = try RegistryVerification(path: temporary.path).run(log: nil)
            #expect(summary.entries == Int64(number) && summary.vehicles == Int64(number))
        }
    }
}
