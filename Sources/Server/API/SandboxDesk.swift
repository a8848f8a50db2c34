import Registry
import Regulation

/// In the sandbox some plates always answer the same, or always fail: whoever asks, and in whatever way.
struct SandboxDesk {
    let services: Services

    /// `nil` for every other plate, and outside the sandbox. Throws the problem of a plate that shows one.
    func answer(_ question: CoverageQuestion) async throws -> CoverageAnswer? {
        guard let reply = reply(to: question) else { return nil }
        switch reply {
        case .answer(let answer): return answer
        case .slow(let answer):
            try await Task.sleep(for: .seconds(3))
            return answer
        case .problem(let problem): throw problem
        }
    }

    /// One line of a file of questions, answered at once; `nil` for every other plate and for what cannot be read.
    func answerLine(_ line: [UInt8]) -> [UInt8]? {
        guard services.magic != nil, let question = try? CoverageQuery(json: line).question(from: .anyone),
            let reply = reply(to: question)
        else { return nil }
        switch reply {
        case .answer(let answer), .slow(let answer): return answer.json + [0x0A]
        case .problem(let problem): return problem.json(requestID: nil) + [0x0A]
        }
    }

    func isMagic(_ question: CoverageQuestion) -> Bool { reply(to: question) != nil }

    private func reply(to question: CoverageQuestion) -> MagicPlates.Reply? {
        services.magic?.reply(to: question, at: services.gate.clock.now)
    }
}
