package import TransparencyLog

/// The head of the tree over an entry's salted fields, made from the canonical bytes as they are stored.
///
/// `EntryContent.fieldRoot` is the same of a value; this reads the bytes alone, and is what everything read back before
/// the log is signed goes through.
package enum FieldRoot {
    /// `nil` for what is no entry. Whether each text is text is not looked at: the head is over its bytes.
    package static func of(canonicalBytes bytes: [UInt8]) -> Hash? {
        let header = 33
        guard bytes.count >= header, bytes[0] == EntryContent.version else { return nil }
        return bytes.withUnsafeBytes { bytes in
            var salts = SaltSource(seed: Array(bytes[1..<header]))
            var rest = bytes[header...]
            var leaves: [Hash] = []
            leaves.reserveCapacity(32)
            var last: UInt8 = 0
            while let number = rest.popFirst() {
                guard number > last, let count = length(&rest), count <= rest.count else { return nil }
                last = number
                let value = UnsafeRawBufferPointer(rebasing: rest.prefix(count))
                rest = rest.dropFirst(count)
                if EntryContent.isPersonal(number) {
                    guard let commitment = Hash(bytes: value) else { return nil }
                    leaves.append(commitment)
                } else {
                    guard EntryContent.isPart(number) else { return nil }
                    leaves.append(
                        FieldCommitment.commitment(salt: salts.salt(number: number), number: number, bytes: value))
                }
            }
            return MerkleTree.root(of: leaves)
        }
    }

    /// As `ByteWriter.variable` wrote it, in its shortest form; nothing longer than a value may be.
    private static func length(_ rest: inout Slice<UnsafeRawBufferPointer>) -> Int? {
        var value = 0
        var shift = 0
        while let byte = rest.popFirst() {
            value |= Int(byte & 0x7F) << shift
            if byte & 0x80 == 0 {
                return byte == 0 && shift > 0 || value > EntryContent.longestValue ? nil : value
            }
            shift += 7
            guard shift <= 14 else { return nil }
        }
        return nil
    }
}
