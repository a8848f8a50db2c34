import Crypto
import Foundation
import Registry
import Regulation
import Testing
import TransparencyLog

/// What the operator of a data directory does.
@Suite struct OperatorDeskTests {
    private let now = moment("2026-11-20 12:00")

    private func bench() throws -> (Workbench, MemoryGate, OperatorDesk) {
        let workbench = Workbench(now: "2026-11-20 12:00")
        try workbench.accept(policyRecord("P1", from: "2026-03-01", to: "2027-02-28"))
        let gate = try MemoryGate(workbench)
        return (workbench, gate, OperatorDesk(gate: gate))
    }

    private func document(_ bytes: [UInt8]) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    @Test func `a line of questions is answered line by line, what is unreadable in its place`() throws {
        let (_, gate, desk) = try bench()
        let right = desk.answerLine(Array(#"{"plate":{"number":"京A12345"},"vinSuffix":"123456"}"#.utf8), at: now)
        #expect(try document(right)["outcome"] as? String == "inForce")
        #expect(right.last == 0x0A)
        #expect(right.count { $0 == 0x0A } == 1)
        let wrong = desk.answerLine(Array("nonsense".utf8), at: now)
        #expect(try document(wrong)["code"] as? String == "invalidJSON")
        #expect(wrong.last == 0x0A)
        #expect(gate.looks.map(\.outcome) == [.inForce])
        #expect(gate.looks.map(\.role) == [.operator])
    }

    @Test func `a card comes with the answer it is of, and none with no match`() throws {
        let (workbench, _, _) = try bench()
        let signer = try ProofSamples.signer(9)
        let log = try PublishedSample(workbench.store.rows.map(\.leaf), by: signer)
        let desk = OperatorDesk(gate: try MemoryGate(workbench, publishing: log))
        func asked(_ suffix: String) throws -> [String: Any] {
            let query = try CoverageQuery(
                json: Array(#"{"plate":{"number":"京A12345"},"vinSuffix":"\#(suffix)"}"#.utf8))
            return try document(desk.card(query, in: .chinese, at: now))
        }
        let found = try asked("123456")
        let text = try #require(found["card"] as? String)
        let note = try #require(SignedNote(text))
        #expect(try AnswerCard(note, by: signer.verifier).outcome == .inForce)
        #expect((found["answer"] as? [String: Any])?["outcome"] as? String == "inForce")
        #expect((found["text"] as? [String])?.isEmpty == false)
        #expect(try asked("000000")["card"] is NSNull)
    }

    @Test func `the operator has no limit on guesses`() throws {
        let (_, _, desk) = try bench()
        for number in 100_000..<100_200 {
            let line = desk.answerLine(
                Array(#"{"plate":{"number":"京A12345"},"vinSuffix":"\#(number)"}"#.utf8), at: now)
            #expect(try document(line)["outcome"] as? String == "noMatch")
        }
    }

    @Test func `a new insurer gets a key, of which only the hash is kept`() async throws {
        let (_, gate, desk) = try bench()
        let made = try document(try await desk.enrol(role: "insurer", code: "taic", name: "天安", at: now))
        let key = try #require(made["key"] as? String)
        #expect(key.hasPrefix("xb_insurer_"))
        let credential = try #require(try gate.credentials().last)
        #expect(credential.keyHash == Array(SHA256.hash(data: Data(key.utf8))))
        #expect(credential.holder == insurer("TAIC"))
        #expect(gate.feed.insurers[insurer("TAIC")]?.name == "天安")
        _ = try await desk.enrol(role: "official", code: "JG01", name: "交管", at: now)
        #expect(gate.feed.insurers[insurer("JG01")] == nil, "an office reports nothing")
    }

    @Test func `everything wrong with an enrolment is told`() async throws {
        let (_, _, desk) = try bench()
        do {
            _ = try await desk.enrol(role: "king", code: "1", name: "", at: now)
            Issue.record("enrolled")
        } catch let problem as Problem {
            #expect(problem.errors.map(\.path) == ["role", "code", "name"])
        }
    }

    @Test func `the list of insurers says how far each has reported`() throws {
        let (workbench, _, desk) = try bench()
        try workbench.store.state(reportedThrough: moment("2026-11-20 11:59"), by: insurer("PICC"))
        let list = try document(desk.insurers(at: now))
        let insurers = try #require(list["insurers"] as? [[String: Any]])
        #expect(insurers.map { $0["code"] as? String } == ["CPIC", "PAIC", "PICC"])
        #expect(insurers[2]["feedAgeSeconds"] as? Int == 60)
        #expect(insurers[2]["accepted"] as? Int == 1)
        #expect(insurers[0]["reportedThrough"] is NSNull)
    }
}
