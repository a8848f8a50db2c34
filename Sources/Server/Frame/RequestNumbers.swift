import Foundation
import Synchronization

/// Numbers requests: a start of its own for every process, then counting up.
final class RequestNumbers: Sendable {
    private let prefix = String(UInt32.random(in: 0 ... .max), radix: 36)
    private let next = Atomic<UInt64>(1)

    func make() -> String {
        let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
        return prefix + "-" + String(number, radix: 36)
    }
}
