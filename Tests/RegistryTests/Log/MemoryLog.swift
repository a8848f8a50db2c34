import Crypto
import Registry
import Regulation
import Testing
import TransparencyLog

/// Leaves in memory, as a store that committed them would give them.
final class MemoryLeaves: LogSource {
    var leaves: [Leaf] = []

    var committedSize: Int64 { Int64(leaves.count) }

    func leaves(in range: Range<Int64>) throws -> [Leaf] {
        Array(leaves[Int(range.lowerBound)..<min(leaves.count, Int(range.upperBound))])
    }

    /// Appends so many leaves, each a second after the one before.
    func grow(by count: Int) throws {
        for number in leaves.count..<(leaves.count + count) {
            let root = Hash(SHA256.hash(data: Array("\(number)".utf8)))
            let moment = try #require(Instant(milliseconds: 1_790_000_000_000 + Int64(number) * 1_000))
            leaves.append(Leaf(committedAt: moment, fieldRoot: root))
        }
    }
}

/// A published log in memory; refuses what it is told to refuse.
final class MemoryLog: LogStore {
    var note: String?
    var files: [TileCoordinate: [UInt8]] = [:]
    /// Thrown at the next call that writes.
    var fault: (any Error)?
    /// Calls that wrote.
    private(set) var writes = 0

    private func write() throws {
        writes += 1
        guard let fault else { return }
        self.fault = nil
        throw fault
    }

    func checkpoint() throws -> String? { note }

    func tile(_ coordinate: TileCoordinate) throws -> [UInt8]? { files[coordinate] }

    func write(_ files: [(TileCoordinate, [UInt8])]) throws {
        try write()
        for (coordinate, bytes) in files { self.files[coordinate] = bytes }
    }

    func swapCheckpoint(from old: String?, to new: String) throws {
        try write()
        guard note == old else { throw LogFault.forked }
        note = new
    }

    func dropPartials(of coordinate: TileCoordinate) throws {
        files = files.filter { $0.key.isPartial == false || $0.key.full != coordinate.full }
    }
}
