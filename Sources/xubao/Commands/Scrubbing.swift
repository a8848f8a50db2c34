import Dispatch
import Registry
import ServiceLifecycle
import Storage

/// Looks through the registry in the background, all the time and slowly, and complains of what it finds. What concerns
/// the log stops it: nothing is signed over what is in doubt.
struct Scrubbing: Service {
    let scrub: Scrub
    let store: RegistryStore
    let stopLog: @Sendable (String) -> Void

    /// Between two rounds.
    private static let restMilliseconds: Int64 = 60_000
    private static let queue = DispatchQueue(label: "scrub", qos: .background)

    func run() async throws {
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            let round = scrub.status.round
            let started = ContinuousClock.now
            do {
                if let divergence = try await step() {
                    Terminal.complain("scrub: \(divergence.code): \(divergence.text)")
                    if divergence.concernsLog { stopLog(divergence.code) }
                }
            } catch { Terminal.complain("scrub: could not read, trying again: \(error)") }
            let took = Int64((ContinuousClock.now - started) / .milliseconds(1))
            let pause = scrub.status.round == round ? scrub.pause(afterMilliseconds: took) : Self.restMilliseconds
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .milliseconds(pause)) }
        }
    }

    private func step() async throws -> Divergence? {
        let now = store.clock.now
        return try await withCheckedThrowingContinuation { continuation in
            Self.queue.async { [scrub] in continuation.resume(with: Result { try scrub.step(at: now) }) }
        }
    }
}
