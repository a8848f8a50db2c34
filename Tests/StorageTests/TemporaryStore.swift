import Foundation
import GRDB
import LogFiles
import Registry
import Regulation
import Storage
import Synchronization

/// A store in a directory of its own, removed with the value; its clock stands where the test puts it.
final class TemporaryStore {
    let path: String
    let clock = SteppedClock()
    private(set) var store: RegistryStore

    init() throws {
        path = NSTemporaryDirectory() + "xubao-test-" + UUID().uuidString
        store = try Self.open(path, clock)
    }

    deinit {
        try? store.close()
        try? FileManager.default.removeItem(atPath: path)
    }

    private static func open(_ path: String, _ clock: SteppedClock) throws -> RegistryStore {
        let directory = try DataDirectory(path: path, create: true)
        return try RegistryStore(
            directory: directory, create: true, logStore: LogDirectory(path: directory.logPath), clock: clock)
    }

    /// Runs the body on the closed directory, then opens it again.
    func reopen(after body: (String) throws -> Void = { _ in }) throws {
        let empty = try RegistryStore(
            directory: DataDirectory(path: path + "-other", create: true), create: true, clock: clock)
        try store.close()
        store = empty
        try body(path)
        store = try Self.open(path, clock)
        try empty.close()
        try FileManager.default.removeItem(atPath: path + "-other")
    }

    /// Enrols the insurer and takes lines of NDJSON in.
    func upload(_ lines: [String], insurer: InsurerCode) async throws -> UploadReport {
        if store.feed.insurers[insurer] == nil {
            try await store.write { try $0.enrol(insurer, name: "测试保险") }
        }
        let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
        let run = UploadRun(gate: store, insurer: insurer, encoding: .utf8)
        return try await run.take(
            AsyncStream {
                $0.yield(bytes); $0.finish()
            }, reportedThrough: nil)
    }

    func ask(_ plate: String, _ suffix: String, knownAt: Instant? = nil) throws -> CoverageAnswer {
        var query = CoverageQuery()
        query.plate = plate
        query.vinSuffix = suffix
        query.knownAt = knownAt?.text
        return try OperatorDesk(gate: store).answer(query, at: clock.now)
    }
}

/// A clock that moves only when it is told to.
final class SteppedClock: Registry.Clock {
    private let moment: Mutex<Instant>

    init() { moment = Mutex(Instant.read("2026-11-21 10:00")?.instant ?? .distantPast) }

    var now: Instant { moment.withLock { $0 } }

    func step(seconds: Int) { moment.withLock { $0 = $0.adding(seconds: seconds) } }
}

/// Changes one bit in the middle of a stored value of a closed directory.
func flip(_ column: String, of table: String, where row: String, in path: String) throws {
    try DatabaseQueue(path: path + "/registry.sqlite").write { database in
        var bytes = Array(try Data.fetchOne(database, sql: "SELECT \(column) FROM \(table) WHERE \(row)") ?? Data())
        bytes[bytes.count / 2] ^= 0x10
        try database.execute(sql: "UPDATE \(table) SET \(column) = ? WHERE \(row)", arguments: [Data(bytes)])
    }
}

/// One policy of one car as a line of NDJSON.
func policyLine(_ number: Int, sequence: Int? = nil, end: String = "2027-03-01") -> String {
    let digits = String(format: "%05d", number)
    let order = sequence.map { "\"sequence\":\($0)," } ?? ""
    return """
        {\(order)"policyNumber":"P\(digits)","plate":"京A\(digits)","plateCategory":"02","vin":"LSVAA4187C20\(digits)",\
        "start":"2026-03-01","end":"\(end)","policyholderName":"王小明","policyholderDocument":"11010519491231002X",\
        "phone":"19900001234","premium":"950.00"}
        """
}
