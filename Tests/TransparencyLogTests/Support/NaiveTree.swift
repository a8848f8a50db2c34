import TransparencyLog

/// Section 2.1 of RFC 6962 word for word, by recursion over lists; slow, and made of nothing that it checks.
struct NaiveTree {
    let leaves: [Hash]
    var algorithm = HashAlgorithm.sha256

    /// Leaves that differ from each other.
    init(size: Int, algorithm: HashAlgorithm = .sha256) {
        self.algorithm = algorithm
        leaves = (0..<size).map { MerkleTree.leafHash(Array("leaf \($0)".utf8), by: algorithm) }
    }

    func root(_ size: Int) -> Hash { head(leaves[..<size]) }

    /// PATH(m, D[n])
    func inclusionPath(_ index: Int, in size: Int) -> [Hash] { path(index, leaves[..<size]) }

    /// PROOF(m, D[n])
    func consistencyPath(from old: Int, to new: Int) -> [Hash] { subproof(old, leaves[..<new], true) }

    private func head(_ list: ArraySlice<Hash>) -> Hash {
        if list.isEmpty { return algorithm.digest(of: []) }
        if list.count == 1, let only = list.first { return only }
        let middle = list.startIndex + split(list.count)
        return algorithm.digest(of: [1] + head(list[..<middle]).bytes + head(list[middle...]).bytes)
    }

    private func path(_ index: Int, _ list: ArraySlice<Hash>) -> [Hash] {
        if list.count == 1 { return [] }
        let k = split(list.count)
        let middle = list.startIndex + k
        return index < k
            ? path(index, list[..<middle]) + [head(list[middle...])]
            : path(index - k, list[middle...]) + [head(list[..<middle])]
    }

    private func subproof(_ old: Int, _ list: ArraySlice<Hash>, _ isWhole: Bool) -> [Hash] {
        if old == list.count { return isWhole ? [] : [head(list)] }
        let k = split(list.count)
        let middle = list.startIndex + k
        return old <= k
            ? subproof(old, list[..<middle], isWhole) + [head(list[middle...])]
            : subproof(old - k, list[middle...], false) + [head(list[..<middle])]
    }

    private func split(_ count: Int) -> Int {
        var k = 1
        while k * 2 < count { k *= 2 }
        return k
    }
}
