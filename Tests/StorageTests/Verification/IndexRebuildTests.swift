import Foundation
import GRDB
import Registry
import Testing

@testable import Storage

/// Rows that follow from the entries can be made again from them.
@Suite struct IndexRebuildTests {
    private func rebuild(_ path: String) throws -> IndexRebuild.Report {
        try IndexRebuild.run(in: DataDirectory(path: path, create: false)) { _, _ in }
    }

    private func change(_ path: String, _ sql: String) throws {
        try DatabaseQueue(path: path + "/registry.sqlite").write { try $0.execute(sql: sql) }
    }

    /// Every row of every table, folds opened.
    private func rows(_ path: String) throws -> [String] {
        let sealer = RowSealer(
            master: try MasterKey(path: path + "/master.key", mayCreate: false), random: SystemRandom())
        return try DatabaseQueue(path: path + "/registry.sqlite").read { database in
            let tables = try String.fetchAll(
                database, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
            return try tables.flatMap { table in
                try Row.fetchAll(database, sql: "SELECT * FROM \(table)").map { row in
                    guard table == "files" else { return "\(table) \(row)" }
                    let fold = Array(row["fold"] as Data)
                    return "files \(row["file"] as Int64) \(try sealer.open(fold, .files, row: row["file"]))"
                }
            }.sorted()
        }
    }

    @Test func `a whole registry stays as it is`() async throws {
        let full = try await FullRegistry()
        let before = try rows(full.path)
        let report = try rebuild(full.path)
        #expect(report.isUnchanged && report.entries == Int64(full.leaves.count))
        #expect(try rows(full.path) == before)
    }

    @Test func `empty tables are filled with all that the entries tell`() async throws {
        let full = try await FullRegistry()
        let before = try rows(full.path)
        try change(full.path, "DELETE FROM files; DELETE FROM lookups")
        #expect(FullRegistry.divergence(in: full.path) != nil)
        let report = try rebuild(full.path)
        #expect(report.folds > 10 && report.keysAdded > 40 && report.digestsLost == 0)
        #expect(FullRegistry.divergence(in: full.path) == nil)
        let after = try rows(full.path)
        #expect(Set(before).subtracting(after).isEmpty, "nothing that was there is missing")
    }

    @Test(
        arguments: [
            "UPDATE files SET fold = (SELECT fold FROM files WHERE file = 2) WHERE file = 3",
            "INSERT INTO files VALUES (0, 999, x'00')",
            "UPDATE lookups SET lookup = lookup + 1 WHERE file = 3",
            "INSERT INTO lookups VALUES (5, 0, 1)", "INSERT INTO lookups VALUES (6, 1, 1)",
            "DELETE FROM lookups WHERE file = 2", "UPDATE lookups SET file = 99 WHERE file = 4",
            "UPDATE reports SET position = position + 100", "UPDATE reports SET sequence = 4444 WHERE sequence = 2",
            "UPDATE report_digests SET position = position + 1", "UPDATE quarantine SET settled = 1 - settled",
            "DELETE FROM quarantine_positions", "UPDATE quarantine_positions SET digest = digest + 1",
            "UPDATE insurers SET accepted = accepted + 1, sequences = x'00'",
            "UPDATE insurers SET open_quarantine = 0", "UPDATE insurers SET last_accepted_at = 1",
        ])
    func `what was changed is put right`(sql: String) async throws {
        let full = try await FullRegistry()
        try change(full.path, sql)
        #expect(FullRegistry.divergence(in: full.path) != nil)
        let isLost = sql.contains("UPDATE reports SET position")
        let report = try rebuild(full.path)
        #expect(!report.isUnchanged && (report.digestsLost > 0) == (isLost || sql.contains("report_digests")))
        #expect(FullRegistry.divergence(in: full.path) == nil, "\(sql)")
        #expect(try rebuild(full.path).isUnchanged)
    }

    @Test func `what no entry tells is left, and still found`() async throws {
        let full = try await FullRegistry()
        try change(full.path, "UPDATE insurers SET name = '别人' WHERE insurer = 'PICC'")
        #expect(try rebuild(full.path).insurersInDoubt == 1)
        #expect(FullRegistry.divergence(in: full.path) as? Divergence == .insurerDiffers("PICC"))
    }

    @Test func `a damaged entry stops it, and nothing is changed`() async throws {
        let full = try await FullRegistry()
        try change(full.path, "DELETE FROM lookups")
        try flip("content", of: "entries", where: "position = 4", in: full.path)
        let before = try rows(full.path)
        #expect(throws: Divergence.entryUnreadable(4)) { try rebuild(full.path) }
        #expect(try rows(full.path) == before)
        try change(full.path, "DELETE FROM entries WHERE position = 4")
        #expect(throws: Divergence.entryMissing(4)) { try rebuild(full.path) }
    }
}
