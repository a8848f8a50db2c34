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
    let law: LawDesk

    package init(gate: any RegistryGate, settings: ServerSettings, law: LawDesk) {
        self.gate = gate
        self.settings = settings
        limits = Mutex(GuessLimits(settings.limits))
        coverage = CoverageDesk(hasher: gate.hasher)
        self.law = law
        magic = settings.isSandbox ? MagicPlates() : nil
    }

    /// Rebuilds the guess limits from the audit trail after a start.
    package func restore(_ look: Look) {
        guard look.role == .anyone else { return }
        limits.withLock { limits in
            limits.restore(
                plate: look.subject, network: look.holder, pair: pair(look.subject, look.holder),
                isFullProof: look.form != .suffix, isMatch: look.outcome != .noMatch, at: look.at)
        }
    }

    /// Plate and network together, as one key.
    func pair(_ plate: LookupKey, _ network: LookupKey) -> LookupKey {
        LookupKey(plate.value &* 6_364_136_223_846_793_005 ^ network.value)
    }
}
