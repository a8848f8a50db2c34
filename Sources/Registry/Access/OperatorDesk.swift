import Crypto
import FoundationEssentials
package import Regulation
import TransparencyLog

/// What the operator of a data directory does, with a server or without one.
package struct OperatorDesk: Sendable {
    private let gate: any RegistryGate

    package init(gate: any RegistryGate) { self.gate = gate }

    package static let insurerUnknown = Problem(
        404, "insurerUnknown", "没有这个保险公司代码", detail: "先用 xubao insurer add CODE --name NAME 登记。")

    /// Answers without guess limits; the audit names the operator.
    package func answer(_ query: CoverageQuery, at now: Instant) throws -> CoverageAnswer {
        let question = try query.question(from: .anyone)
        let answered = try gate.read {
            try CoverageDesk(hasher: gate.hasher).answer(question, from: $0, feed: $1, at: now)
        }
        try gate.note(
            Look(
                at: now, role: .operator, holder: gate.hasher.key(.client, "operator"),
                subject: gate.hasher.key(of: question.subject), form: Look.Form(question.proof),
                outcome: answered.answer.outcome, file: answered.file))
        return answered.answer
    }

    /// The answer with its card as one document: `answer`, its lines as `text`, and `card`, `null` where none is made.
    package func card(_ query: CoverageQuery, in language: Language, at now: Instant) throws -> [UInt8] {
        let subject = try query.question(from: .anyone).subject
        let answer = try answer(query, at: now)
        let card = try ProofDesk(gate: gate).card(of: answer, to: subject)
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("answer", raw: answer.json)
            writer.member(
                "text",
                array: { writer in
                    for line in TerminalAnswer.lines(answer, in: language) { writer.value(line) }
                })
            writer.member("card", card?.encoded)
        }
        return writer.bytes
    }

    /// Answers one line of a file of questions: an answer, or a problem in its place, and a line end.
    package func answerLine(_ line: [UInt8], at now: Instant) -> [UInt8] {
        do { return try answer(CoverageQuery(json: line), at: now).json + [0x0A] } catch let problem as Problem {
            return problem.json(requestID: nil) + [0x0A]
        } catch let fault as RegistryFault {
            return fault.problem.json(requestID: nil) + [0x0A]
        } catch {
            return Problem.failed.json(requestID: nil) + [0x0A]
        }
    }

    /// Makes an insurer or an office known and gives it a new key, shown this once.
    package func enrol(role: String, code: String, name: String, at now: Instant) async throws -> [UInt8] {
        var faults: [Problem.Item] = []
        let role = Credential.Role(rawValue: role)
        if role == nil { faults.append(.init(path: "role", code: "unknown", message: "应是 insurer 或 official")) }
        let holder = InsurerCode(code)
        if holder == nil { faults.append(.init(path: "code", code: "form", message: "代码应是 2 至 12 位字母和数字，字母开头")) }
        if !(1...100).contains(name.count) {
            faults.append(.init(path: "name", code: "length", message: "名称应有 1 至 100 个字"))
        }
        guard faults.isEmpty, let role, let holder else { throw Problem.invalid(faults) }
        let key = "xb_\(role.rawValue)_" + Self.base64URL(gate.preparer.random.bytes(count: 32))
        let credential = Credential(
            keyHash: Array(SHA256.hash(data: Array(key.utf8))), role: role, holder: holder, name: name,
            createdAt: now)
        try await gate.write { store in
            if role == .insurer { try store.enrol(holder, name: name) }
            try store.store(credential)
        }
        var writer = JSONWriter()
        writer.object {
            $0.member("role", role.rawValue)
            $0.member("code", holder.text)
            $0.member("name", name)
            $0.member("key", key)
        }
        return writer.bytes
    }

    /// A moment: all that was committed up to it is visible, and nothing will be committed before it.
    package func barrier() async throws -> Instant {
        // What is committed later may bear the very same millisecond.
        try await gate.write { $0.committedAt }.adding(milliseconds: -1)
    }

    /// Every insurer with how far it has reported.
    package func insurers(at now: Instant) -> [UInt8] {
        let feed = gate.feed
        var writer = JSONWriter()
        writer.object { writer in
            writer.member(
                "insurers",
                array: { writer in
                    for (code, insurer) in feed.insurers.sorted(by: { $0.key < $1.key }) {
                        writer.object { Self.write(insurer, code, feed.age(of: code, at: now), to: &$0) }
                    }
                })
            writer.member("treeSize", feed.treeSize)
        }
        return writer.bytes
    }

    private static func write(
        _ insurer: FeedStatus.Insurer, _ code: InsurerCode, _ age: Int64?, to writer: inout JSONWriter
    ) {
        writer.member("code", code.text)
        writer.member("name", insurer.name)
        writer.member("reportedThrough", insurer.through?.text)
        writer.member("feedAgeSeconds", age)
        writer.member("accepted", insurer.accepted)
        writer.member("openQuarantine", insurer.openQuarantine)
        writer.member("missingSequences", insurer.sequences.missing)
    }

    private static func base64URL(_ bytes: [UInt8]) -> String {
        String(
            Data(bytes).base64EncodedString().compactMap { character -> Character? in
                switch character {
                case "+": "-"
                case "/": "_"
                case "=": nil
                default: character
                }
            })
    }
}
