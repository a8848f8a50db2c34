import GRDB
import Registry
import Regulation
import Testing

/// A commit that fails half-way leaves nothing behind, and the process lives on.
@Suite struct FailedCommitTests {
    let insurer = InsurerCode("PICC") ?? InsurerCode.anyone

    @Test func `where a person's key cannot be kept nothing is acknowledged, and it goes on when it can`() async throws
    {
        let temporary = try TemporaryStore()
        try await temporary.store.write { [insurer] in try $0.enrol(insurer, name: "测试保险") }
        let keys = try DatabaseQueue(path: temporary.path + "/keys.sqlite")
        try await keys.write { database in
            try database.execute(
                sql: "CREATE TRIGGER refuse BEFORE INSERT ON person_keys BEGIN SELECT RAISE(ABORT, 'no room'); END")
        }
        await #expect(throws: (any Error).self) { try await temporary.upload([policyLine(1)], insurer: insurer) }
        #expect(temporary.store.feed.treeSize == 0)
        #expect(try temporary.ask("京A00001", "000001").outcome == .noMatch)
        #expect(temporary.store.stopReason == nil)
        try await keys.write { try $0.execute(sql: "DROP TRIGGER refuse") }
        #expect(try await temporary.upload([policyLine(1)], insurer: insurer).accepted == 1)
        #expect(try temporary.ask("京A00001", "000001").outcome == .inForce)
    }
}
