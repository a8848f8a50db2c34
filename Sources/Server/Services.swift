package import Registry
import Regulation
import Synchronization

/// Everything the endpoints share; made once, where adapters are wired together.
package final class Services: Sendable {
    package let gate: any RegistryGate
    package let settings: ServerSettings
    let limits: Mutex<GuessLimits>
    let metrics = ServerMetrics()
    let credentials = CredentialCache()
    let requestNumbers = RequestNumbers()
    let coverage: CoverageDesk
    let magic: MagicPlates?

    package init(gate: any RegistryGate, settings: ServerSettings) {
        self.gate = gate
        self.settings = settings
        limits = Mutex(GuessLimits(settings.limits))
        coverage = CoverageDesk(hasher: gate.hasher)
        magic = settings.isSandbox ? MagicPlates() : nil
    }

    /// Rebuilds the guess limits from the audit trail after a start.
    package func restore(_ look: Look) {
        guard look.role == .anyone else { return }
        let asked = GuessLimits.Question(about: look.subject, from: look.holder, form: look.form, at: look.at)
        limits.withLock { $0.restore(asked, look.outcome == .noMatch ? .wrong : .proved) }
    }
}
