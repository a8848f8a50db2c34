import Registry
import Regulation
import Testing
import TransparencyLog

/// Who may be forgotten when, what goes, and what the log says of it
/// (Insurance Law 87, Personal Information Protection Law 47).
@Suite struct ErasureDeskTests {
    private let bench = Workbench()

    private static let holder: [Field: String] = [
        .policyholderName: "张三", .policyholderDocument: "11010519491231002X", .phone: "13912345678",
    ]
    private static let insured: [Field: String] = [
        .insuredName: "李四", .insuredDocument: "110105197801010015",
    ]

    private func take(
        _ number: String, party: Party? = nil, confirmed: Bool = true, insurer: InsurerCode? = nil
    ) async throws -> ErasureOutcome {
        let desk = ErasureDesk(gate: try MemoryGate(bench), tables: try LawTables.published.get())
        return try await desk.take(
            ErasureRequest(policyNumber: number, insurer: insurer, party: party, isConfirmed: confirmed),
            at: bench.now)
    }

    /// The problem's code, or what was thrown instead.
    private func refusal(_ number: String, party: Party? = nil) async -> String? {
        do { _ = try await take(number, party: party, confirmed: false) } catch let problem as Problem {
            return problem.code
        } catch { return "\(error)" }
        return nil
    }

    private func old(_ number: String, _ personal: [Field: String] = holder) -> [Field: String] {
        policyRecord(number, from: "2018-12-01", to: "2019-11-30", personal)
    }

    @Test func `what the law wants kept is kept to the day: five years from the contract's end`() async throws {
        try bench.accept(old("P1"), at: "2018-11-20 10:00")
        bench.now = moment("2024-12-01 23:59")
        #expect(await refusal("P1") == "mustBeKept")
        bench.now = moment("2024-12-02 00:00")
        let plan = try await take("P1", confirmed: false).plan
        #expect(plan.freeFrom.text == "2024-12-02" && plan.contracts == 1 && plan.places == 1)
        #expect(bench.store.erased.isEmpty && bench.store.feed.treeSize == 1)
    }

    @Test func `a cancelled contract counts from its cancellation, and the latest contract of the person decides`()
        async throws
    {
        try bench.accept(old("P1"), at: "2018-11-20 10:00")
        try bench.accept([
            .event: "cancellation", .policyNumber: "P1", .effectiveAt: "2019-03-01", .ground: "deregistered",
        ])
        bench.now = moment("2024-03-02 00:00")
        #expect(try await take("P1", confirmed: false).plan.freeFrom.text == "2024-03-02")
        // Another vehicle, another contract, the same person.
        try bench.accept(
            policyRecord(
                "P2", plate: "京B00001", vin: "LSVAA4187C2000777", from: "2020-12-01", to: "2021-11-30", Self.holder))
        bench.now = moment("2026-12-01 10:00")
        #expect(await refusal("P1") == "mustBeKept")
        bench.now = moment("2026-12-02 10:00")
        let plan = try await take("P1", confirmed: false).plan
        #expect(plan.contracts == 2 && plan.places == 2)
    }

    @Test func `a contract of more than a year is kept for ten, and it is said that the row is not verified`()
        async throws
    {
        try bench.accept(
            policyRecord("P1", from: "2016-12-01", to: "2018-12-01", Self.holder), at: "2016-11-20 10:00")
        bench.now = moment("2028-12-02 10:00")
        #expect(await refusal("P1") == "mustBeKept")
        bench.now = moment("2028-12-03 10:00")
        #expect(try await take("P1", confirmed: false).plan.notes.map(\.code) == ["rowUnverified"])
    }

    @Test func `a contract that ended before the text is not guessed`() async throws {
        try bench.accept(
            policyRecord("P1", from: "2012-12-01", to: "2013-11-30", Self.holder), at: "2012-11-20 10:00")
        bench.now = moment("2040-01-01 10:00")
        #expect(await refusal("P1") == "refused")
    }

    @Test func `every place goes, an entry beside each says so, and nothing else changes`() async throws {
        try bench.accept(old("P1"), at: "2018-11-20 10:00")
        try bench.accept([
            .event: "correction", .policyNumber: "P1", .corrects: "main-0", .phone: "13800000000",
            .policyholderDocument: "11010519491231002X",
        ])
        let before = try bench.store.entries([0, 1])
        let fold = try #require(
            try bench.store.vehicleFiles(at: bench.hasher.key(ofPolicy: "P1", insurer: insurer("PICC"))).first
        ).file
        bench.now = moment("2026-11-20 12:00")
        guard case .erased(let plan, let entries) = try await take("P1") else {
            Issue.record("not erased")
            return
        }
        #expect(plan.places == 2 && entries.map(\.text) == ["main-2", "main-3"])
        #expect(bench.store.erased.values.allSatisfy { $0 == 2 } && bench.store.erased.count == 1)
        let erasures = try bench.store.entries([2, 3])
        #expect(erasures.map(\.content.event) == [.erasure, .erasure])
        #expect(erasures.map { $0.content[.target] } == ["main-0", "main-1"])
        #expect(erasures[0].content.erasedFields == [.policyholderName, .policyholderDocument, .phone])
        #expect(try bench.store.entries([0, 1]) == before)
        let now = try #require(
            try bench.store.vehicleFiles(at: bench.hasher.key(ofPolicy: "P1", insurer: insurer("PICC"))).first
        ).file
        #expect(now.policies == fold.policies && now.vin == fold.vin && now.entries == [0, 1, 2, 3])
        #expect(await refusal("P1") == "alreadyErased")
    }

    @Test func `two persons are forgotten one at a time`() async throws {
        try bench.accept(old("P1", Self.holder.merging(Self.insured) { $1 }), at: "2018-11-20 10:00")
        bench.now = moment("2026-11-20 12:00")
        #expect(await refusal("P1") == "partyWanted")
        guard case .erased(_, let first) = try await take("P1", party: .insured) else { return }
        let erasure = try bench.store.entries(first.map(\.index))[0].content
        #expect(erasure.erasedFields == [.insuredName, .insuredDocument])
        #expect(await refusal("P1", party: .insured) == "alreadyErased")
        // The other one is now the only one left.
        guard case .erased(_, let second) = try await take("P1") else { return }
        #expect(try bench.store.entries(second.map(\.index))[0].content.erasedFields.contains(.phone))
        #expect(bench.store.erased.count == 2)
    }

    @Test func `what was reported without persons, or not at all, has nothing to erase`() async throws {
        try bench.accept(old("P1", [:]), at: "2018-11-20 10:00")
        bench.now = moment("2026-11-20 12:00")
        #expect(await refusal("P1") == "nothingPersonal")
        #expect(await refusal("P9") == "policyUnknown")
    }

    @Test func `a record that waits in quarantine under the number goes with it`() async throws {
        try bench.accept(old("P1"), at: "2018-11-20 10:00")
        try bench.refuse([
            .event: "cancellation", .policyNumber: "P1", .effectiveAt: "2019-13-01", .ground: "deregistered",
            .policyholderName: "张三", .sequence: "9",
        ])
        bench.now = moment("2026-11-20 12:00")
        guard case .erased(let plan, let entries) = try await take("P1") else { return }
        #expect(plan.places == 2)
        let records = try bench.store.entries(entries.map(\.index)).filter(\.content.erasesRecord)
        #expect(records.map { $0.content[.target] } == ["main-1"])
    }

    @Test func `a proof tells what was erased and by which entry, and nothing in the place of that entry`()
        async throws
    {
        try bench.accept(old("P1"), at: "2018-11-20 10:00")
        bench.now = moment("2026-11-20 12:00")
        _ = try await take("P1")
        let leaves = bench.store.rows.map(\.leaf)
        let gate = try MemoryGate(bench, publishing: PublishedSample(leaves, by: ProofSamples.signer(9)))
        let file = try #require(
            ProofFile(try ProofDesk(gate: gate).proof(for: ProofRequest(policyNumber: "P1"))))
        let proven = try file.verified(by: [gate.signer.verifier])
        #expect(proven.entries.map(\.event) == [.policy, .erasure])
        let erased = proven.entries[0].parts.compactMap { part -> UInt8? in
            if case .erased(let number, _, EntryID(log: .main, index: 1)) = part { number } else { nil }
        }
        #expect(erased == [19, 20, 23])
        // Another field, another entry, another log's.
        let text = extra(of: file)
        for (old, new) in [("erased 23 ", "erased 22 "), ("main-1", "main-0"), ("main-1", "other-1")] {
            let forged = try #require(ProofFile(replacing(extra: text.replacing(old, with: new), in: file)))
            #expect(throws: EvidenceFault.erasureUnproven(0)) { try forged.verified() }
        }
    }

    @Test func `an erasure proves nothing of another entry than its own`() async throws {
        try bench.accept(old("P1"), at: "2018-11-20 10:00")
        try bench.accept([
            .event: "correction", .policyNumber: "P1", .corrects: "main-0", .phone: "13800000000",
            .policyholderName: "张三", .policyholderDocument: "11010519491231002X",
        ])
        bench.now = moment("2026-11-20 12:00")
        _ = try await take("P1")
        let leaves = bench.store.rows.map(\.leaf)
        let gate = try MemoryGate(bench, publishing: PublishedSample(leaves, by: ProofSamples.signer(9)))
        let file = try #require(
            ProofFile(try ProofDesk(gate: gate).proof(for: ProofRequest(policyNumber: "P1"))))
        #expect(try file.verified(by: [gate.signer.verifier]).entries.map(\.index) == [0, 1, 2, 3])
        let forged = try #require(
            ProofFile(replacing(extra: extra(of: file).replacing("main-2", with: "main-3"), in: file)))
        #expect(throws: EvidenceFault.erasureUnproven(0)) { try forged.verified() }
    }

    @Test func `requests are read strictly`() throws {
        let whole = ErasureRequest(
            policyNumber: "P1", insurer: insurer("PICC"), party: .insured, isConfirmed: true)
        let read = try ErasureRequest(json: whole.json)
        #expect(
            read.policyNumber == "P1" && read.insurer == insurer("PICC") && read.party == .insured && read.isConfirmed)
        #expect(try !ErasureRequest(json: Array(#"{"policyNumber":"P1"}"#.utf8)).isConfirmed)
        for text in [
            "[]", "{}", #"{"policyNumber":1}"#, #"{"policyNumber":"P1","party":"driver"}"#,
            #"{"policyNumber":"P1","confirmed":"yes"}"#, #"{"policyNumber":"P1","insurer":"!"}"#,
        ] {
            #expect(throws: Problem.self) { try ErasureRequest(json: Array(text.utf8)) }
        }
    }
}
