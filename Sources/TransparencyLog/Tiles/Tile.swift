/// A tile and the hashes in it.
package struct Tile: Equatable, Sendable {
    package let coordinate: TileCoordinate
    package let hashes: [Hash]

    init(coordinate: TileCoordinate, hashes: [Hash]) {
        self.coordinate = coordinate
        self.hashes = hashes
    }

    /// `nil` unless there are exactly as many hashes as the coordinate says.
    package init?(coordinate: TileCoordinate, bytes: [UInt8]) {
        guard bytes.count == coordinate.width * Hash.byteCount else { return nil }
        self.coordinate = coordinate
        hashes = bytes.withUnsafeBytes { buffer in
            (0..<coordinate.width).map { position in
                Hash(loading: UnsafeRawBufferPointer(rebasing: buffer[(position * Hash.byteCount)...]))
            }
        }
    }

    /// The hashes one after another, as the file holds them.
    package var bytes: [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(hashes.count * Hash.byteCount)
        for hash in hashes { hash.withUnsafeBytes { result.append(contentsOf: $0) } }
        return result
    }

    /// The head over the hashes.
    func root(by algorithm: HashAlgorithm) -> Hash { MerkleTree.root(of: hashes, by: algorithm) }

    /// The leaves under the first hash that another reading of this tile has differently; `nil` when there is none.
    package func firstDifference(from other: Tile) -> Range<Int64>? {
        guard let position = zip(hashes, other.hashes).enumerated().first(where: { $1.0 != $1.1 })?.offset else {
            return nil
        }
        let lower = coordinate.leaves.lowerBound + Int64(position) * coordinate.leavesPerHash
        return lower..<(lower + coordinate.leavesPerHash)
    }
}
