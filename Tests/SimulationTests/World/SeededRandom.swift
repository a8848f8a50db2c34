import Registry
import RegistryModel
import Synchronization

/// Bytes for seeds and nonces that follow from the world's seed.
final class SeededRandom: RandomSource {
    private let draws: Mutex<SeededGenerator>

    init(seed: UInt64) { draws = Mutex(SeededGenerator(seed: seed)) }

    func bytes(count: Int) -> [UInt8] {
        draws.withLock { draws in
            var bytes: [UInt8] = []
            while bytes.count < count { withUnsafeBytes(of: draws.next()) { bytes.append(contentsOf: $0) } }
            return Array(bytes.prefix(count))
        }
    }
}
