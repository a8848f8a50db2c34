import Foundation
import GRDB
import Registry
import Regulation
import Testing

@testable import Storage

/// A stored fold that is not ours or does not open is made anew from its entries, and that is told.
@Suite struct FoldRebuildTests {
    let insurer = InsurerCode("PICC") ?? InsurerCode.anyone

    private func fold(_ number: Int64, in path: String) throws -> Data {
        try DatabaseQueue(path: path + "/registry.sqlite").read { database in
            try Data.fetchOne(database, sql: "SELECT fold FROM files WHERE file = ?", arguments: [number]) ?? Data()
        }
    }

    private func opened(_ number: Int64, in path: String) throws -> [UInt8] {
        try sealer(path).open(Array(try fold(number, in: path)), .files, row: number)
    }

    private func sealer(_ path: String) throws -> RowSealer {
        RowSealer(master: try MasterKey(path: path + "/master.key", mayCreate: false), random: SystemRandom())
    }

    private func store(_ bytes: [UInt8], as number: Int64, in path: String) throws {
        try DatabaseQueue(path: path + "/registry.sqlite").write { database in
            try database.execute(
                sql: "UPDATE files SET fold = ? WHERE file = ?", arguments: [Data(bytes), number])
        }
    }

    /// Two files, the second merged into the first; then one more of its own.
    private func merged() async throws -> TemporaryStore {
        let temporary = try TemporaryStore()
        let lines = [
            policyLine(1, sequence: 1),
            #"{"sequence":2,"policyNumber":"A2","plate":"京A77777","start":"2025-03-01","end":"2026-03-01"}"#,
            policyLine(3, sequence: 3),
        ]
        _ = try await temporary.upload(lines, insurer: insurer)
        temporary.clock.step(seconds: 60)
        let joining = """
            {"sequence":4,"policyNumber":"A4","plate":"京A77777","vin":"LSVAA4187C2000001",\
            "start":"2025-04-01","end":"2026-03-01"}
            """
        let report = try await temporary.upload([joining], insurer: insurer)
        #expect(report.rows.first?.flags.contains(.mergedFiles) == true)
        return temporary
    }

    @Test(arguments: [1, 2, 3] as [Int64])
    func `a damaged fold is made anew as it was, told, and written anew`(number: Int64) async throws {
        let temporary = try await merged()
        let before = temporary.clock.now
        var whole: [UInt8] = []
        try temporary.reopen { path in
            whole = try opened(number, in: path)
            try flip("fold", of: "files", where: "file = \(number)", in: path)
        }
        #expect(temporary.store.foldsRebuilt == 0)
        let asked = number == 3 ? ("京A00003", "000003") : ("京A77777", "000001")
        #expect(try temporary.ask(asked.0, asked.1).outcome == .inForce)
        let apart = try temporary.ask("京A77777", "000001", knownAt: before.adding(seconds: -30)).outcome
        #expect(apart == .noMatch, "before the merge the files were two")
        #expect(temporary.store.foldsRebuilt == 1)
        #expect(try await temporary.store.heal() == [FileID(number)])
        #expect(try await temporary.store.heal() == [])
        #expect(temporary.store.foldsRebuilt == 1)
        var healed: [UInt8] = []
        try temporary.reopen { healed = try opened(number, in: $0) }
        #expect(healed == whole)
        #expect(try temporary.ask(asked.0, asked.1).outcome == .inForce)
        #expect(temporary.store.foldsRebuilt == 0)
    }

    @Test func `a damaged fold of files that were merged one into another is made anew as it was`() async throws {
        let temporary = try TemporaryStore()
        let lines = [
            policyLine(1, sequence: 1),
            #"{"sequence":2,"policyNumber":"A2","plate":"京A77777","start":"2025-03-01","end":"2026-03-01"}"#,
            #"{"sequence":3,"policyNumber":"A3","engineNumber":"E1","start":"2024-03-01","end":"2025-03-01"}"#,
            """
            {"sequence":4,"policyNumber":"A4","engineNumber":"E1","plate":"京A77777","start":"2025-04-01",\
            "end":"2026-03-01"}
            """,
            """
            {"sequence":5,"policyNumber":"A5","vin":"LSVAA4187C2000001","plate":"京A77777","start":"2025-05-01",\
            "end":"2026-03-01"}
            """,
        ]
        for line in lines {
            _ = try await temporary.upload([line], insurer: insurer)
            temporary.clock.step(seconds: 60)
        }
        var whole: [UInt8] = []
        try temporary.reopen { path in
            whole = try opened(1, in: path)
            try flip("fold", of: "files", where: "file = 1", in: path)
        }
        #expect(VehicleFile(bytes: whole)?.merges.map(\.from.number) == [3, 2])
        #expect(try temporary.ask("京A77777", "000001").outcome == .inForce)
        #expect(try await temporary.store.heal() == [FileID(1)])
        var healed: [UInt8] = []
        try temporary.reopen { healed = try opened(1, in: $0) }
        #expect(healed == whole)
    }

    @Test func `a damaged fold takes further records, and nothing of it is lost`() async throws {
        let temporary = try await merged()
        try temporary.reopen { try flip("fold", of: "files", where: "file = 1", in: $0) }
        _ = try await temporary.upload([policyLine(1, sequence: 9, end: "2028-03-01")], insurer: insurer)
        #expect(temporary.store.foldsRebuilt == 1)
        let answer = try temporary.ask("京A77777", "000001")
        #expect(answer.outcome == .inForce && answer.flags.contains(.duplicateCover))
    }

    @Test func `where an entry is damaged too, that is said and nothing is made up`() async throws {
        let temporary = try await merged()
        try temporary.reopen { path in
            try flip("fold", of: "files", where: "file = 1", in: path)
            try flip("content", of: "entries", where: "position = 1", in: path)
        }
        #expect(throws: StorageFault.damaged(table: "entries", row: 1)) { try temporary.ask("京A77777", "000001") }
        #expect(temporary.store.foldsRebuilt == 0)
    }

    @Test func `a fold in another's place is made anew`() async throws {
        let temporary = try TemporaryStore()
        _ = try await temporary.upload([policyLine(1), policyLine(2)], insurer: insurer)
        try temporary.reopen { try store(Array(try fold(2, in: $0)), as: 1, in: $0) }
        #expect(try temporary.ask("京A00001", "000001").policyNumber == "****0001")
        #expect(temporary.store.foldsRebuilt == 1)
    }

    @Test func `a fold of another version is folded again, and is no damage`() async throws {
        let temporary = try await merged()
        try temporary.reopen { path in
            for number in 1...3 as ClosedRange<Int64> {
                // The head stays; what follows it another version may have written in any way.
                var bytes = try opened(number, in: path)
                bytes[0] = 99
                bytes += [1, 2, 3]
                try store(try sealer(path).seal(bytes, .files, row: number), as: number, in: path)
            }
        }
        let earlier = temporary.clock.now.adding(seconds: -30)
        #expect(try temporary.ask("京A77777", "000001").outcome == .inForce)
        #expect(try temporary.ask("京A77777", "000001", knownAt: earlier).outcome == .noMatch)
        #expect(try temporary.ask("京A00003", "000003").outcome == .inForce)
        _ = try await temporary.upload([policyLine(3, sequence: 9, end: "2028-03-01")], insurer: insurer)
        #expect(try temporary.ask("京A00003", "000003").flags == [.duplicateCover])
        #expect(temporary.store.foldsRebuilt == 0)
    }
}
