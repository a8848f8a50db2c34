import Testing
import TransparencyLog

/// Tiles as a log writes them.
@Suite struct TileBuilderTests {
    @Test func `after every leaf exactly the tiles that changed are given`() {
        let tree = NaiveTree(size: 1_100)
        var builder = TileBuilder()
        for (index, leaf) in tree.leaves.enumerated() {
            builder.append(leaf)
            let given = Set((builder.takeFullTiles() + builder.partialTiles).map(\.coordinate))
            let changed = Set(TileCoordinate.hashTiles(from: Int64(index), to: Int64(index) + 1))
            #expect(given.isSuperset(of: changed))
            #expect(given.subtracting(changed).allSatisfy { $0.isPartial })
            #expect(builder.size == Int64(index) + 1)
        }
    }

    /// The definition of the specification, for every hash of every tile.
    @Test func `a tile holds the heads that the specification says — tlog-tiles, Merkle Tree`() throws {
        let size = 66_000
        let leaves = NaiveTree(size: size).leaves
        var store = TileStore()
        for leaf in leaves { store.append(leaf) }
        store.publish()
        #expect(Set(store.files.keys) == Set(TileCoordinate.hashTiles(from: 0, to: Int64(size)).map(\.path)))
        for (path, bytes) in store.files {
            let coordinate = try #require(TileCoordinate(path: path))
            guard case .hashes(let level) = coordinate.content else { continue }
            let span = 1 << (8 * level)
            let start = Int(coordinate.leaves.lowerBound)
            let expected = (0..<coordinate.width).flatMap { position in
                MerkleTree.root(of: leaves[(start + position * span)..<(start + (position + 1) * span)]).bytes
            }
            #expect(bytes == expected, "\(path)")
        }
    }

    @Test(arguments: [0, 1, 255, 256, 257, 300, 511, 512, 65_300])
    func `a builder that goes on from tiles gives what one that never stopped gives`(size: Int) throws {
        let leaves = NaiveTree(size: size + 520).leaves
        let whole = TileStore(leaves)
        let first = TileStore(leaves.prefix(size))
        var resumed = TileBuilder(resuming: try first.reader())
        #expect(resumed.root == first.builder.root)
        for leaf in leaves.dropFirst(size) { resumed.append(leaf) }
        #expect(resumed.root == whole.builder.root)
        for tile in resumed.takeFullTiles() + resumed.partialTiles {
            #expect(whole.files[tile.coordinate.path] == tile.bytes, "\(tile.coordinate.path)")
        }
    }

    @Test func `full tiles are given once`() {
        var builder = TileBuilder()
        for leaf in NaiveTree(size: 600).leaves { builder.append(leaf) }
        #expect(builder.takeFullTiles().map(\.coordinate.path) == ["tile/0/000", "tile/0/001"])
        #expect(builder.takeFullTiles().isEmpty)
        #expect(builder.partialTiles.map(\.coordinate.path) == ["tile/0/002.p/88", "tile/1/000.p/2"])
        #expect(builder.partialTiles == builder.partialTiles)
    }

    @Test func `the first leaf under which two readings of a tile differ is named`() throws {
        let coordinate = try #require(TileCoordinate(path: "tile/1/001.p/2"))
        let tile = try #require(Tile(coordinate: coordinate, bytes: [UInt8](repeating: 7, count: 64)))
        var bytes = tile.bytes
        #expect(tile.firstDifference(from: tile) == nil)
        bytes[40] ^= 1
        #expect(tile.firstDifference(from: try #require(Tile(coordinate: coordinate, bytes: bytes))) == 65_792..<66_048)
        #expect(Tile(coordinate: coordinate, bytes: Array(bytes.dropLast())) == nil)
        #expect(Tile(coordinate: coordinate, bytes: bytes + [0]) == nil)
        #expect(Tile(coordinate: coordinate, bytes: []) == nil)
    }
}
