import Registry
import Regulation
import Server
import Storage

/// Keeps the guess limits over a restart: what was kept last, and the audit for the time since.
struct GuessLimitsKeeper {
    /// A question under way when the limits were kept may stand in either, or in both.
    private static let overlapSeconds = 10
    private static let secondsBetween: Int64 = 60

    let services: Services
    let store: RegistryStore
    private var revision: Int64 = 0
    private var keptAt = ContinuousClock.now

    init(services: Services, store: RegistryStore) {
        self.services = services
        self.store = store
    }

    /// Whatever is missing of what was kept the audit makes good: a day of tries, thirty of proofs. Only the questions
    /// that were refused are told by nothing else.
    func restore() throws {
        let now = store.clock.now
        let day = now.adding(days: -1)
        let through = kept() ?? now.adding(days: -30)
        if through < day {
            try store.audit.proofs(from: max(through, now.adding(days: -30)), to: day) {
                services.restoreProof(of: $0, from: $1, at: $2)
            }
        }
        try store.audit.looks(since: max(through.adding(seconds: -Self.overlapSeconds), day)) { look in
            services.restore(look, isKnown: look.at <= through)
        }
    }

    private func kept() -> Instant? {
        do {
            guard let bytes = try store.guessLimits.load() else { return nil }
            if let through = services.restore(guessLimits: bytes) { return through }
        } catch {}
        Terminal.complain("the guess limits that were kept cannot be read; taken from the audit trail")
        return nil
    }

    mutating func keepIfDue() async {
        guard ContinuousClock.now - keptAt >= .seconds(Self.secondsBetween) else { return }
        await keep()
    }

    mutating func keep() async {
        keptAt = .now
        do {
            let known = revision
            revision = try await store.offload { [services, store] in
                guard let limits = services.guessLimits(since: known) else { return known }
                try store.guessLimits.save(limits.bytes)
                return limits.revision
            }
        } catch { Terminal.complain("guess limits could not be kept; trying again in a minute") }
    }
}
