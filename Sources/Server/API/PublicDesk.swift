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
        let form = Look.Form(question.proof)
        let asked = GuessLimits.Question(about: subject, from: network, form: form, at: now)
        switch services.limits.withLock({ $0.admit(asked) }) {
        case .allowed: break
        case .triesExhausted: throw Problem.triesExhausted(form)
        case .platesExhausted: throw Problem.platesExhausted
        }
        let answered: CoverageDesk.Answered
        do {
            answered = try gate.read { try services.coverage.answer(question, from: $0, feed: $1, at: now) }
            try gate.note(
                Look(
                    at: now, role: .anyone, holder: network, subject: subject, form: form,
                    outcome: answered.answer.outcome, file: answered.file))
        } catch {
            services.limits.withLock { $0.settle(asked, .failed) }
            throw error
        }
        let outcome = answered.answer.outcome
        services.limits.withLock { $0.settle(asked, outcome == .noMatch ? .wrong : .proved) }
        services.metrics.answered(outcome.rawValue)
        return answered.answer
    }
}
