import GRDB
import Registry
import Regulation
import Storage
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

    @Test func `what a job did to a vehicle before it failed no later job sees`() async throws {
        let temporary = try TemporaryStore()
        _ = try await temporary.upload([policyLine(1)], insurer: insurer)
        let line = """
            {"event":"cancellation","policyNumber":"P00001","effectiveAt":"2026-10-01","ground":"deregistered"}
            """
        let reading = SubmissionReader.read(json: Array(line.utf8))
        let prepared = try temporary.store.preparer.prepare(
            SubmissionReader(insurer: insurer).read(reading), record: reading.record, insurer: insurer, row: [])
        let desk = IntakeDesk(hasher: temporary.store.hasher)
        await #expect(throws: Problem.self) {
            try await temporary.store.write { [insurer] store in
                _ = try desk.take(prepared, insurer: insurer, in: store)
                throw Problem.notFound
            }
        }
        #expect(try temporary.ask("京A00001", "000001").outcome == .inForce)
        let report = try await temporary.upload([line], insurer: insurer)
        #expect(report.accepted == 1 && report.flagged == 0)
        #expect(try temporary.ask("京A00001", "000001").outcome == .cancelled)
        #expect(temporary.store.feed.treeSize == 2)
    }
}
