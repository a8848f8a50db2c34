import Testing
import TransparencyLog

/// Proofs and hashes from tiles that somebody else may have written.
@Suite struct TileReaderTests {
    @Test(arguments: 0...300)
    func `every proof from tiles is the one of the RFC`(size: Int) throws {
        let tree = NaiveTree(size: size)
        let store = TileStore(tree.leaves)
        var reader = try store.reader()
        let step = size <= 40 || size % 50 == 0 ? 1 : 29
        for index in stride(from: 0, to: size, by: step) {
            #expect(try reader.leafHash(at: Int64(index)) == tree.leaves[index])
            #expect(try reader.inclusionProof(of: Int64(index)).path == tree.inclusionPath(index, in: size))
        }
        for old in stride(from: 1, through: size, by: step) {
            #expect(try reader.consistencyProof(from: Int64(old)).path == tree.consistencyPath(from: old, to: size))
            #expect(try reader.root(atSize: Int64(old)) == tree.root(old))
        }
        #expect(try reader.consistencyProof(from: 0).path.isEmpty)
        #expect(try reader.root(atSize: 0) == MerkleTree.emptyRoot())
    }

    @Test func `proofs of big trees of drawn sizes hold`() throws {
        var draws = Draws(seed: 11)
        let store = TileStore(NaiveTree(size: 70_000).leaves)
        var reader = try store.reader()
        for _ in 0..<200 {
            let size = Int64.random(in: 1...70_000, using: &draws)
            let index = Int64.random(in: 0..<size, using: &draws)
            let old = Int64.random(in: 1...size, using: &draws)
            let root = store.root(size)
            let leaf = try reader.leafHash(at: index)
            #expect(leaf == MerkleTree.leafHash(Array("leaf \(index)".utf8)))
            #expect(try reader.inclusionProof(of: index, atSize: size).proves(leaf: leaf, in: root))
            #expect(try reader.inclusionProof(of: index).proves(leaf: leaf, in: store.builder.root))
            #expect(try reader.root(atSize: old) == store.root(old))
            let proof = try reader.consistencyProof(from: old, to: size)
            #expect(proof.proves(oldRoot: store.root(old), newRoot: root))
        }
    }

    @Test func `a log of SM3 is read as one`() throws {
        let tree = NaiveTree(size: 300, algorithm: .sm3)
        var reader = try TileStore(tree.leaves, algorithm: .sm3).reader()
        let proof = try reader.inclusionProof(of: 123)
        #expect(proof.path == tree.inclusionPath(123, in: 300))
        #expect(proof.proves(leaf: tree.leaves[123], in: tree.root(300), by: .sm3))
        #expect(!proof.proves(leaf: tree.leaves[123], in: tree.root(300)))
    }

    /// Every bit of the partial tiles, and of a full tile some in every hash.
    @Test func `no changed bit of a tile that is read is believed`() throws {
        let store = TileStore(NaiveTree(size: 258).leaves)
        for (path, bytes) in store.files {
            for bit in stride(from: 0, to: bytes.count * 8, by: bytes.count > 1_000 ? 37 : 1) {
                var changed = store
                changed.change(path) { $0[bit / 8] ^= 1 << UInt8(bit % 8) }
                #expect(throws: TileFault.self, "\(path), bit \(bit)") {
                    var reader = try changed.reader()
                    _ = try reader.leafHash(at: 5)
                }
            }
        }
    }

    @Test func `the tile that was changed is the one that is named`() throws {
        var store = TileStore(NaiveTree(size: 66_000).leaves)
        store.change("tile/0/017") { $0[99] ^= 4 }
        var reader = try store.reader()
        let changed = try #require(TileCoordinate(path: "tile/0/017"))
        #expect(throws: TileFault.changed(changed)) { _ = try reader.leafHash(at: 17 * 256) }
        #expect(try reader.leafHash(at: 16 * 256) == MerkleTree.leafHash(Array("leaf 4096".utf8)))
        store.change("tile/1/001.p/1") { $0[0] ^= 1 }
        #expect(throws: TileFault.rootDiffers(size: 66_000)) { _ = try store.reader() }
    }

    @Test func `a tile that is missing, short or long is named`() throws {
        let store = TileStore(NaiveTree(size: 600).leaves)
        let full = try #require(TileCoordinate(path: "tile/0/001"))
        let partial = try #require(TileCoordinate(path: "tile/0/002.p/88"))
        var missing = store
        missing.remove("tile/0/001")
        var reader = try missing.reader()
        #expect(throws: TileFault.missing(full)) { _ = try reader.leafHash(at: 256) }
        var short = store
        short.change("tile/0/001") { $0.removeLast() }
        reader = try short.reader()
        #expect(throws: TileFault.wrongLength(full)) { _ = try reader.inclusionProof(of: 300) }
        var long = store
        long.change("tile/0/002.p/88") { $0.append(0) }
        #expect(throws: TileFault.wrongLength(partial)) { _ = try long.reader() }
        missing.remove("tile/0/002.p/88")
        #expect(throws: TileFault.missing(partial)) { _ = try missing.reader() }
    }

    @Test func `a partial tile that is gone is read from the full one`() throws {
        let leaves = NaiveTree(size: 512).leaves
        var store = TileStore(leaves.prefix(300))
        for leaf in leaves.dropFirst(300) { store.append(leaf) }
        store.publish()
        store.remove("tile/0/001.p/44")
        var reader = try store.reader(size: 300)
        #expect(try reader.leafHash(at: 299) == leaves[299])
        #expect(throws: TileFault.outOfTree) { _ = try reader.leafHash(at: 300) }
    }

    @Test func `another head, another size and a place beyond the tree are refused`() throws {
        let store = TileStore(NaiveTree(size: 300).leaves)
        #expect(throws: TileFault.rootDiffers(size: 300)) { _ = try store.reader(root: store.root(299)) }
        #expect(throws: TileFault.rootDiffers(size: 0)) { _ = try store.reader(size: 0, root: store.root(1)) }
        #expect(throws: TileFault.self) { _ = try store.reader(size: 299, root: store.root(300)) }
        for size in [Int64.max, .min, -1, (1 << 60) + 1] {
            #expect(throws: TileFault.outOfTree) { _ = try store.reader(size: size, root: store.root(1)) }
        }
        var reader = try store.reader()
        for index in [Int64.min, -1, 300, .max] {
            #expect(throws: TileFault.outOfTree) { _ = try reader.leafHash(at: index) }
            #expect(throws: TileFault.outOfTree) { _ = try reader.inclusionProof(of: index) }
            #expect(throws: TileFault.outOfTree) { _ = try reader.inclusionProof(of: index, atSize: .max) }
            #expect(throws: TileFault.outOfTree) { _ = try reader.tile(level: 0, index: index) }
        }
        for size in [Int64.min, -1, 301, .max] {
            #expect(throws: TileFault.outOfTree) { _ = try reader.consistencyProof(from: size) }
            #expect(throws: TileFault.outOfTree) { _ = try reader.consistencyProof(from: 0, to: size) }
            #expect(throws: TileFault.outOfTree) { _ = try reader.inclusionProof(of: 0, atSize: size) }
            #expect(throws: TileFault.outOfTree) { _ = try reader.root(atSize: size) }
        }
        #expect(throws: TileFault.outOfTree) { _ = try reader.inclusionProof(of: 7, atSize: 7) }
        #expect(throws: TileFault.outOfTree) { _ = try reader.consistencyProof(from: 8, to: 7) }
        #expect(throws: TileFault.outOfTree) { _ = try reader.tile(level: 2, index: 0) }
        #expect(throws: TileFault.outOfTree) { _ = try reader.tile(level: 8, index: 0) }
        #expect(throws: TileFault.outOfTree) { _ = try reader.tile(level: -1, index: 0) }
    }
}
