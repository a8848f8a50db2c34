import Registry
import Regulation
import Testing
import TransparencyLog

/// From a policy number to a file that proves what was reported of it.
@Suite struct ProofDeskTests {
    private let bench = Workbench()

    private func file(
        _ number: String, insurer: InsurerCode? = nil, open: [String] = [], published: Int? = nil
    ) throws -> ProofFile {
        let leaves = Array(bench.store.rows.map(\.leaf).prefix(published ?? .max))
        let gate = try MemoryGate(bench, publishing: PublishedSample(leaves, by: ProofSamples.signer(9)))
        let text = try ProofDesk(gate: gate).proof(
            for: ProofRequest(policyNumber: number, insurer: insurer, open: open))
        let file = try #require(ProofFile(text))
        _ = try file.verified(by: [gate.signer.verifier])
        return file
    }

    /// The problem's code.
    private func refusal(_ body: () throws -> ProofFile) -> String? {
        do { _ = try body() } catch let problem as Problem { return problem.code } catch { return "\(error)" }
        return nil
    }

    private func cancellation(of number: String) -> [Field: String] {
        [.event: "cancellation", .policyNumber: number, .effectiveAt: "2027-01-01", .ground: "deregistered"]
    }

    @Test func `a file holds the policy and what changed it, and nothing of another contract`() throws {
        try bench.accept(policyRecord("P1", from: "2025-12-01", to: "2026-11-30"))
        let policy = try bench.accept(policyRecord("P2", from: "2026-12-01", to: "2027-11-30", [.sequence: "7"]))
        try bench.accept(cancellation(of: "P1"))
        let correction = try bench.accept([
            .event: "correction", .policyNumber: "P2", .corrects: "P2#7", .end: "2027-10-31",
        ])
        let cancelled = try bench.accept(cancellation(of: "P2"))
        let retraction = try bench.accept([.event: "retraction", .corrects: cancelled])
        let file = try file("P2")
        #expect("main-\(file.entry.index)" == policy)
        #expect(file.entries.map { "main-\($0.index)" } == [policy, correction, cancelled, retraction])
        #expect(file.entries.map(\.event) == [.policy, .correction, .cancellation, .retraction])
        #expect(file.entries[1][.target] == policy)
        #expect(file.entries[1][.end] == "2027-11-01T00:00:00+08:00")
        #expect(file.entries[3][.target] == cancelled)
    }

    @Test func `only what is always shown is shown, and what is asked for`() throws {
        try bench.accept(policyRecord("P1", from: "2026-12-01", to: "2027-11-30", [.phone: "13912345678"]))
        let plain = try file("P1")
        #expect(plain.entry[.policyNumber] == "P1")
        #expect(plain.entry[.insurer] == "PICC")
        #expect(plain.entry[.plate] == nil)
        #expect(try file("Ｐ１").entry == plain.entry)
        let opened = try file("P1", open: ["plate", "车架号"])
        #expect(opened.entry[.plate] == "京A12345")
        #expect(opened.entry[.vin] == "LSVAM4187C2123456")
        #expect(opened.entry[.phone] == nil)
    }

    @Test func `a personal field is not opened, nor one that does not exist`() throws {
        try bench.accept(policyRecord("P1", from: "2026-12-01", to: "2027-11-30"))
        #expect(refusal { try file("P1", open: ["phone"]) } == "invalid")
        #expect(refusal { try file("P1", open: ["投保人"]) } == "invalid")
        #expect(refusal { try file("P1", open: ["colour"]) } == "invalid")
    }

    @Test func `a number that was corrected leads to the contract, and so does the one it had`() throws {
        let policy = try bench.accept(policyRecord("P1", from: "2026-12-01", to: "2027-11-30", [.sequence: "7"]))
        let cancelled = try bench.accept(cancellation(of: "P1"))
        let correction = try bench.accept([.event: "correction", .policyNumber: "P9", .corrects: policy])
        for number in ["P1", "P9"] {
            #expect(try file(number).entries.map { "main-\($0.index)" } == [policy, cancelled, correction])
        }
    }

    @Test func `a contract that was taken to another vehicle is proven with both its reports`() throws {
        try bench.accept(policyRecord("P0", from: "2025-12-01", to: "2026-11-30"))
        let policy = try bench.accept(policyRecord("P1", from: "2026-12-01", to: "2027-11-30"))
        let moved = try bench.accept([
            .event: "correction", .policyNumber: "P1", .corrects: policy, .plate: "京A12345",
            .vin: "LSVAM4187C2654321",
        ])
        let file = try file("P1")
        #expect("main-\(file.entry.index)" == moved)
        #expect(file.entries.contains { "main-\($0.index)" == policy })
        #expect(file.entries.contains { $0.event == .retraction && $0[.movedTo] == moved })
    }

    @Test func `a contract that was withdrawn is still proven, with its retraction`() throws {
        let policy = try bench.accept(policyRecord("P1", from: "2026-12-01", to: "2027-11-30"))
        try bench.accept([.event: "retraction", .corrects: policy])
        #expect(try file("P1").entries.map(\.event) == [.policy, .retraction])
    }

    @Test func `a number nobody reported, a proposal and another insurer's number are unknown`() throws {
        try bench.accept(policyRecord("P1", from: "2026-12-01", to: "2027-11-30"))
        try bench.accept(policyRecord("T1", from: "2027-12-01", to: "2028-11-30", [.event: "proposal"]))
        #expect(refusal { try file("P2") } == "policyUnknown")
        #expect(refusal { try file("T1") } == "policyUnknown")
        #expect(refusal { try file("P1", insurer: insurer("CPIC")) } == "policyUnknown")
    }

    @Test func `of a number that two insurers used the insurer is wanted`() throws {
        try bench.accept(policyRecord("P1", from: "2026-12-01", to: "2027-11-30"))
        try bench.accept(policyRecord("P1", from: "2027-12-01", to: "2028-11-30"), from: "CPIC")
        #expect(refusal { try file("P1") } == "policyOfSeveralInsurers")
        #expect(try file("P1", insurer: insurer("CPIC")).entries.map { $0[.insurer] } == ["CPIC"])
    }

    @Test func `what is not published yet is not proven yet`() throws {
        try bench.accept(policyRecord("P0", plate: "京B00001", vin: nil, from: "2026-06-01", to: "2027-05-31"))
        try bench.accept(policyRecord("P1", from: "2026-12-01", to: "2027-11-30"))
        #expect(refusal { try file("P1", published: 1) } == "notYetPublished")
        #expect(try file("P0", published: 1).proof.index == 0)
        let gate = try MemoryGate(bench)
        let request = ProofRequest(policyNumber: "P1")
        #expect(throws: Problem.logNotPublished) { try ProofDesk(gate: gate).proof(for: request) }
    }

    @Test func `a log that holds something else in the entry's place gives no proof`() throws {
        try bench.accept(policyRecord("P1", from: "2026-12-01", to: "2027-11-30"))
        let other = try PublishedSample([MerkleTree.leafHash([1])], by: ProofSamples.signer(9))
        let gate = try MemoryGate(bench, publishing: other)
        #expect(throws: RegistryFault.entryDamaged(0)) {
            try ProofDesk(gate: gate).proof(for: ProofRequest(policyNumber: "P1"))
        }
    }

    @Test func `of a contract with more entries than a file holds, the report and the latest are proven`() throws {
        let policy = try bench.accept(policyRecord("P1", from: "2026-12-01", to: "2027-11-30"))
        var last = ""
        for day in 1...70 {
            last = try bench.accept([
                .event: "plateChange", .policyNumber: "P1", .newPlate: day % 2 == 0 ? "京A12345" : "京A54321",
                .effectiveAt: moment("2026-12-01").adding(days: day).text,
            ])
        }
        let file = try file("P1")
        #expect(file.entries.count == ProofFile.entryLimit)
        #expect("main-\(file.entries[0].index)" == policy)
        #expect(file.entries.last.map { "main-\($0.index)" } == last)
    }

    @Test func `a request is read from its document, and what is wrong with it is told`() throws {
        let request = ProofRequest(policyNumber: "P1", insurer: insurer("PICC"), open: ["plate", "vin"])
        let read = try ProofRequest(json: request.json)
        #expect(read.policyNumber == "P1")
        #expect(read.insurer?.text == "PICC")
        #expect(read.open == ["plate", "vin"])
        #expect(try ProofRequest(json: ProofRequest(policyNumber: "P1").json).insurer == nil)
        for wrong in [
            "{}", #"{"policyNumber":1}"#, #"{"policyNumber":"P","open":[1]}"#, "[]", "",
            #"{"policyNumber":"P","insurer":"?"}"#,
        ] {
            #expect(throws: Problem.self) { try ProofRequest(json: Array(wrong.utf8)) }
        }
    }
}
