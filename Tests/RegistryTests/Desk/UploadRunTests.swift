import Foundation
import Registry
import Regulation
import Testing

/// A whole file through the desk, however it is cut.
@Suite struct UploadRunTests {
    private static let rows = [
        "sequence,policyNumber,plate,vin,start,end",
        "1,P1,京A12345,LSVAM4187C2123456,2026-03-01,2027-02-28",
        "2,P2,京A12345,LSVAM4187C2123456,2027-03-01,2026-02-28",
        "3,P3,京·A12345,LSVAM4187C2123456,2028-03-01,2029-02-28",
        "4,,京A12346,LSVAM4187C2123457,2028-03-01,2029-02-28",
    ]
    private static let file = Array(rows.joined(separator: "\r\n").utf8) + [0x0D, 0x0A]

    private func chunks(_ bytes: [UInt8], of size: Int) -> AsyncStream<[UInt8]> {
        AsyncStream { continuation in
            for start in stride(from: 0, to: bytes.count, by: size) {
                continuation.yield(Array(bytes[start..<min(start + size, bytes.count)]))
            }
            continuation.finish()
        }
    }

    private func upload(_ gate: MemoryGate, _ bytes: [UInt8] = file, by size: Int = 1000) async throws -> UploadReport {
        try await UploadRun(gate: gate, insurer: insurer("PICC"), encoding: nil)
            .take(chunks(bytes, of: size), reportedThrough: nil)
    }

    @Test(arguments: [1, 7, 64, 100_000])
    func `a file is taken in row by row, however it is cut`(size: Int) async throws {
        let workbench = Workbench()
        let report = try await upload(try MemoryGate(workbench), by: size)
        #expect(report.accepted == 2)
        #expect(report.quarantined == 2)
        #expect(report.rows.map(\.line) == [2, 3, 4, 5])
        #expect(report.rows.map(\.status) == [.flagged, .quarantined, .flagged, .quarantined])
        #expect(report.sequenceGaps == [], "the second and fourth have come and wait")
        let cut = report.rows.map { String(decoding: Self.file[$0.byteRange], as: UTF8.self) }
        #expect(cut.map { $0.trimmingCharacters(in: .newlines) } == Array(Self.rows.dropFirst()))
    }

    @Test func `a row in quarantine names the note of it, and an accepted one says what was left out`() async throws {
        let workbench = Workbench()
        let rows = [
            Self.rows[0], "1,P1,京QTO004,LSVAM4187C2123456,2026-03-01,2027-02-28",
            "2,P2,京A12345,LSVAM4187C2123457,2027-03-01,2026-02-28",
        ]
        let gate = try MemoryGate(workbench)
        let bytes = Array(rows.joined(separator: "\n").utf8)
        let report = try await upload(gate, bytes)
        #expect(report.rows.map { $0.entry?.text } == ["main-0", "main-1"])
        #expect(report.rows[0].unread.map(\.proposal) == ["京QT0004"])
        #expect(try await upload(gate, bytes).rows.map { $0.entry?.text } == ["main-0", "main-1"])
        let document = String(decoding: report.json, as: UTF8.self)
        #expect(document.contains(#""status":"quarantined","entryId":"main-1","logIndex":1"#))
        #expect(document.contains(#""unread":[{"column":"plate","code":"plateLetter""#))
        try workbench.accept([.event: "retraction", .corrects: "main-1"])
        #expect(workbench.store.openQuarantine(of: insurer("PICC")) == 0)
    }

    @Test func `numbers that never came are missing, numbers that wait or cannot be read are told apart`() async throws
    {
        let rows = [
            Self.rows[0], "1,P1,京A12345,LSVAM4187C2123456,2026-03-01,2027-02-28",
            "4,P4,京A12345,LSVAM4187C2123456,2029-03-01,2027-02-28", "6x,P6,京A12345,LSVAM4187C2123456,2029-03-01,x",
            "7,P7,京A12345,LSVAM4187C2123456,2027-03-01,2028-02-28",
        ]
        let gate = try MemoryGate(Workbench())
        let report = try await upload(gate, Array(rows.joined(separator: "\n").utf8))
        #expect(report.quarantined == 2)
        #expect(report.sequenceGaps == [2...3, 5...6])
        #expect(gate.feed.insurers[insurer("PICC")]?.sequences.missing == 4)
    }

    @Test func `the same file again has no second effect`() async throws {
        let workbench = Workbench()
        let gate = try MemoryGate(workbench)
        _ = try await upload(gate)
        let rows = workbench.store.rows.count
        let report = try await upload(gate)
        #expect(report.repeated == 2)
        #expect(report.quarantined == 2)
        #expect(report.accepted == 0)
        #expect(workbench.store.rows.count == rows)
    }

    @Test func `the corrected rows sent again end as if they had been right`() async throws {
        let workbench = Workbench()
        let gate = try MemoryGate(workbench)
        _ = try await upload(gate)
        let right = [
            Self.rows[0], "2,P2,京A12345,LSVAM4187C2123456,2027-03-01,2028-02-29",
            "4,P4,京A12346,LSVAM4187C2123457,2028-03-01,2029-02-28",
        ]
        let report = try await upload(gate, Array(right.joined(separator: "\n").utf8))
        #expect(report.accepted == 2)
        #expect(report.sequenceGaps == [])
        #expect(workbench.store.openQuarantine(of: insurer("PICC")) == 0)
    }

    @Test func `the report counts every row and says what became of it`() async throws {
        let report = try await upload(try MemoryGate(Workbench()))
        let document = try #require(
            JSONSerialization.jsonObject(with: Data(report.json)) as? [String: Any])
        #expect(document["accepted"] as? Int == 2)
        #expect(document["quarantined"] as? Int == 2)
        #expect(document["format"] as? String == "csv")
        let rows = try #require(document["rows"] as? [[String: Any]])
        #expect(rows.count == 4)
        let faults = try #require(rows[1]["faults"] as? [[String: Any]])
        #expect(faults.map { $0["code"] as? String } == ["periodImpossible"])
        #expect(faults.map { $0["column"] as? String } == ["end"])
    }

    @Test func `of a large file only the odd rows are listed, and none of those in quarantine gives way`() throws {
        let workbench = Workbench()
        let plain = try workbench.prepared(policyRecord("P1", from: "2026-03-01", to: "2027-02-28"))
        func acceptance(_ flags: [Flag]) throws -> SubmissionResult.Acceptance {
            let root = plain.fieldRoot
            return .init(
                entry: EntryID(log: .main, index: 0), leafHash: root, committedAt: workbench.now, flags: flags)
        }
        var report = UploadReport()
        for _ in 0..<UploadReport.listsEverythingUpTo { report.add(.accepted(try acceptance([])), for: plain) }
        #expect(report.rows.count == 1000)
        report.add(.repeated(try acceptance([])), for: plain)
        #expect(report.rows.isEmpty && report.rowsOmitted == 0)
        let flagged = SubmissionResult.accepted(try acceptance([.repaired]))
        for _ in 0..<(UploadReport.mostRows + 7) { report.add(flagged, for: plain) }
        #expect(report.rows.count == UploadReport.mostRows && report.rowsOmitted == 7)
        for _ in 0..<3 { report.add(.quarantined([], note: EntryID(log: .main, index: 1)), for: plain) }
        #expect(report.rows.prefix(4).map(\.status) == [.quarantined, .quarantined, .quarantined, .flagged])
        #expect(report.rows.count == UploadReport.mostRows && report.rowsOmitted == 10)
        #expect((report.accepted, report.repeated, report.quarantined) == (51_007, 1, 3))
    }

    @Test func `a file that is none is refused as a whole`() async throws {
        let workbench = Workbench()
        let gate = try MemoryGate(workbench)
        for bytes in [[], Array("PK\u{3}\u{4}".utf8), Array("a,b,c\n1,2,3\n".utf8)] as [[UInt8]] {
            await #expect(throws: FileFault.self) { try await upload(gate, bytes) }
        }
        #expect(workbench.store.rows.isEmpty)
    }
}
