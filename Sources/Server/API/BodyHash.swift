import Crypto
import Synchronization

/// The SHA-256 of a body as it passes by.
final class BodyHash: Sendable {
    private let state = Mutex(SHA256())

    func add(_ bytes: [UInt8]) { state.withLock { $0.update(data: bytes) } }

    /// Of all that has passed.
    var value: [UInt8] { state.withLock { Array($0.finalize()) } }
}
