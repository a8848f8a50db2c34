import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Registry
import Regulation

/// What only the operator of the data directory may do, over its socket: the socket's file mode is the access control.
struct OperatorEndpoints {
    let services: Services

    func add(to router: Router<XubaoContext>) {
        router.post("/operator/coverage-queries", use: ask)
        router.post("/operator/coverage-query-lines", use: askLines)
        router.post("/operator/cards", use: card)
        router.post("/operator/proofs", use: prove)
        router.post("/operator/erasures", use: erase)
        router.post("/operator/barriers", use: barrier)
        router.post("/operator/uploads/:insurer", use: upload)
        router.get("/operator/insurers", use: list)
        router.post("/operator/credentials", use: enrol)
    }

    /// One question; as JSON, or as lines for a terminal when plain text is asked for.
    private func ask(_ request: Request, context: XubaoContext) async throws -> Response {
        let body = try await request.wholeBody(upTo: services.settings.longestQuery)
        let query = try CoverageQuery(json: body)
        let magic = try await SandboxDesk(services: services).answer(query.question(from: .anyone))
        let answer = try magic ?? OperatorDesk(gate: services.gate).answer(query, at: services.gate.clock.now)
        var response: Response
        if request.headers[.accept]?.hasPrefix("text/plain") == true {
            let text = TerminalAnswer.lines(answer, in: language(of: request)).joined(separator: "\n") + "\n"
            response = Response(
                status: .ok, headers: [.contentType: "text/plain; charset=utf-8"],
                body: .init(byteBuffer: ByteBuffer(string: text)))
        } else {
            response = .json(answer.json)
        }
        response.headers[.outcome] = answer.outcome.rawValue
        return response
    }

    private func language(of request: Request) -> Language {
        request.headers[.acceptLanguage]?.hasPrefix("en") == true ? .english : .chinese
    }

    /// One question, its answer and the answer's card. Plates that always answer the same have no entries, and no card.
    private func card(_ request: Request, context: XubaoContext) async throws -> Response {
        let query = try CoverageQuery(json: try await request.wholeBody(upTo: services.settings.longestQuery))
        return .json(
            try OperatorDesk(gate: services.gate).card(
                query, in: language(of: request), at: services.gate.clock.now))
    }

    /// The proof file of a contract.
    private func prove(_ request: Request, context: XubaoContext) async throws -> Response {
        let wanted = try ProofRequest(json: try await request.wholeBody(upTo: services.settings.longestQuery))
        let desk = ProofDesk(gate: services.gate)
        let file = try await services.gate.offload { try desk.proof(for: wanted) }
        return Response(
            status: .ok, headers: [.contentType: "text/plain; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: file)))
    }

    /// What erasing a person's values would take, or, where it is confirmed, the erasure.
    private func erase(_ request: Request, context: XubaoContext) async throws -> Response {
        let wanted = try ErasureRequest(json: try await request.wholeBody(upTo: services.settings.longestQuery))
        let desk = ErasureDesk(gate: services.gate, tables: services.law.tables)
        return .json(try await desk.take(wanted, at: services.gate.clock.now).json)
    }

    /// A moment up to which everything committed is visible, in milliseconds since 1970.
    private func barrier(_ request: Request, context: XubaoContext) async throws -> Response {
        let moment = try await OperatorDesk(gate: services.gate).barrier()
        return Response(
            status: .ok, headers: [.contentType: "text/plain"],
            body: .init(byteBuffer: ByteBuffer(string: String(moment.milliseconds))))
    }

    /// Many questions, one a line, answered in order as they come.
    private func askLines(_ request: Request, context: XubaoContext) async throws -> Response {
        let desk = OperatorDesk(gate: services.gate)
        let sandbox = SandboxDesk(services: services)
        let gate = services.gate
        let answerLine = { @Sendable (line: [UInt8]) in
            sandbox.answerLine(line) ?? desk.answerLine(line, at: gate.clock.now)
        }
        return Response(
            status: .ok, headers: [.contentType: "application/x-ndjson"],
            body: .init { writer in
                var splitter = LineSplitter()
                for try await buffer in request.body {
                    let lines = try splitter.feed(Array(buffer.readableBytesView))
                    let output = try await gate.offload { lines.flatMap(answerLine) }
                    if !output.isEmpty { try await writer.write(ByteBuffer(bytes: output)) }
                }
                if let last = splitter.finish() { try await writer.write(ByteBuffer(bytes: answerLine(last))) }
                try await writer.finish(nil)
            })
    }

    private func upload(_ request: Request, context: XubaoContext) async throws -> Response {
        guard let code = context.parameters.get("insurer").flatMap({ InsurerCode($0) }),
            services.gate.feed.insurers[code] != nil
        else { throw OperatorDesk.insurerUnknown }
        return try await Uploads(services: services).take(request, insurer: code)
    }

    private func list(_ request: Request, context: XubaoContext) async throws -> Response {
        .json(OperatorDesk(gate: services.gate).insurers(at: services.gate.clock.now))
    }

    private struct Enrolment: Decodable {
        let role: String
        let code: String
        let name: String
    }

    private func enrol(_ request: Request, context: XubaoContext) async throws -> Response {
        let body = try await request.wholeBody(upTo: services.settings.longestQuery)
        guard let wanted = try? JSONDecoder().decode(Enrolment.self, from: Data(body)) else {
            throw Problem.invalidJSON
        }
        let document = try await OperatorDesk(gate: services.gate)
            .enrol(role: wanted.role, code: wanted.code, name: wanted.name, at: services.gate.clock.now)
        return .json(document, status: .created)
    }
}
