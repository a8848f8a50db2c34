import Foundation
import GRDB
import Registry
import Testing

@testable import Storage

/// Bits changed in the files themselves, as a disk does it.
@Suite struct PageFlipTests {
    private static let base =
        ProcessInfo.processInfo.environment["XUBAO_SEED"].flatMap { UInt64($0) }
        ?? UInt64.random(in: 0..<1_000_000_000_000)
    private static let flips = 150 * (ProcessInfo.processInfo.environment["XUBAO_SOAK"] == "1" ? 40 : 1)

    /// Everything the tables hold, as text.
    private func content(of path: String) throws -> [String] {
        try ["registry.sqlite", "keys.sqlite"].flatMap { file in
            var configuration = Configuration()
            configuration.readonly = true
            return try DatabaseQueue(path: path + "/" + file, configuration: configuration).read { database in
                let tables = try String.fetchAll(
                    database,
                    sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
                )
                return try tables.flatMap { table in
                    let columns = try database.columns(in: table).map { "quote(\($0.name))" }
                    let row = columns.joined(separator: " || ',' || ")
                    return try String.fetchAll(
                        database, sql: "SELECT '\(table) ' || \(row) FROM \(table) NOT INDEXED ORDER BY 1")
                }
            }
        }
    }

    @Test func `any bit changed in a database file is found, or changes nothing that is kept`() async throws {
        print("page flips: XUBAO_SEED=\(Self.base), \(Self.flips) flips")
        let full = try await FullRegistry()
        let whole = try content(of: full.path)
        var generator = SplitMix(state: Self.base)
        var (found, harmless) = (0, 0)
        for _ in 0..<Self.flips {
            let file = generator.next() % 4 == 0 ? "keys.sqlite" : "registry.sqlite"
            var bytes = try Data(contentsOf: URL(fileURLWithPath: full.path + "/" + file))
            // Most of a small database is empty: bits are drawn from what is not.
            let used = bytes.indices.filter { bytes[$0] != 0 }
            let bit = used[Int(generator.next() % UInt64(used.count))] * 8 + Int(generator.next() % 8)
            bytes[bit / 8] ^= 1 << UInt8(bit % 8)
            try full.withCopy { path in
                try bytes.write(to: URL(fileURLWithPath: path + "/" + file))
                guard FullRegistry.divergence(in: path) == nil else {
                    found += 1
                    return
                }
                harmless += 1
                let changed = Set(try content(of: path)).symmetricDifference(whole)
                #expect(changed.isEmpty, "\(file) bit \(bit) is not found: \(changed.sorted())")
            }
        }
        #expect(found > Self.flips / 4 && found + harmless == Self.flips)
    }
}

/// Draws numbers from a seed.
struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
