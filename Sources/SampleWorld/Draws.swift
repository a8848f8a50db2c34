/// A seeded stream of whole numbers: splitmix64, the same on every machine.
///
/// Every vehicle and every topic has a stream of its own, so that one vehicle can be told without telling the others.
struct Draws {
    /// What a stream is for; changing one topic's draws leaves the others as they are.
    enum Topic: UInt64 {
        case vehicle = 1
        case life, holder, typing, slot, serial, exchange, clock, details
    }

    private var state: UInt64

    init(seed: UInt64, topic: Topic, index: Int) {
        state = Self.mix(Self.mix(seed &+ topic.rawValue &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(bitPattern: Int64(index)))
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mix(state)
    }

    /// A number from 0 up to but not including the bound; 0 when the bound is not positive.
    mutating func below(_ bound: Int) -> Int {
        guard bound > 0 else { return 0 }
        return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.upperBound - range.lowerBound + 1)
    }

    /// True so many times in a thousand.
    mutating func chance(_ perThousand: Int) -> Bool { below(1000) < perThousand }

    static func mix(_ value: UInt64) -> UInt64 {
        var mixed = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
