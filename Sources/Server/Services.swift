package import Registry
package import Regulation
import Synchronization

/// Everything the endpoints share; made once, where adapters are wired together.
package final class Services: Sendable {
    package let gate: any RegistryGate
    package let settings: ServerSettings
    let limits: Mutex<GuessLimits>
    let metrics = ServerMetrics()
    let credentials = CredentialCache()
    let requestNumbers = RequestNumbers()
    let dates = HTTPDate()
    let coverage: CoverageDesk
    let magic: MagicPlates?
    let law: LawDesk
    /// What else is counted, in Prometheus' text form.
    let furtherMetrics: @Sendable () -> String

    package init(
        gate: any RegistryGate, settings: ServerSettings, law: LawDesk,
        furtherMetrics: @escaping @Sendable () -> String = { "" }
    ) {
        self.gate = gate
        self.furtherMetrics = furtherMetrics
        self.settings = settings
        limits = Mutex(GuessLimits(settings.limits))
        coverage = CoverageDesk(hasher: gate.hasher)
        self.law = law
        magic = settings.isSandbox ? MagicPlates() : nil
    }

    /// The guess limits as they are to be kept over a restart; `nil` when nothing has changed since that revision.
    package func guessLimits(since revision: Int64) -> (bytes: [UInt8], revision: Int64)? {
        let now = gate.clock.now
        let current = limits.withLock { $0 }
        return current.revision == revision ? nil : (current.bytes(through: now), current.revision)
    }

    /// Takes up guess limits that were kept; the moment through which they speak, `nil` when they cannot be read.
    package func restore(guessLimits bytes: [UInt8]) -> Instant? { limits.withLock { $0.restore(bytes: bytes) } }

    /// Puts back that a network had proved a vehicle.
    package func restoreProof(of subject: LookupKey, from network: LookupKey, at moment: Instant) {
        let proof = GuessLimits.Question(about: subject, from: network, form: .suffix, at: moment)
        limits.withLock { $0.restoreProof(of: proof) }
    }

    /// Rebuilds the guess limits from the audit trail after a start. `isKnown` for a look that may stand among the
    /// limits that were kept.
    package func restore(_ look: Look, isKnown: Bool) {
        guard look.role == .anyone else { return }
        let asked = GuessLimits.Question(about: look.subject, from: look.holder, form: look.form, at: look.at)
        limits.withLock { $0.restore(asked, look.outcome == .noMatch ? .wrong : .proved, isKnown: isKnown) }
    }
}
