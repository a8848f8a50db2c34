import Crypto

/// The tree hashing of RFC 6962, section 2.1: leaves and nodes are told apart by their first byte, so that neither can
/// stand in for the other.
package enum MerkleTree {
    /// No log grows beyond this; larger numbers in what we are given are refused, so that no sum or shift of sizes can
    /// overflow.
    package static let sizeLimit: Int64 = 1 << 60

    /// `H(0x00 ‖ bytes)`.
    package static func leafHash(_ bytes: UnsafeRawBufferPointer, by algorithm: HashAlgorithm = .sha256) -> Hash {
        withUnsafeTemporaryAllocation(byteCount: bytes.count + 1, alignment: 8) { buffer in
            UnsafeMutableRawBufferPointer(rebasing: buffer[1...]).copyMemory(from: bytes)
            return leafHash(inPlace: buffer, by: algorithm)
        }
    }

    /// The same over a buffer whose first byte was left free for the mark; saves a copy where hashes are many.
    package static func leafHash(
        inPlace buffer: UnsafeMutableRawBufferPointer, by algorithm: HashAlgorithm = .sha256
    ) -> Hash {
        buffer[0] = 0
        return algorithm.digest(of: UnsafeRawBufferPointer(buffer))
    }

    package static func leafHash(_ bytes: [UInt8], by algorithm: HashAlgorithm = .sha256) -> Hash {
        bytes.withUnsafeBytes { leafHash($0, by: algorithm) }
    }

    /// `H(0x01 ‖ left ‖ right)`.
    package static func nodeHash(_ left: Hash, _ right: Hash, by algorithm: HashAlgorithm = .sha256) -> Hash {
        withUnsafeTemporaryAllocation(byteCount: 65, alignment: 8) { buffer in
            buffer[0] = 1
            left.withUnsafeBytes { UnsafeMutableRawBufferPointer(rebasing: buffer[1..<33]).copyMemory(from: $0) }
            right.withUnsafeBytes { UnsafeMutableRawBufferPointer(rebasing: buffer[33..<65]).copyMemory(from: $0) }
            return algorithm.digest(of: UnsafeRawBufferPointer(buffer))
        }
    }

    /// The head of the tree without leaves: the hash of nothing.
    package static func emptyRoot(by algorithm: HashAlgorithm = .sha256) -> Hash {
        algorithm.digest(of: UnsafeRawBufferPointer(start: nil, count: 0))
    }

    /// The head of the tree over these leaf hashes; of no leaves, the hash of nothing.
    package static func root(of leaves: some Sequence<Hash>, by algorithm: HashAlgorithm = .sha256) -> Hash {
        // Pairing each level from the left and carrying an odd last node up gives the same head as the RFC's
        // recursion on the largest power of two.
        var level = Array(leaves)
        guard !level.isEmpty else { return emptyRoot(by: algorithm) }
        var count = level.count
        while count > 1 {
            var next = 0
            var position = 0
            while position < count {
                level[next] =
                    position + 1 < count
                    ? nodeHash(level[position], level[position + 1], by: algorithm) : level[position]
                next += 1
                position += 2
            }
            count = next
        }
        return level[0]
    }
}
