import Testing
import TransparencyLog

/// Entries as they are published (C2SP tlog-tiles, Log entries).
@Suite struct EntryBundleTests {
    private static func coordinate(_ width: Int) throws -> TileCoordinate {
        try #require(TileCoordinate(.entries, index: 0, width: width))
    }

    @Test func `entries stand behind their lengths`() throws {
        let entries: [[UInt8]] = [[], [1], [UInt8](repeating: 9, count: 300)]
        let bytes = try #require(EntryBundle.bytes(of: entries))
        #expect(bytes.prefix(7) == [0, 0, 0, 1, 1, 1, 44])
        #expect(EntryBundle.entries(in: bytes, at: try Self.coordinate(3)) == entries)
    }

    @Test func `a bundle of another width, or cut off anywhere, is refused`() throws {
        let entries: [[UInt8]] = [[1, 2, 3], [], [4]]
        let bytes = try #require(EntryBundle.bytes(of: entries))
        for width in [1, 2, 4, 256] {
            #expect(EntryBundle.entries(in: bytes, at: try Self.coordinate(width)) == nil)
        }
        for count in bytes.indices {
            #expect(EntryBundle.entries(in: Array(bytes.prefix(count)), at: try Self.coordinate(3)) == nil)
        }
        #expect(EntryBundle.entries(in: bytes + [0], at: try Self.coordinate(3)) == nil)
        #expect(
            EntryBundle.entries(in: bytes, at: try #require(TileCoordinate(.hashes(level: 0), index: 0, width: 3)))
                == nil)
    }

    @Test func `what does not fit is not written`() {
        #expect(EntryBundle.bytes(of: [[UInt8](repeating: 0, count: 65_535)])?.count == 65_537)
        #expect(EntryBundle.bytes(of: [[UInt8](repeating: 0, count: 65_536)]) == nil)
        #expect(EntryBundle.bytes(of: Array(repeating: [], count: 257)) == nil)
    }

    @Test func `no bytes drawn by chance stop the reader`() throws {
        var draws = Draws(seed: 5)
        for _ in 0..<5_000 {
            let width = Int.random(in: 1...4, using: &draws)
            let bytes = draws.bytes(Int.random(in: 0...40, using: &draws)).map { $0 & 7 }
            if let entries = EntryBundle.entries(in: bytes, at: try Self.coordinate(width)) {
                #expect(EntryBundle.bytes(of: entries) == bytes)
            }
        }
    }
}
