import Foundation
import GRDB
import Registry
import Regulation
import Storage
import Testing
import TransparencyLog

@Suite struct RegistryStoreTests {
    let insurer = InsurerCode("PICC") ?? InsurerCode.anyone

    @Test func `what was acknowledged is there after the directory is opened again`() async throws {
        let temporary = try TemporaryStore()
        let report = try await temporary.upload((1...200).map { policyLine($0, sequence: $0) }, insurer: insurer)
        #expect(report.accepted == 200)
        try temporary.reopen()
        #expect(temporary.store.feed.treeSize == 200)
        #expect(temporary.store.feed.insurers[insurer]?.accepted == 200)
        #expect(try temporary.ask("京A00077", "000077").outcome == .inForce)
        #expect(try temporary.ask("京A00077", "000078").outcome == .noMatch)
    }

    @Test func `a record sent again has no second effect and the same receipt`() async throws {
        let temporary = try TemporaryStore()
        let first = try await temporary.upload([policyLine(1, sequence: 7)], insurer: insurer)
        temporary.clock.step(seconds: 3600)
        let second = try await temporary.upload([policyLine(1, sequence: 7)], insurer: insurer)
        #expect(second.repeated == 1 && second.accepted == 0)
        #expect(first.rows.first?.entry == second.rows.first?.entry)
        #expect(temporary.store.feed.treeSize == 1)
        let third = try await temporary.upload([policyLine(1, sequence: 7, end: "2027-04-01")], insurer: insurer)
        #expect(third.quarantined == 1)
        #expect(third.rows.first?.faults.first?.finding.code == "sequenceReused")
    }

    @Test func `log indexes are contiguous and commit times never fall, even when the clock does`() async throws {
        let temporary = try TemporaryStore()
        _ = try await temporary.upload([policyLine(1)], insurer: insurer)
        temporary.clock.step(seconds: -600)
        _ = try await temporary.upload([policyLine(2)], insurer: insurer)
        let entries = try temporary.store.read { reader, _ in try reader.entries([0, 1]) }
        #expect(entries.map(\.index) == [0, 1])
        #expect(entries[0].committedAt <= entries[1].committedAt)
    }

    @Test func `an earlier knowledge answers as it did`() async throws {
        let temporary = try TemporaryStore()
        _ = try await temporary.upload([policyLine(1, sequence: 1)], insurer: insurer)
        let before = temporary.store.clock.now
        temporary.clock.step(seconds: 60)
        let cancellation = """
            {"event":"cancellation","sequence":2,"policyNumber":"P00001","effectiveAt":"2026-10-01",\
            "ground":"deregistered"}
            """
        _ = try await temporary.upload([cancellation], insurer: insurer)
        #expect(try temporary.ask("京A00001", "000001").outcome == .cancelled)
        let earlier = try temporary.ask("京A00001", "000001", knownAt: before)
        #expect(earlier.outcome == .inForce)
        #expect(earlier.treeSize == 1)
    }

    @Test func `any flipped bit in a stored entry is found when it is read`() async throws {
        let temporary = try TemporaryStore()
        _ = try await temporary.upload([policyLine(1), policyLine(2)], insurer: insurer)
        try temporary.reopen { try flip("content", of: "entries", where: "position = 0", in: $0) }
        #expect(throws: StorageFault.self) { try temporary.store.read { reader, _ in try reader.entries([0]) } }
    }

    @Test func `nothing personal and nothing that identifies a vehicle is stored in clear`() async throws {
        let temporary = try TemporaryStore()
        _ = try await temporary.upload(
            [policyLine(31_415), "{\"policyNumber\":\"P1\",\"plate\":\"京I4159\",\"phone\":\"19977770000\"}"],
            insurer: insurer)
        _ = try temporary.ask("京A31415", "031415")
        try temporary.store.audit.flush()
        let names = try FileManager.default.subpathsOfDirectory(atPath: temporary.path)
        #expect(names.contains("log/checkpoint"))
        for name in names where !(isDirectory(temporary.path + "/" + name)) {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: temporary.path + "/" + name))
            for secret in [
                "京A31415", "A31415", "LSVAA4187C2031415", "031415", "王小明", "11010519491231002X", "19900001234",
                "19977770000",
            ] {
                #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(name) holds a value in clear")
            }
        }
    }

    private func isDirectory(_ path: String) -> Bool {
        var isDirectory: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
    }

    @Test func `a plate of more vehicles than one can have leads to each by its VIN, now and after a start`()
        async throws
    {
        let temporary = try TemporaryStore()
        let lines = (1...90).map { number in
            policyLine(number).replacing("京A\(String(format: "%05d", number))", with: "京A00000")
        }
        #expect(try await temporary.upload(Array(lines[..<64]), insurer: insurer).accepted == 64)
        #expect(try temporary.ask("京A00000", "000007").outcome == .inForce)
        _ = try await temporary.upload(Array(lines[64...]), insurer: insurer)
        for _ in 0..<2 {
            for number in [1, 7, 64, 65, 66, 90] {
                let suffix = String(format: "%06d", number)
                #expect(try temporary.ask("京A00000", suffix).policyNumber == "****\(suffix.suffix(4))")
            }
            #expect(try temporary.ask("京A00000", "000091").outcome == .noMatch)
            try temporary.reopen()
        }
    }

    @Test func `nobody has reported further than to the moment at which he says so, and never less than before`()
        async throws
    {
        let temporary = try TemporaryStore()
        let (now, code) = (temporary.clock.now, insurer)
        try await temporary.store.write { try $0.enrol(code, name: "甲") }
        func stated(_ moment: Instant) async throws -> Instant? {
            try await temporary.store.write { try $0.state(reportedThrough: moment, by: code) }
            return temporary.store.feed.insurers[code]?.reportedThrough
        }
        #expect(try await stated(now.adding(seconds: -60)) == now.adding(seconds: -60))
        #expect(try await stated(now.adding(days: 400)) == now)
        #expect(try await stated(now.adding(seconds: -90)) == now)
    }

    @Test func `two jobs that wait together share a commit, and one that fails leaves the other alone`() async throws {
        let temporary = try TemporaryStore()
        let store = temporary.store
        let good = store.enqueue { [insurer] in try $0.enrol(insurer, name: "甲") }
        let bad = store.enqueue { store in
            try store.enrol(InsurerCode("BAD1") ?? InsurerCode.anyone, name: "乙")
            throw Problem.notFound
        }
        try await good.value
        await #expect(throws: Problem.self) { try await bad.value }
        #expect(store.feed.insurers.keys.map(\.text) == ["PICC"])
    }
}

extension InsurerCode {
    /// Never reached: the codes above are well-formed.
    static var anyone: InsurerCode { InsurerCode("XX") ?? .anyone }
}
