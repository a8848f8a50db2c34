import Foundation
import GRDB
import Testing

@testable import Storage

/// The write-ahead log starts over beside readers that keep their views.
@Suite struct WALKeeperTests {
    /// Takes a view of what is committed and keeps it.
    private func look(_ reader: DatabaseQueue) throws -> Int {
        try reader.unsafeRead { database in
            if database.isInsideTransaction { try database.execute(sql: "COMMIT") }
            try database.execute(sql: "BEGIN")
            return try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM blocks") ?? 0
        }
    }

    @Test func `questions that come while the log is moved neither hold it up nor keep it from starting over`() throws {
        let path = NSTemporaryDirectory() + "xubao-test-" + UUID().uuidString + ".sqlite"
        defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
        let writer = try Connection.writer(path, cacheKiB: 4096)
        try writer.write { try $0.execute(sql: "CREATE TABLE blocks (content BLOB NOT NULL)") }
        let log = WALKeeper(writer)
        let reader = try Connection.reader(path)
        #expect(try look(reader) == 0)
        for _ in 0..<70 {
            try writer.write { try $0.execute(sql: "INSERT INTO blocks VALUES (zeroblob(1048576))") }
        }
        #expect(log.hasGrown() && !log.hasGrown(underLoad: true))
        var seen: [Int] = []
        try writer.inDatabase { database in
            // Whoever lets go is asked the next question at once.
            try log.checkpointIfGrown(database) { seen.append((try? look(reader)) ?? -1) }
        }
        #expect(seen == [70, 70])
        let size = try FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int
        try writer.write { try $0.execute(sql: "INSERT INTO blocks VALUES (zeroblob(1048576))") }
        #expect(try look(reader) == 71)
        // The log has begun anew, in the file it had.
        #expect(!log.hasGrown())
        #expect(try FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int == size)
    }
}
