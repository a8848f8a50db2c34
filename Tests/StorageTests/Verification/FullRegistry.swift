import Foundation
import GRDB
import Registry
import Regulation
import TransparencyLog

@testable import Storage

/// A closed data directory in which every table holds something: merges, corrections, moves, withdrawals, records in
/// quarantine and settled ones, insurers, credentials, remembered requests.
final class FullRegistry {
    let path: String
    let leaves: [Leaf]
    let signer: NoteSigner

    init(vehicles: Int = 12) async throws {
        path = NSTemporaryDirectory() + "xubao-test-" + UUID().uuidString
        let clock = SteppedClock()
        let store = try RegistryStore(
            directory: DataDirectory(path: path, create: true), create: true, clock: clock)
        signer = store.signer
        for lines in Self.parts(vehicles) {
            try await Self.upload(lines, to: store)
            clock.step(seconds: 60)
        }
        _ = try await OperatorDesk(gate: store).enrol(role: "insurer", code: "CPIC", name: "另一家保险", at: clock.now)
        _ = try await OperatorDesk(gate: store).enrol(role: "official", code: "JG01", name: "交管", at: clock.now)
        try await store.write { store in
            try store.remember(request: LookupKey(77), digest: LookupKey(78), response: Array("answered".utf8))
            try store.state(reportedThrough: store.committedAt, by: InsurerCode("PICC") ?? .anyone)
        }
        let desk = ErasureDesk(gate: store, tables: try LawTables.published.get())
        _ = try await desk.take(ErasureRequest(policyNumber: "OLD", isConfirmed: true), at: clock.now)
        leaves = try store.read { reader, feed in
            try reader.entries(Array(0..<feed.treeSize)).map(\.leaf)
        }
        try store.close()
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func log() throws -> MemoryLog { try MemoryLog(leaves, signer: signer) }

    /// Another directory with the same files, for the length of the body.
    func withCopy<Value>(_ body: (String) throws -> Value) throws -> Value {
        let copy = path + "-copy"
        try? FileManager.default.removeItem(atPath: copy)
        try FileManager.default.copyItem(atPath: path, toPath: copy)
        defer { try? FileManager.default.removeItem(atPath: copy) }
        return try body(copy)
    }

    /// `nil` where all is in order.
    static func divergence(in path: String, log: (any PublishedLog)? = nil, known: KnownStatements = .init())
        -> (any Error)?
    {
        do {
            _ = try RegistryVerification(path: path).run(log: log, known: known)
            return nil
        } catch { return error }
    }

    /// A contract of long ago whose parties may be forgotten; and a record under its number that cannot be read.
    private static let forgotten = [
        """
        {"sequence":900,"policyNumber":"OLD","vin":"LSVAA4187C2000888","start":"2016-03-01","end":"2017-02-28",\
        "policyholderName":"赵六","policyholderDocument":"110105197801010015","phone":"13900000001"}
        """,
        #"{"sequence":901,"policyNumber":"OLD","vin":"LSVAA4187C2000888","start":"2016-13-01","phone":"13900000001"}"#,
    ]

    private static func upload(_ lines: [String], to store: RegistryStore) async throws {
        let insurer = InsurerCode("PICC") ?? .anyone
        if store.feed.insurers[insurer] == nil { try await store.write { try $0.enrol(insurer, name: "测试保险") } }
        let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
        _ = try await UploadRun(gate: store, insurer: insurer, encoding: .utf8).take(
            AsyncStream {
                $0.yield(bytes)
                $0.finish()
            }, reportedThrough: nil)
    }

    private static func parts(_ vehicles: Int) -> [[String]] {
        let ordinary = (1...vehicles).map { policyLine($0, sequence: $0 % 3 == 0 ? nil : $0) }
        func line(_ sequence: Int, _ members: String) -> String { #"{"sequence":\#(1000 + sequence),\#(members)}"# }
        return [
            ordinary, forgotten,
            [
                line(1, #""policyNumber":"A2","plate":"京A77777","start":"2025-03-01","end":"2026-03-01""#),
                line(2, #""policyNumber":"A3","engineNumber":"E1","start":"2024-03-01","end":"2025-03-01""#),
                line(
                    3,
                    """
                    "policyNumber":"A4","engineNumber":"E1","plate":"京A77777","start":"2025-04-01",\
                    "end":"2026-03-01"
                    """
                ),
            ],
            [
                line(
                    4,
                    """
                    "policyNumber":"A5","vin":"LSVAA4187C2000001","plate":"京A77777","start":"2025-05-01",\
                    "end":"2026-03-01"
                    """),
                line(
                    5,
                    #""event":"plateChange","policyNumber":"P00002","newPlate":"京B22222","effectiveAt":"2026-05-01""#),
                line(
                    6, #""event":"cancellation","policyNumber":"P00004","effectiveAt":"2026-06-01","ground":"stolen""#),
                line(7, #""event":"correction","corrects":"P00001#1","premium":"100.00""#),
                line(8, #""event":"correction","corrects":"P00005#5","vin":"LSVAA4187C2000777""#),
                line(9, #""event":"retraction","corrects":"P00007#7""#),
                line(10, #""policyNumber":"Q1","plate":"京A00008","policyholderName":"张三""#),
                line(11, #""policyNumber":"Q2","plate":"京A00010","start":"2026-01-01""#),
                line(12, #""event":"cancellation","policyNumber":"NONE","effectiveAt":"2026-06-01","ground":"stolen""#),
            ],
            [line(11, #""policyNumber":"Q2","plate":"京A00010","start":"2026-01-01","end":"2027-01-01""#)],
        ]
    }
}
