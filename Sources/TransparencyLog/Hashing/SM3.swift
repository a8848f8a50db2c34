/// The hash function of GB/T 32905-2016, over bytes that lie in memory as a whole.
package enum SM3 {
    static let blockByteCount = 64

    /// Eight words of state, in the standard A … H.
    private typealias State = (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32)

    package static func digest(of bytes: UnsafeRawBufferPointer) -> Hash {
        // 4.1: the initial value.
        var state: State = (
            0x7380_166F, 0x4914_B2B9, 0x1724_42D7, 0xDA8A_0600, 0xA96F_30BC, 0x1631_38AA, 0xE38D_EE4D, 0xB0FB_0E4E
        )
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 68) { words in
            let whole = bytes.count / blockByteCount * blockByteCount
            for start in stride(from: 0, to: whole, by: blockByteCount) {
                compress(&state, UnsafeRawBufferPointer(rebasing: bytes[start..<(start + blockByteCount)]), words)
            }
            compressPadded(&state, UnsafeRawBufferPointer(rebasing: bytes[whole...]), of: bytes.count, words)
        }
        var big = (
            state.0.bigEndian, state.1.bigEndian, state.2.bigEndian, state.3.bigEndian, state.4.bigEndian,
            state.5.bigEndian, state.6.bigEndian, state.7.bigEndian
        )
        return withUnsafeBytes(of: &big) { Hash(loading: $0) }
    }

    /// 5.2: a one bit, zeros, and the length in bits as the last eight bytes.
    private static func compressPadded(
        _ state: inout State, _ rest: UnsafeRawBufferPointer, of count: Int,
        _ words: UnsafeMutableBufferPointer<UInt32>
    ) {
        withUnsafeTemporaryAllocation(byteCount: 2 * blockByteCount, alignment: 8) { padded in
            padded.initializeMemory(as: UInt8.self, repeating: 0)
            padded.copyMemory(from: rest)
            padded[rest.count] = 0x80
            let length = rest.count < blockByteCount - 8 ? blockByteCount : 2 * blockByteCount
            padded.storeBytes(of: (UInt64(count) &* 8).bigEndian, toByteOffset: length - 8, as: UInt64.self)
            for start in stride(from: 0, to: length, by: blockByteCount) {
                compress(&state, UnsafeRawBufferPointer(rebasing: padded[start..<(start + blockByteCount)]), words)
            }
        }
    }

    /// 5.3: message expansion and compression of one block.
    private static func compress(
        _ state: inout State, _ block: UnsafeRawBufferPointer, _ words: UnsafeMutableBufferPointer<UInt32>
    ) {
        for position in 0..<16 {
            words[position] = UInt32(
                bigEndian: block.loadUnaligned(fromByteOffset: position * 4, as: UInt32.self))
        }
        for position in 16..<68 {
            let mixed = words[position - 16] ^ words[position - 9] ^ rotated(words[position - 3], 15)
            words[position] =
                mixed ^ rotated(mixed, 15) ^ rotated(mixed, 23) ^ rotated(words[position - 13], 7)
                ^ words[position - 6]
        }
        var (a, b, c, d, e, f, g, h) = state
        for round in 0..<64 {
            let constant: UInt32 = round < 16 ? 0x79CC_4519 : 0x7A87_9D8A
            let a12 = rotated(a, 12)
            let first = rotated(a12 &+ e &+ rotated(constant, UInt32(round) & 31), 7)
            let second = first ^ a12
            let choiceOfABC = round < 16 ? a ^ b ^ c : (a & b) | (a & c) | (b & c)
            let choiceOfEFG = round < 16 ? e ^ f ^ g : (e & f) | (~e & g)
            let left = choiceOfABC &+ d &+ second &+ (words[round] ^ words[round + 4])
            let right = choiceOfEFG &+ h &+ first &+ words[round]
            (a, b, c, d) = (left, a, rotated(b, 9), c)
            (e, f, g, h) = (right ^ rotated(right, 9) ^ rotated(right, 17), e, rotated(f, 19), g)
        }
        state = (
            a ^ state.0, b ^ state.1, c ^ state.2, d ^ state.3, e ^ state.4, f ^ state.5, g ^ state.6, h ^ state.7
        )
    }

    private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
        (word &<< count) | (word &>> ((32 &- count) & 31))
    }
}
