import Foundation
import GRDB
import Registry
import Regulation
import Synchronization
import Testing
import TransparencyLog

@testable import Storage

/// The registry against its published log, and both against what others kept.
@Suite struct LogVerificationTests {
    private func divergence(_ full: FullRegistry, _ log: MemoryLog, _ known: KnownStatements = .init()) -> Divergence? {
        FullRegistry.divergence(in: full.path, log: log, known: known) as? Divergence
    }

    private func statements(_ notes: [SignedNote], _ identity: LogIdentity) throws -> KnownStatements {
        var known = KnownStatements()
        try known.add(notes.map(\.encoded).joined(separator: "\n"), named: "kept", of: identity) { note in
            note.text.hasPrefix("xubao/main/receipt\n") ? Self.receipt(note) : nil
        }
        return known
    }

    private static func receipt(_ note: SignedNote) -> Receipt? {
        let lines = note.text.split(separator: "\n").map { $0.split(separator: " ").last.map(String.init) ?? "" }
        guard lines.count == 5, let id = EntryID(lines[1]), let time = Instant.read(lines[4])?.instant else {
            return nil
        }
        let bytes = stride(from: 0, to: lines[3].count, by: 2).compactMap { offset -> UInt8? in
            let start = lines[3].index(lines[3].startIndex, offsetBy: offset)
            return UInt8(lines[3][start..<lines[3].index(start, offsetBy: 2)], radix: 16)
        }
        return Hash(bytes: bytes).map { Receipt(entry: id, leafHash: $0, committedAt: time) }
    }

    @Test func `every bit of the log's files counts`() async throws {
        let full = try await FullRegistry(vehicles: 300)
        let log = try full.log()
        let whole = log.files.withLock { $0.tiles }
        #expect(whole.count == 5, "two tiles of leaves, one above, two bundles")
        for (coordinate, bytes) in whole {
            for bit in [0, bytes.count * 4 + 3, bytes.count * 8 - 1] {
                var changed = bytes
                changed[bit / 8] ^= 1 << UInt8(bit % 8)
                log.files.withLock { $0.tiles[coordinate] = changed }
                #expect(divergence(full, log)?.concernsLog == true, "\(coordinate.path) bit \(bit)")
            }
            log.files.withLock { $0.tiles[coordinate] = nil }
            let missing: Divergence =
                coordinate.content == .entries
                ? .bundleMissing(path: coordinate.path) : .tileMissing(path: coordinate.path)
            #expect(divergence(full, log) == missing)
            log.files.withLock { $0.tiles = whole }
        }
        #expect(divergence(full, log) == nil)
    }

    @Test func `a log without its checkpoint, or ahead of the registry, is said`() async throws {
        let full = try await FullRegistry()
        let size = Int64(full.leaves.count)
        let log = try full.log()
        log.files.withLock { $0.checkpoint = nil }
        #expect(divergence(full, log) == .checkpointMissing)
        let longer = try MemoryLog(full.leaves + [full.leaves[0]], signer: full.signer)
        #expect(
            [.registryBehind(published: size + 1, held: size), .timeFell(size)].contains(divergence(full, longer)))
    }

    @Test func `entries that are not published yet are no divergence`() async throws {
        let full = try await FullRegistry()
        let log = try MemoryLog(Array(full.leaves.dropLast(3)), signer: full.signer)
        let summary = try RegistryVerification(path: full.path).run(log: log)
        #expect(summary.published == summary.entries - 3)
    }

    @Test func `a changed entry is named before what follows from it`() async throws {
        let full = try await FullRegistry()
        try full.withCopy { path in
            try flip("content", of: "entries", where: "position = 4", in: path)
            #expect(FullRegistry.divergence(in: path, log: try full.log()) as? Divergence == .entryUnreadable(4))
        }
        try full.withCopy { path in
            try flip("leaf", of: "entries", where: "position = 5", in: path)
            #expect(FullRegistry.divergence(in: path, log: try full.log()) as? Divergence == .leafDiffers(5))
        }
        try full.withCopy { path in
            try DatabaseQueue(path: path + "/registry.sqlite").write {
                try $0.execute(sql: "DELETE FROM entries WHERE position = 6")
            }
            #expect(FullRegistry.divergence(in: path, log: try full.log()) as? Divergence == .entryMissing(6))
        }
        try full.withCopy { path in
            try DatabaseQueue(path: path + "/registry.sqlite").write {
                try $0.execute(sql: "DELETE FROM entries WHERE position = (SELECT MAX(position) FROM entries)")
            }
            let held = Int64(full.leaves.count) - 1
            #expect(
                [.registryBehind(published: held + 1, held: held), .entryMissing(held)]
                    .contains(FullRegistry.divergence(in: path, log: try full.log()) as? Divergence))
        }
    }

    @Test func `a tree rebuilt with the real key does not pass what others kept`() async throws {
        let full = try await FullRegistry()
        let honest = try full.log()
        var other = full.leaves
        other[3] = Leaf(committedAt: other[3].committedAt, fieldRoot: other[4].fieldRoot)
        let forged = try MemoryLog(other, signer: full.signer)
        let checkpoint = try statements([forged.checkpoint().note], honest.identity)
        let size = Int64(full.leaves.count)
        #expect(divergence(full, honest, checkpoint) == .knownRootDiffers(size: size))
        let receipt = Receipt(
            entry: EntryID(log: .main, index: 3), leafHash: other[3].hash, committedAt: other[3].committedAt)
        let kept = try statements([receipt.signed(by: full.signer)], honest.identity)
        #expect(divergence(full, honest, kept) == .receiptDiffers(3))
        let longer = try statements(
            [MemoryLog(full.leaves + [full.leaves[0]], signer: full.signer).checkpoint().note], honest.identity)
        #expect(divergence(full, honest, longer) == .knownIsLarger(size: size + 1, than: size))
    }

    @Test func `what others kept passes an honest log, several notes in one file`() async throws {
        let full = try await FullRegistry()
        let log = try full.log()
        let earlier = try [0, 1, 7].map { try MemoryLog(Array(full.leaves.prefix($0)), signer: full.signer) }
        let receipts = try [0, 5].map { index in
            try Receipt(
                entry: EntryID(log: .main, index: Int64(index)), leafHash: full.leaves[index].hash,
                committedAt: full.leaves[index].committedAt
            ).signed(by: full.signer)
        }
        let known = try statements(earlier.map { try $0.checkpoint().note } + receipts, log.identity)
        #expect(known.checkpoints.count == 3 && known.receipts.count == 2)
        #expect(divergence(full, log, known) == nil)
        #expect(try LogAudit.run(log, known: known).size == Int64(full.leaves.count))
    }

    @Test func `a note that is not this log's is not believed`() async throws {
        let full = try await FullRegistry()
        let log = try full.log()
        let note = try log.checkpoint().note.encoded
        for text in ["", "what?\n", note.replacing("xubao/main\n", with: "xubao/mine\n"), note + "and more\n"] {
            var known = KnownStatements()
            #expect(throws: Divergence.knownNotSigned(name: "kept")) {
                try known.add(text, named: "kept", of: log.identity) { _ in nil }
            }
        }
    }
}
