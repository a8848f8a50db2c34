import TransparencyLog

/// Draws an entry's salts in rising order, two from each digest.
struct SaltSource {
    private var block: [UInt8]
    private var digest: Hash?
    private var digestNumber: UInt8 = 0

    init(seed: [UInt8]) {
        block = Array("xubao salt".utf8) + seed + [0]
    }

    mutating func salt(number: UInt8) -> Salt {
        let wanted = number / 2
        let current: Hash
        if let digest, digestNumber == wanted {
            current = digest
        } else {
            block[block.count - 1] = wanted
            current = block.withUnsafeBytes { Hash(of: $0) }
            digest = current
            digestNumber = wanted
        }
        return Salt(words: number % 2 == 0 ? current.halves.first : current.halves.second)
    }
}
