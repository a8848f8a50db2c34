import Testing
import TransparencyLog

/// Which tiles there are, what they are called and which change (C2SP tlog-tiles).
@Suite struct TileCoordinateTests {
    private static func paths(_ old: Int64, _ new: Int64) -> [String] {
        TileCoordinate.hashTiles(from: old, to: new).map(\.path)
    }

    private static let known: [(path: String, content: TileCoordinate.Content, index: Int64, width: Int)] = [
        ("tile/0/000", .hashes(level: 0), 0, 256),
        ("tile/0/x001/x234/067", .hashes(level: 0), 1_234_067, 256), ("tile/1/000.p/1", .hashes(level: 1), 0, 1),
        ("tile/5/x004/095.p/255", .hashes(level: 5), 4_095, 255), ("tile/entries/000.p/5", .entries, 0, 5),
        ("tile/entries/x003/x057/500", .entries, 3_057_500, 256), ("tile/7/000.p/16", .hashes(level: 7), 0, 16),
        ("tile/0/x004/x503/x599/x627/x370/495", .hashes(level: 0), 4_503_599_627_370_495, 256),
    ]

    @Test(arguments: known)
    func `a tile is written and read under its path`(
        path: String, content: TileCoordinate.Content, index: Int64, width: Int
    ) throws {
        let coordinate = try #require(TileCoordinate(content, index: index, width: width))
        #expect(coordinate.path == path)
        #expect(TileCoordinate(path: path) == coordinate)
    }

    @Test(arguments: [
        "", "/", "tile", "tile/", "tile/0", "tile/0/", "tile//000", "/tile/0/000", "tile/0/000/", "tile/0/0",
        "tile/0/00",
        "tile/0/0000", "tile/00/000", "tile/01/000", "tile/-1/000", "tile/+1/000", "tile/8/000", "tile/63/000",
        "tile/64/000", "tile/data/000", "tile/entries", "tile/0/x000/001", "tile/0/001/002", "tile/0/x001",
        "tile/0/x1/002", "tile/0/xx01/002", "tile/0/X001/002", "tile/0/00a", "tile/0/000.p", "tile/0/000.p/",
        "tile/0/000.p/0", "tile/0/000.p/256", "tile/0/000.p/01", "tile/0/000.p/-1", "tile/0/000.p/1/", "tile/0/.p/1",
        "tile/0/000.q/1", "tile/0/x000.p/001.p/1", "tile/7/000", "tile/7/000.p/17", "tile/7/001", "tile/5/x004/096",
        "tile/5/x123/x456/078", "tile/0/000.p/1.p/1",
        "tile/0/x004/x503/x599/x627/x370/496", "tile/0/x999/x999/x999/x999/x999/999",
        "tile/0/x001/x004/x503/x599/x627/x370/495",
        "tile/0/٠٠٠", "tile/0/000\n", "tile/3/5/123/456/078", "TILE/0/000",
    ])
    func `what is no path of a tile is refused`(path: String) {
        #expect(TileCoordinate(path: path) == nil)
    }

    @Test func `what no log can have is no coordinate`() {
        #expect(TileCoordinate(.hashes(level: -1), index: 0) == nil)
        #expect(TileCoordinate(.hashes(level: 8), index: 0) == nil)
        #expect(TileCoordinate(.hashes(level: 0), index: -1) == nil)
        #expect(TileCoordinate(.hashes(level: 0), index: .max) == nil)
        #expect(TileCoordinate(.entries, index: 1 << 52) == nil)
        #expect(TileCoordinate(.entries, index: 0, width: 0) == nil)
        #expect(TileCoordinate(.entries, index: 0, width: 257) == nil)
        #expect(TileCoordinate(.hashes(level: 7), index: 0, width: 128) == nil)
        #expect(TileCoordinate(.hashes(level: .max), index: .max, width: .max) == nil)
    }

    /// The example of the specification.
    @Test func `a tree of 70,000 has the tiles that the specification counts — tlog-tiles, Partial Tiles`() {
        let tiles = Array(TileCoordinate.hashTiles(from: 0, to: 70_000))
        #expect(tiles.filter { $0.content == .hashes(level: 0) && !$0.isPartial }.count == 273)
        #expect(tiles.filter { $0.content == .hashes(level: 1) && !$0.isPartial }.count == 1)
        #expect(
            tiles.filter(\.isPartial).map(\.path) == ["tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1"])
        #expect(Self.paths(0, 256) == ["tile/0/000", "tile/1/000.p/1"])
    }

    @Test func `only tiles that differ between two sizes are told`() {
        #expect(Self.paths(0, 0) == [])
        #expect(Self.paths(5, 5) == [])
        #expect(Self.paths(5, 4) == [])
        #expect(Self.paths(-5, 4) == [])
        #expect(Self.paths(0, .max) == [])
        #expect(Self.paths(0, 1) == ["tile/0/000.p/1"])
        #expect(Self.paths(255, 256) == ["tile/0/000", "tile/1/000.p/1"])
        #expect(Self.paths(256, 257) == ["tile/0/001.p/1"])
        #expect(Self.paths(511, 513) == ["tile/0/001", "tile/0/002.p/1", "tile/1/000.p/2"])
        #expect(
            Self.paths(65_535, 65_537)
                == ["tile/0/255", "tile/0/256.p/1", "tile/1/000", "tile/2/000.p/1"])
        let bundles = TileCoordinate.entryBundles(from: 255, to: 513).map(\.path)
        #expect(bundles == ["tile/entries/000", "tile/entries/001", "tile/entries/002.p/1"])
    }

    @Test func `the largest sizes are listed as they are asked for, not all at once`() {
        let first = TileCoordinate.hashTiles(from: 0, to: MerkleTree.sizeLimit).prefix(3).map(\.path)
        #expect(first == ["tile/0/000", "tile/0/001", "tile/0/002"])
    }

    /// Old and new tiles together are what a tree of the new size has.
    @Test func `what changed is what was not there before`() {
        var draws = Draws(seed: 3)
        for _ in 0..<200 {
            let old = Int64.random(in: 0...140_000, using: &draws)
            let new = old + Int64.random(in: 0...700, using: &draws)
            let before = Set(TileCoordinate.hashTiles(from: 0, to: old))
            let after = Set(TileCoordinate.hashTiles(from: 0, to: new))
            #expect(Set(TileCoordinate.hashTiles(from: old, to: new)) == after.subtracting(before), "\(old) to \(new)")
        }
    }

    @Test func `a tile knows its leaves`() throws {
        #expect(try #require(TileCoordinate(path: "tile/0/001.p/3")).leaves == 256..<259)
        #expect(try #require(TileCoordinate(path: "tile/1/001.p/2")).leaves == 65_536..<66_048)
        #expect(try #require(TileCoordinate(path: "tile/entries/002")).leaves == 512..<768)
        #expect(try #require(TileCoordinate(path: "tile/7/000.p/16")).leaves == 0..<(1 << 60))
    }

    @Test func `no text drawn by chance stops the reader`() {
        var draws = Draws(seed: 4)
        let alphabet = Array("tile/entris.px0123456789-é\n")
        for _ in 0..<20_000 {
            let text =
                "tile/"
                + String(
                    (0..<Int.random(in: 0...40, using: &draws)).map { _ in alphabet.randomElement(using: &draws) ?? "/"
                    })
            if let coordinate = TileCoordinate(path: text) { #expect(coordinate.path == text) }
        }
    }
}
