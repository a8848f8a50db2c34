import Crypto
package import TransparencyLog

/// Salted commitments to single values (design point 5): a proof opens the fields it shows and no other.
package enum FieldCommitment {
    /// `leafHash(salt ‖ number ‖ value)`; the salt is 16 bytes, so a value cannot be found by trying.
    package static func commitment(salt: UnsafeRawBufferPointer, number: UInt8, value: String) -> Hash {
        var value = value
        return value.withUTF8 { text in
            withUnsafeTemporaryAllocation(byteCount: salt.count + 1 + text.count, alignment: 8) { buffer in
                buffer.copyMemory(from: salt)
                buffer[salt.count] = number
                UnsafeMutableRawBufferPointer(rebasing: buffer[(salt.count + 1)...]).copyMemory(from: UnsafeRawBufferPointer(text))
                return MerkleTree.leafHash(UnsafeRawBufferPointer(buffer))
            }
        }
    }

    /// The salt of one field of one entry: half of `SHA-256("xubao salt" ‖ seed ‖ number / 2)`. Each half is used once, and
    /// neither tells anything about the seed or its sibling.
    package static func salt(seed: [UInt8], number: UInt8) -> [UInt8] {
        var source = SaltSource(seed: seed)
        return source.withSalt(number: number) { Array($0) }
    }

    /// The commitment to a personal value; its salt comes from the person's own key and is gone when the key is.
    package static func personal(key: [UInt8], seed: [UInt8], field: Field, value: String) -> Hash {
        let digest = SHA256.hash(data: Array("xubao person".utf8) + key + seed + [field.rawValue])
        return Hash(digest).withUnsafeBytes {
            commitment(salt: UnsafeRawBufferPointer(rebasing: $0[0..<16]), number: field.rawValue, value: value)
        }
    }
}

/// Draws an entry's salts in rising order, two from each digest.
struct SaltSource {
    private var block: [UInt8]
    private var digest: Hash?
    private var digestNumber: UInt8 = 0

    init(seed: [UInt8]) {
        block = Array("xubao salt".utf8) + seed + [0]
    }

    mutating func withSalt<Result>(number: UInt8, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        let wanted = number / 2
        let current: Hash
        if let digest, digestNumber == wanted {
            current = digest
        } else {
            block[block.count - 1] = wanted
            current = block.withUnsafeBytes { bytes in
                var hasher = SHA256()
                hasher.update(bufferPointer: bytes)
                return Hash(hasher.finalize())
            }
            digest = current
            digestNumber = wanted
        }
        let offset = number % 2 == 0 ? 0 : 16
        return current.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[offset..<(offset + 16)])) }
    }
}

extension EntryContent {
    /// A seed for an entry that the registry adds beside this one, as unguessable as this one's.
    var derivedSeed: [UInt8] {
        Hash(SHA256.hash(data: Array("xubao companion".utf8) + seed)).bytes
    }

    /// The head of the tree over the commitments to every part, in canonical order.
    package var fieldRoot: Hash {
        var salts = SaltSource(seed: seed)
        var leaves: [Hash] = []
        leaves.reserveCapacity(values.elements.count + personal.count + annotations.count)
        forEachPart { number, part in
            switch part {
            case .commitment(let hash): leaves.append(hash)
            case .text(let text):
                leaves.append(salts.withSalt(number: number) {
                    FieldCommitment.commitment(salt: $0, number: number, value: text)
                })
            }
        }
        return MerkleTree.root(of: leaves)
    }
}
