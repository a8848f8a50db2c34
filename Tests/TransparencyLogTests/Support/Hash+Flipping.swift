import Testing
import TransparencyLog

extension Hash {
    /// The hash with one bit changed.
    func flipping(_ bit: Int) throws -> Hash {
        var bytes = bytes
        bytes[bit / 8] ^= 1 << UInt8(bit % 8)
        return try #require(Hash(bytes: bytes))
    }
}
