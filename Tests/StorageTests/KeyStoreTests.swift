import Foundation
import GRDB
import Registry
import Testing

@testable import Storage

/// The keys of more persons than are held in memory.
@Suite struct KeyStoreTests {
    @Test func `keys that wait to be kept are none forgotten, however many they are, and are found again later`() throws
    {
        let path = NSTemporaryDirectory() + "xubao-test-" + UUID().uuidString + ".sqlite"
        defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
        let store = try KeyStore(
            path: path, master: MasterKey(bytes: [UInt8](repeating: 7, count: 32)), random: SystemRandom())
        let persons = (1...90_000).map { LookupKey($0) }
        let made = try persons.map { try store.key(of: $0) }
        #expect(Set(made.map(\.number)).count == persons.count)
        #expect(try store.key(of: persons[0]).bytes == made[0].bytes)
        try store.flush()
        for position in [0, 1, 45_000, 89_999] {
            let again = try store.key(of: persons[position])
            #expect(again.number == made[position].number && again.bytes == made[position].bytes)
        }
        let count = try DatabaseQueue(path: path).read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM person_keys") }
        #expect(count == persons.count)
    }
}
