import Glibc
import Registry
import Synchronization

/// Random bytes from the kernel, drawn in blocks; each byte is handed out once.
package final class SystemRandom: RandomSource {
    private struct Block {
        var bytes: [UInt8] = []
        var used = 0
    }

    private static let size = 8192
    private let block = Mutex(Block())

    package init() {}

    package func bytes(count: Int) -> [UInt8] {
        precondition(count >= 0 && count <= Self.size, "random values are small")
        return block.withLock { block in
            if block.used + count > block.bytes.count {
                block.bytes = Self.draw(Self.size)
                block.used = 0
            }
            defer { block.used += count }
            return Array(block.bytes[block.used..<(block.used + count)])
        }
    }

    private static func draw(_ count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            guard let start = buffer.baseAddress else { return }
            arc4random_buf(start, count)
            filled = count
        }
    }
}
