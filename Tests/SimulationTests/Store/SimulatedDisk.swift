import Crypto

@testable import Registry

/// What survives a crash: commits one after the other, each closed by its checksum, and the rows they add up to.
struct SimulatedDisk {
    private var commits: [[UInt8]] = []
    private(set) var rows: [RowKey: [UInt8]] = [:]
    /// Bits that have turned over since they were written.
    private var flips: [RowKey: Int] = [:]

    mutating func commit(_ writes: [RowKey: [UInt8]]) {
        commits.append(Self.bytes(of: writes))
        rows.merge(writes) { $1 }
    }

    /// Power goes while a commit is written: so many bytes of it are there.
    mutating func tear(_ writes: [RowKey: [UInt8]], keeping share: Int) {
        let bytes = Self.bytes(of: writes)
        commits.append(Array(bytes.prefix(bytes.count * min(share, 99) / 100)))
    }

    /// The last commit was never more than a promise.
    mutating func loseLast() { _ = commits.popLast() }

    /// Reads the commits again as after a restart. What has no right checksum at the end was never committed;
    /// `believesTorn` takes what can be read of it, as no store may.
    mutating func recover(believesTorn: Bool = false) {
        rows.removeAll(keepingCapacity: true)
        for (position, commit) in commits.enumerated() {
            let isWhole = Self.isWhole(commit)
            if isWhole || believesTorn { rows.merge(Self.writes(in: commit)) { $1 } }
            guard isWhole else {
                commits.removeSubrange((believesTorn ? position + 1 : position)...)
                break
            }
        }
    }

    // MARK: reading

    func bytes(_ key: RowKey) -> [UInt8]? {
        guard var bytes = rows[key] else { return nil }
        if let bit = flips[key], !bytes.isEmpty { bytes[(bit / 8) % bytes.count] ^= 1 << UInt8(bit % 8) }
        return bytes
    }

    func keys(_ table: RowKey.Table) -> [RowKey] { rows.keys.filter { $0.table == table }.sorted() }

    // MARK: damage

    mutating func flip(_ key: RowKey, bit: Int) { flips[key] = bit }

    /// As a copy restored from elsewhere.
    mutating func repair() { flips.removeAll() }

    /// The row as somebody with every key wrote it over.
    mutating func overwrite(_ key: RowKey, with bytes: [UInt8]) { rows[key] = bytes }

    // MARK: a commit's bytes

    private static func bytes(of writes: [RowKey: [UInt8]]) -> [UInt8] {
        var writer = ByteWriter(capacity: 1024)
        for (key, bytes) in writes.sorted(by: { $0.key < $1.key }) {
            writer.byte(key.table.rawValue)
            writer.text(key.name)
            writer.variable(UInt64(bytes.count))
            writer.raw(bytes)
        }
        return writer.result + Array(SHA256.hash(data: writer.result))
    }

    private static func isWhole(_ commit: [UInt8]) -> Bool {
        commit.count >= 32 && Array(SHA256.hash(data: commit.dropLast(32))) == Array(commit.suffix(32))
    }

    private static func writes(in commit: [UInt8]) -> [RowKey: [UInt8]] {
        var reader = ByteReader(isWhole(commit) ? Array(commit.dropLast(32)) : commit)
        var writes: [RowKey: [UInt8]] = [:]
        while !reader.isAtEnd {
            guard let table = reader.byte().flatMap({ RowKey.Table(rawValue: $0) }),
                let name = reader.text(longest: 256), let count = reader.count(most: 1 << 20),
                let bytes = reader.bytes(count: count)
            else { break }
            writes[RowKey(table, name)] = bytes
        }
        return writes
    }
}
