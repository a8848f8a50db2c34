import Foundation
import Registry
import Regulation
import Testing

@testable import Storage

/// What is kept beside the databases, and the part of the audit that stands in for it.
@Suite struct SealedFileTests {
    private let path = NSTemporaryDirectory() + "xubao-test-" + UUID().uuidString
    private let sealer = RowSealer(master: MasterKey(bytes: Array(repeating: 3, count: 32)), random: SystemRandom())

    @Test func `what is saved is loaded, sealed, for the owner alone`() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        let file = SealedFile(path: path, .guessLimits, sealer: sealer)
        #expect(try file.load() == nil)
        for text in ["first", "second and longer"] {
            try file.save(Array(text.utf8))
            #expect(try file.load() == Array(text.utf8))
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)).range(of: Data(text.utf8)) == nil)
        }
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(!FileManager.default.fileExists(atPath: path + ".new"))
    }

    @Test func `damage is told, and no other table's row passes for it`() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        let file = SealedFile(path: path, .guessLimits, sealer: sealer)
        try file.save([1, 2, 3])
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        bytes[bytes.count / 2] ^= 1
        for content in [bytes, Data(), Data(try sealer.seal([1, 2, 3], .entries, row: 0))] {
            try content.write(to: URL(fileURLWithPath: path))
            #expect(throws: StorageFault.damaged(table: "guessLimits", row: 0)) { try file.load() }
        }
    }

    @Test func `the audit tells who proved what in a stretch of time, each once`() throws {
        defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
        let audit = try AuditTrail(path: path)
        let start = Instant.read("2026-11-01 10:00")?.instant ?? .distantPast
        func look(_ hours: Int, _ holder: Int64, _ outcome: CoverageAnswer.Outcome, role: Look.Role = .anyone) throws {
            try audit.note(
                Look(
                    at: start.adding(seconds: 3600 * hours), role: role, holder: LookupKey(holder),
                    subject: LookupKey(7), form: .suffix, outcome: outcome, file: nil))
        }
        for (hours, holder) in [(0, 1), (1, 2), (5, 2), (9, 3)] as [(Int, Int64)] { try look(hours, holder, .inForce) }
        try look(2, 4, .noMatch)
        try look(3, 5, .inForce, role: .operator)
        try audit.flush()
        var found: [String] = []
        try audit.proofs(from: start.adding(seconds: 1), to: start.adding(seconds: 3600 * 9)) { subject, holder, at in
            found.append("\(subject.value) \(holder.value) \(at.seconds(since: start) / 3600)")
        }
        #expect(found == ["7 2 5"])
    }
}
