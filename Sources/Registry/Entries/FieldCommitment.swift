import Crypto
package import TransparencyLog

/// Salted commitments to single values (design point 5): a proof opens the fields it shows and no other.
package enum FieldCommitment {
    /// `leafHash(salt ‖ number ‖ value)`; the salt is 16 bytes, so a value cannot be found by trying.
    package static func commitment(salt: Salt, number: UInt8, value: String) -> Hash {
        var value = value
        return value.withUTF8 { commitment(salt: salt, number: number, bytes: UnsafeRawBufferPointer($0)) }
    }

    static func commitment(salt: Salt, number: UInt8, bytes: UnsafeRawBufferPointer) -> Hash {
        withUnsafeTemporaryAllocation(byteCount: bytes.count + 18, alignment: 8) { buffer in
            buffer.storeBytes(of: salt.words.0, toByteOffset: 1, as: UInt64.self)
            buffer.storeBytes(of: salt.words.1, toByteOffset: 9, as: UInt64.self)
            buffer[17] = number
            UnsafeMutableRawBufferPointer(rebasing: buffer[18...]).copyMemory(from: bytes)
            return MerkleTree.leafHash(inPlace: buffer)
        }
    }

    /// The salt of one field of one entry: half of `SHA-256("xubao salt" ‖ seed ‖ number / 2)`. Each half is used
    /// once, and neither tells anything about the seed or its sibling.
    package static func salt(seed: [UInt8], number: UInt8) -> Salt {
        var source = SaltSource(seed: seed)
        return source.salt(number: number)
    }

    /// The commitment to a personal value; its salt comes from the person's own key and is gone when the key is.
    package static func personal(key: [UInt8], seed: [UInt8], field: Field, value: String) -> Hash {
        commitment(salt: personalSalt(key: key, seed: seed, field: field), number: field.rawValue, value: value)
    }

    /// What opens a personal commitment, beside the value: half of
    /// `SHA-256("xubao person" ‖ key ‖ seed ‖ number)`.
    static func personalSalt(key: [UInt8], seed: [UInt8], field: Field) -> Salt {
        let digest = SHA256.hash(data: Array("xubao person".utf8) + key + seed + [field.rawValue])
        return Salt(words: Hash(digest).halves.first)
    }
}

extension EntryContent {
    /// The head of the tree over the commitments to every part, in canonical order.
    package var fieldRoot: Hash {
        var salts = SaltSource(seed: seed)
        var leaves: [Hash] = []
        leaves.reserveCapacity(values.elements.count + personal.count + annotations.count)
        forEachPart { number, part in
            switch part {
            case .commitment(let hash): leaves.append(hash)
            case .text(let text):
                leaves.append(
                    FieldCommitment.commitment(salt: salts.salt(number: number), number: number, value: text))
            }
        }
        return MerkleTree.root(of: leaves)
    }
}
