import Registry

/// Bytes that follow from a number, for tests that must come out the same.
struct FixedRandom: RandomSource {
    var first: UInt8 = 0

    func bytes(count: Int) -> [UInt8] { (0..<count).map { first &+ UInt8(truncatingIfNeeded: $0) } }
}
