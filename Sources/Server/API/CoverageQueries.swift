import HTTPTypes
import Hummingbird
import NIOCore
import Registry
import Regulation
import Synchronization

/// `POST /v1/coverage-queries`: one question, one answer.
struct CoverageQueries {
    let services: Services

    func handle(_ request: Request, context: XubaoContext) async throws -> Response {
        let query = try CoverageQuery(json: try await request.wholeBody(upTo: services.settings.longestQuery))
        let credential = try services.credentials.credential(of: request, gate: services.gate)
        switch credential?.role {
        case .official?: return .json(try await official(query, credential).json)
        case .insurer?: return .json(try insurer(query, credential).json)
        case nil:
            let network = ClientNetwork.key(of: request, context, services)
            return .json(try await PublicDesk(services: services).answer(query, network: network).json)
        }
    }

    /// An office may ask by plate alone, says why, and is in the audit before it is answered.
    private func official(_ query: CoverageQuery, _ credential: Credential?) async throws -> CoverageAnswer {
        guard let purpose = query.purpose?.trimmingSpaces, (2...200).contains(purpose.count), let credential else {
            throw Problem.invalid([
                .init(path: "purpose", code: "missing", message: "请写明查询事由，2 至 200 字；事由会记入车主可见的查询记录")
            ])
        }
        let question = try query.question(from: .official)
        let now = services.gate.clock.now
        let answered = try services.gate.read {
            try services.coverage.answer(question, from: $0, feed: $1, at: now)
        }
        try await services.gate.record(
            look(question, answered, role: .official, holder: credential.holder, at: now, purpose: purpose))
        services.metrics.answered(answered.answer.outcome.rawValue)
        return answered.answer
    }

    /// An insurer sees vehicles it has a contract on; about others it asks with the owner's proof, like anybody.
    private func insurer(_ query: CoverageQuery, _ credential: Credential?) throws -> CoverageAnswer {
        guard let credential else { throw Problem.unauthorized }
        let question = try query.question(from: .insurer(credential.holder))
        guard case .insurer = question.proof else { throw Problem.forbidden }
        let now = services.gate.clock.now
        let answered = try services.gate.read {
            try services.coverage.answer(question, from: $0, feed: $1, at: now)
        }
        try services.gate.note(
            look(question, answered, role: .insurer, holder: credential.holder, at: now, purpose: nil))
        services.metrics.answered(answered.answer.outcome.rawValue)
        return answered.answer
    }

    private func look(
        _ question: CoverageQuestion, _ answered: CoverageDesk.Answered, role: Look.Role, holder: InsurerCode,
        at now: Instant,
        purpose: String?
    ) -> Look {
        Look(
            at: now, role: role, holder: services.gate.hasher.key(.client, holder.text),
            subject: services.gate.hasher.key(of: question.subject), form: role == .official ? .official : .insurer,
            outcome: answered.answer.outcome, file: answered.file, purpose: purpose)
    }
}

extension String {
    var trimmingSpaces: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
