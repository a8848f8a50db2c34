import Registry
import Regulation
import Synchronization

/// Answers the public: the same for the page and the API, with the limits on guessing and the audit.
struct PublicDesk {
    let services: Services

    /// Throws `Problem` for bad input and for exhausted limits.
    func answer(_ query: CoverageQuery, network: LookupKey) async throws -> CoverageAnswer {
        let question = try query.question(from: .anyone)
        if let magic = try await SandboxDesk(services: services).answer(question) { return magic }
        return try answer(question, network: network)
    }

    /// The same without waiting for anything; `nil` for the sandbox's magic plates, some of which are slow on purpose.
    func answerAtOnce(_ query: CoverageQuery, network: LookupKey) throws -> CoverageAnswer? {
        let question = try query.question(from: .anyone)
        guard !SandboxDesk(services: services).isMagic(question) else { return nil }
        return try answer(question, network: network)
    }

    private func answer(_ question: CoverageQuestion, network: LookupKey) throws -> CoverageAnswer {
        let gate = services.gate
        let now = gate.clock.now
        let subject = gate.hasher.key(of: question.subject)
        let pair = services.pair(subject, network)
        let form = Look.Form(question.proof)
        let isFullProof = form != .suffix
        let verdict = services.limits.withLock {
            $0.admit(plate: subject, network: network, pair: pair, isFullProof: isFullProof, at: now)
        }
        switch verdict {
        case .allowed: break
        case .suffixExhausted: throw Problem.suffixExhausted
        case .platesExhausted: throw Problem.platesExhausted
        }
        let answered = try gate.read { try services.coverage.answer(question, from: $0, feed: $1, at: now) }
        let outcome = answered.answer.outcome
        services.limits.withLock {
            $0.note(plate: subject, pair: pair, isFullProof: isFullProof, isMatch: outcome != .noMatch, at: now)
        }
        gate.note(
            Look(
                at: now, role: .anyone, holder: network, subject: subject, form: form, outcome: outcome,
                file: answered.file))
        services.metrics.answered(outcome.rawValue)
        return answered.answer
    }
}
