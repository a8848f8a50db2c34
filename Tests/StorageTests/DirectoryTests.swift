import Foundation
import Registry
import Storage
import Testing

@Suite struct DirectoryTests {
    private func temporaryPath() -> String { NSTemporaryDirectory() + "xubao-test-" + UUID().uuidString }

    @Test func `a directory has one owner, and the second is told who`() throws {
        let path = temporaryPath()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let owner = try DataDirectory(path: path, create: true)
        #expect(DataDirectory.isHeld(path))
        #expect(throws: StorageFault.directoryInUse(holder: "process \(ProcessInfo.processInfo.processIdentifier)")) {
            try DataDirectory(path: path, create: false)
        }
        withExtendedLifetime(owner) {}
    }

    @Test func `opening never makes a directory unless asked to`() {
        #expect(throws: (any Error).self) { try DataDirectory(path: temporaryPath(), create: false) }
    }

    @Test func `the master key is made once, mode 0600, and a key others can read is refused`() throws {
        let path = temporaryPath()
        defer { try? FileManager.default.removeItem(atPath: path) }
        _ = try MasterKey(path: path, mayCreate: true)
        let first = try String(contentsOfFile: path, encoding: .utf8)
        _ = try MasterKey(path: path, mayCreate: true)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == first)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
        #expect(throws: StorageFault.self) { try MasterKey(path: path, mayCreate: true) }
    }

    @Test func `another master key is found out when the directory is opened`() async throws {
        let temporary = try TemporaryStore()
        guard let insurer = InsurerCode("PICC") else { return }
        _ = try await temporary.upload([policyLine(1)], insurer: insurer)
        #expect(throws: StorageFault.wrongKey) {
            try temporary.reopen { path in
                try FileManager.default.removeItem(atPath: path + "/master.key")
                _ = try MasterKey(path: path + "/master.key", mayCreate: true)
            }
        }
    }
}
