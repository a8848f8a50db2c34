/// Where the hashes of a proof come from: each is the head over a range of leaves, `D[lower:upper]` in the RFC.
extension MerkleTree {
    /// How many levels up the ways of two nodes of one level meet.
    static func heightOfMeeting(_ left: Int64, _ right: Int64) -> Int {
        Int64.bitWidth - (left ^ right).leadingZeroBitCount
    }

    /// The ranges of an inclusion proof, lowest first (RFC 6962, 2.1.1, PATH). The index must be below the size.
    static func inclusionRanges(of index: Int64, in size: Int64) -> [Range<Int64>] {
        var siblings: [Range<Int64>] = []
        var whole = 0..<size
        while whole.upperBound - whole.lowerBound > 1 {
            let middle = split(whole)
            if index < middle {
                siblings.append(middle..<whole.upperBound)
                whole = whole.lowerBound..<middle
            } else {
                siblings.append(whole.lowerBound..<middle)
                whole = middle..<whole.upperBound
            }
        }
        return siblings.reversed()
    }

    /// The ranges of a consistency proof, lowest first (RFC 6962, 2.1.2, PROOF). The old size must be within 1 and the
    /// new size.
    static func consistencyRanges(from oldSize: Int64, to newSize: Int64) -> [Range<Int64>] {
        var siblings: [Range<Int64>] = []
        var whole = 0..<newSize
        while oldSize < whole.upperBound {
            let middle = split(whole)
            if oldSize <= middle {
                siblings.append(middle..<whole.upperBound)
                whole = whole.lowerBound..<middle
            } else {
                siblings.append(whole.lowerBound..<middle)
                whole = middle..<whole.upperBound
            }
        }
        // What is left is the last complete subtree of the old tree; the verifier knows it if it is all of it.
        if whole.lowerBound > 0 { siblings.append(whole) }
        return siblings.reversed()
    }

    /// The complete subtrees a range consists of, from the left: heights and places in their level.
    ///
    /// The range must begin where a subtree of its size may begin, as all ranges of proofs do.
    static func completeSubtrees(of range: Range<Int64>) -> [(height: Int, place: Int64)] {
        var subtrees: [(height: Int, place: Int64)] = []
        var lower = range.lowerBound
        while lower < range.upperBound {
            let height = Int64.bitWidth - 1 - (range.upperBound - lower).leadingZeroBitCount
            subtrees.append((height, lower >> Int64(height)))
            lower += 1 << Int64(height)
        }
        return subtrees
    }

    /// Where a range of two or more leaves is divided: after the largest power of two below its length.
    private static func split(_ range: Range<Int64>) -> Int64 {
        let height = Int64.bitWidth - 1 - (range.upperBound - range.lowerBound - 1).leadingZeroBitCount
        return range.lowerBound + (1 << Int64(height))
    }
}
