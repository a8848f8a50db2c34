import Crypto
import Registry
import Regulation
import Testing
import TransparencyLog

@Suite struct LogSequencerTests {
    private let leaves = MemoryLeaves()
    private let log = MemoryLog()

    private func sequencer(key: UInt8 = 9, of others: MemoryLeaves? = nil) throws -> LogSequencer {
        let key = try Curve25519.Signing.PrivateKey(rawRepresentation: [UInt8](repeating: key, count: 32))
        return try LogSequencer(
            log: .main, signer: NoteSigner(name: "xubao/main", key: key), source: others ?? leaves, store: log)
    }

    /// What a stranger reads: the head, checked against every tile below it and every bundle.
    private func check(_ signed: SignedCheckpoint) throws {
        let size = signed.checkpoint.size
        let hashes = leaves.leaves.prefix(Int(size)).map(\.hash)
        #expect(signed.checkpoint.root == MerkleTree.root(of: hashes))
        var reader = try TileReader(size: size, root: signed.checkpoint.root) { log.files[$0] }
        for index in hashes.indices { #expect(try reader.leafHash(at: Int64(index)) == hashes[index]) }
        for bundle in TileCoordinate.entryBundles(from: 0, to: size) {
            let bytes = try #require(log.files[bundle] ?? log.files[bundle.full])
            let coordinate = log.files[bundle] == nil ? bundle.full : bundle
            let entries = try #require(EntryBundle.entries(in: bytes, at: coordinate)).prefix(bundle.width)
            #expect(
                Array(entries) == bundle.leaves.map { leaves.leaves[Int($0)].bytes })
        }
    }

    @Test func `an empty registry publishes an empty tree at once`() throws {
        var sequencer = try sequencer()
        let signed = try #require(try sequencer.publish())
        #expect(signed.checkpoint.size == 0)
        #expect(try sequencer.publish() == nil)
    }

    @Test(arguments: [1, 255, 256, 257, 1_000, 65_537])
    func `a tree of any size is published whole and gone on with`(size: Int) throws {
        try leaves.grow(by: size)
        var first = try sequencer()
        try check(try #require(try first.publish()))
        // Another process takes it up.
        var second = try sequencer()
        #expect(try second.publish() == nil)
        for step in [1, 254, 257] {
            try leaves.grow(by: step)
            try check(try #require(try second.publish()))
        }
    }

    @Test func `partial tiles of full ones are taken away and nothing else`() throws {
        var sequencer = try sequencer()
        for _ in 0..<9 {
            try leaves.grow(by: 100)
            try check(try #require(try sequencer.publish()))
        }
        let partials = log.files.keys.filter(\.isPartial).map(\.full)
        #expect(!partials.isEmpty)
        #expect(partials.allSatisfy { !$0.isFull(at: 900) })
    }

    @Test func `two sequencers on one log cannot fork it`() throws {
        try leaves.grow(by: 10)
        var one = try sequencer()
        var other = try sequencer()
        try check(try #require(try one.publish()))
        try leaves.grow(by: 5)
        #expect(throws: LogFault.forked) { try other.publish() }
        #expect(try one.publish()?.checkpoint.size == 15)
    }

    @Test func `one that was overtaken by another history leaves the published tiles as they are`() throws {
        try leaves.grow(by: 10)
        var one = try sequencer()
        _ = try one.publish()
        let others = MemoryLeaves()
        others.leaves = leaves.leaves
        var other = try sequencer(of: others)
        try leaves.grow(by: 300)
        let time = try #require(others.leaves.last).committedAt
        others.leaves += leaves.leaves.suffix(300).map { Leaf(committedAt: time, fieldRoot: $0.fieldRoot) }
        let signed = try #require(try one.publish())
        #expect(throws: LogFault.forked) { try other.publish() }
        try check(signed)
    }

    @Test func `a registry that was set back is refused`() throws {
        try leaves.grow(by: 300)
        var one = try sequencer()
        _ = try one.publish()
        leaves.leaves.removeLast(2)
        #expect(throws: LogFault.registryBehind(published: 300, committed: 298)) { try sequencer() }
        try leaves.grow(by: 2)
        _ = try sequencer()
    }

    @Test func `a registry whose last published entry is another one is refused`() throws {
        try leaves.grow(by: 300)
        var one = try sequencer()
        _ = try one.publish()
        leaves.leaves[299] = Leaf(
            committedAt: leaves.leaves[299].committedAt, fieldRoot: leaves.leaves[298].fieldRoot)
        #expect(throws: LogFault.entryDiffers(299)) { try sequencer() }
    }

    @Test func `a time that falls is never signed`() throws {
        try leaves.grow(by: 3)
        leaves.leaves.swapAt(1, 2)
        var one = try sequencer()
        #expect(throws: LogFault.timeFell(2)) { try one.publish() }
        #expect(log.note == nil)
    }

    @Test func `the same holds after a restart between the two`() throws {
        try leaves.grow(by: 2)
        var one = try sequencer()
        _ = try one.publish()
        try leaves.grow(by: 1)
        leaves.leaves[2] = Leaf(committedAt: leaves.leaves[0].committedAt, fieldRoot: leaves.leaves[2].fieldRoot)
        var other = try sequencer()
        #expect(throws: LogFault.timeFell(2)) { try other.publish() }
    }

    @Test func `after a fault that passes the next attempt publishes everything`() throws {
        try leaves.grow(by: 700)
        // Every call that writes fails once, one after the other.
        for call in 0..<6 {
            log.note = nil
            log.files = [:]
            var sequencer = try sequencer()
            var failures = 0
            let before = log.writes
            while true {
                if log.writes - before == call, failures == 0 { log.fault = RegistryFault.diskFull }
                do {
                    guard let signed = try sequencer.publish() else { break }
                    try check(signed)
                } catch RegistryFault.diskFull { failures += 1 }
            }
            #expect(log.note != nil)
            log.fault = nil
        }
    }

    @Test func `a checkpoint of another key, or damaged tiles, are refused`() throws {
        try leaves.grow(by: 300)
        var one = try sequencer()
        _ = try one.publish()
        #expect(throws: LogFault.checkpointUnreadable) { try sequencer(key: 8) }
        for coordinate in log.files.keys.filter(\.isPartial) {
            let whole = log.files[coordinate]
            log.files[coordinate]?[5] ^= 1
            #expect(throws: LogFault.tilesDamaged) { try sequencer() }
            log.files[coordinate] = nil
            #expect(throws: LogFault.tilesDamaged) { try sequencer() }
            log.files[coordinate] = whole
        }
    }
}
