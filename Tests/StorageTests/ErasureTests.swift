import Foundation
import GRDB
import Registry
import Regulation
import Testing

@testable import Storage

/// A person who is forgotten is gone from the disk, stays gone, and nobody else is touched.
@Suite struct ErasureTests {
    private let insurer = InsurerCode("PICC") ?? .anyone

    private static func line(_ number: String, _ sequence: Int, year: Int = 2016, document: String) -> String {
        """
        {"sequence":\(sequence),"policyNumber":"\(number)","vin":"LSVAA4187C2000\(100 + sequence)",\
        "start":"\(year)-03-01","end":"\(year + 1)-02-28","policyholderName":"赵六",\
        "policyholderDocument":"\(document)","phone":"13900000001"}
        """
    }

    private static let documents = ["110105197801010015", "11010519491231002X"]

    private func filled() async throws -> TemporaryStore {
        let temporary = try TemporaryStore()
        _ = try await temporary.upload(
            [
                Self.line("A1", 1, document: Self.documents[0]), Self.line("A2", 2, document: Self.documents[0]),
                Self.line("B1", 3, document: Self.documents[1]),
            ], insurer: insurer)
        return temporary
    }

    private func forget(_ number: String, in temporary: TemporaryStore) async throws -> [EntryID] {
        let desk = ErasureDesk(gate: temporary.store, tables: try LawTables.published.get())
        let request = ErasureRequest(policyNumber: number, isConfirmed: true)
        guard case .erased(_, let entries) = try await desk.take(request, at: temporary.clock.now) else { return [] }
        return entries
    }

    private struct KeyRow: FetchableRecord, Decodable, Equatable {
        let number: Int64
        let person: Int64
        let wrapped: Data
    }

    private func keys(in path: String) throws -> [KeyRow] {
        try DatabaseQueue(path: path + "/keys.sqlite").read {
            try KeyRow.fetchAll($0, sql: "SELECT * FROM person_keys ORDER BY number")
        }
    }

    @Test func `the key is gone from every byte of the key store, at once and while it is open`() async throws {
        let temporary = try await filled()
        let before = try keys(in: temporary.path)
        #expect(before.count == 2)
        let entries = try await forget("A1", in: temporary)
        #expect(entries.map(\.index) == [3, 4])
        let seeds = try temporary.store.read { reader, _ in try reader.entries([3, 4]).map(\.content.seed) }
        #expect(Set(seeds).count == 2)
        let after = try keys(in: temporary.path)
        #expect(after[0] == KeyRow(number: before[0].number, person: 0, wrapped: Data()) && after[1] == before[1])
        for name in ["keys.sqlite", "keys.sqlite-wal", "keys.sqlite-shm"] {
            guard let bytes = FileManager.default.contents(atPath: "\(temporary.path)/\(name)") else { continue }
            #expect(bytes.range(of: before[0].wrapped) == nil, "\(name)")
            #expect(bytes.range(of: before[0].wrapped.prefix(24)) == nil, "\(name)")
        }
        let summary = try RegistryVerification(path: temporary.path).run(log: nil)
        #expect(summary.erased == 2 && summary.entries == 5)
    }

    @Test func `a crash between the entry and the key is made good at the next start`() async throws {
        let temporary = try await filled()
        let before = try keys(in: temporary.path)
        _ = try await forget("A1", in: temporary)
        try temporary.reopen { path in
            try DatabaseQueue(path: path + "/keys.sqlite").write { database in
                try database.execute(
                    sql: "UPDATE person_keys SET person = ?, wrapped = ? WHERE number = ?",
                    arguments: [before[0].person, before[0].wrapped, before[0].number])
            }
            #expect(FullRegistry.divergence(in: path) as? Divergence == .personKeyDiffers(before[0].number))
        }
        #expect(try keys(in: temporary.path)[0].wrapped.isEmpty)
        #expect(FullRegistry.divergence(in: temporary.path) == nil)
    }

    @Test func `a key that went without an entry is found`() async throws {
        let temporary = try await filled()
        try temporary.reopen { path in
            try DatabaseQueue(path: path + "/keys.sqlite").write {
                try $0.execute(sql: "UPDATE person_keys SET person = 0, wrapped = x'' WHERE number = 1")
            }
            #expect(FullRegistry.divergence(in: path) as? Divergence == .erasureUnfounded(0))
        }
    }

    @Test func `sealed values brought back beside an erasure are found, though nobody can open them`() async throws {
        let temporary = try await filled()
        func personal(_ path: String) throws -> Data? {
            try DatabaseQueue(path: path + "/registry.sqlite").read {
                try Data.fetchOne($0, sql: "SELECT personal FROM entries WHERE position = 0")
            }
        }
        var before: Data?
        try temporary.reopen { before = try personal($0) }
        _ = try await forget("A1", in: temporary)
        try temporary.reopen { path in
            #expect(try personal(path)?.count == 12)
            try DatabaseQueue(path: path + "/registry.sqlite").write {
                try $0.execute(sql: "UPDATE entries SET personal = ? WHERE position = 0", arguments: [before])
            }
            #expect(FullRegistry.divergence(in: path) as? Divergence == .personalValuesDiffer(0))
        }
    }

    @Test func `the same person reported again gets another key`() async throws {
        let temporary = try await filled()
        _ = try await forget("A1", in: temporary)
        for year in [2024, 2025] {
            _ = try await temporary.upload(
                [Self.line("A\(year)", year - 2000, year: year, document: Self.documents[0])], insurer: insurer)
            try temporary.reopen()
        }
        let keys = try keys(in: temporary.path)
        #expect(keys.map { $0.wrapped.isEmpty } == [true, false, false])
        #expect(FullRegistry.divergence(in: temporary.path) == nil)
    }

    @Test func `a record made ready under a key that went in the meantime is not taken in`() async throws {
        let temporary = try await filled()
        let store = temporary.store
        let text = Self.line("A9", 9, document: Self.documents[0])
        var reader = RecordReader(encoding: .utf8)
        let records = try reader.feed(Array((text + "\n").utf8)) + reader.finish()
        let record = try #require(records.first?.record)
        let late = try store.preparer.prepare(
            SubmissionReader(insurer: insurer).read(record), record: record, insurer: insurer, row: Array(text.utf8))
        _ = try await forget("A1", in: temporary)
        let hasher = store.hasher
        let outcome: Result<Void, any Error>
        do {
            _ = try await store.write { [insurer] in
                try IntakeDesk(hasher: hasher).take(late, insurer: insurer, in: $0)
            }
            outcome = .success(())
        } catch { outcome = .failure(error) }
        #expect(throws: RegistryFault.keyErased) { try outcome.get() }
        _ = try await temporary.upload([text], insurer: insurer)
        #expect(FullRegistry.divergence(in: temporary.path) == nil)
    }
}
