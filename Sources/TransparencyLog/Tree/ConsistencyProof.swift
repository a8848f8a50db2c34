/// Shows that a tree is a larger tree's beginning: nothing of it was changed, moved or taken out (RFC 6962, section
/// 2.1.2).
package struct ConsistencyProof: Equatable, Sendable {
    package let oldSize: Int64
    package let newSize: Int64
    package let path: [Hash]

    package init(oldSize: Int64, newSize: Int64, path: [Hash]) {
        self.oldSize = oldSize
        self.newSize = newSize
        self.path = path
    }

    package func proves(oldRoot: Hash, newRoot: Hash, by algorithm: HashAlgorithm = .sha256) -> Bool {
        guard oldSize >= 0, oldSize <= newSize, newSize <= MerkleTree.sizeLimit else { return false }
        let empty = MerkleTree.emptyRoot(by: algorithm)
        if newSize == 0, newRoot != empty { return false }
        // Every tree begins with the empty one.
        if oldSize == 0 { return path.isEmpty && oldRoot == empty }
        if oldSize == newSize { return path.isEmpty && oldRoot == newRoot }
        guard let implied = impliedRoots(from: oldRoot, by: algorithm) else { return false }
        return implied.old == oldRoot && implied.new == newRoot
    }

    /// Both heads as the path implies them; `nil` when the path has not the length the sizes ask for.
    private func impliedRoots(from oldRoot: Hash, by algorithm: HashAlgorithm) -> (old: Hash, new: Hash)? {
        // The way starts at the last complete subtree of the old tree. If that is the whole old tree, its head is
        // known and not repeated in the path.
        let startHeight = oldSize.trailingZeroBitCount
        let start = (oldSize - 1) >> Int64(startHeight)
        let inner = MerkleTree.heightOfMeeting(start, (newSize - 1) >> Int64(startHeight))
        let edge = (start >> Int64(inner)).nonzeroBitCount
        let isWhole = oldSize.nonzeroBitCount == 1
        guard path.count == inner + edge + (isWhole ? 0 : 1) else { return nil }
        var old = isWhole ? oldRoot : path[0]
        var new = old
        for (height, sibling) in path.dropFirst(isWhole ? 0 : 1).enumerated() {
            if height >= inner || (start >> Int64(height)) & 1 == 1 {
                old = MerkleTree.nodeHash(sibling, old, by: algorithm)
                new = MerkleTree.nodeHash(sibling, new, by: algorithm)
            } else {
                // Right of the old tree: only the new one has it.
                new = MerkleTree.nodeHash(new, sibling, by: algorithm)
            }
        }
        return (old, new)
    }
}
