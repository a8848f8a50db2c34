import Documents
import Hummingbird
import Registry
import TransparencyLog

/// `POST /log/check`: whether a pasted proof, card or receipt is genuine, and whether the log as it is now bears it
/// out. Nothing of it is kept.
struct LogCheckPage {
    /// A proof file of the greatest length, as a form carries it.
    private static let longestForm = 1_572_864

    let services: Services
    let chrome: PageChrome

    func blank() -> Response { .html(LogCheckView.render(LogCheckModel(chrome: chrome))) }

    func handle(_ request: Request) async throws -> Response {
        let form = try await SentForm.read(request, upTo: Self.longestForm)
        let pasted = form["evidence"] ?? ""
        let bytes = PastedEvidence.bytes(pasted)
        guard !bytes.isEmpty else {
            return .html(
                LogCheckView.render(LogCheckModel(chrome: chrome, isEmpty: true)), status: .unprocessableContent)
        }
        let gate = services.gate
        let now = gate.clock.now
        // A long proof is hundreds of signatures and paths.
        let outcome = try await gate.offload {
            let judgement = Evidence.check(bytes, by: [gate.signer.verifier], at: now)
            return LogCheckModel.Outcome(
                judgement: judgement, standing: LogStanding(of: judgement, in: gate.publishedLog))
        }
        return .html(LogCheckView.render(LogCheckModel(chrome: chrome, pasted: pasted, outcome: outcome)))
    }
}
