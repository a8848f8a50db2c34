import Crypto
import Foundation
import GRDB
import Registry
import Regulation
import Testing

@testable import Storage

/// Rows of before there were checks get theirs.
@Suite struct RowCheckMigrationTests {
    private let master = MasterKey(bytes: [UInt8](repeating: 5, count: 32))
    private var sealer: RowSealer { RowSealer(master: master, random: SystemRandom()) }

    @Test func `rows of an older registry are checked from then on`() throws {
        let sealer = sealer
        let queue = try DatabaseQueue()
        let migrator = Migrations.registry(sealer)
        try migrator.migrate(queue, upTo: "2026-11-21 entries and files by their numbers")
        try queue.write { database in
            let response = try sealer.seal(Array("answered".utf8), .idempotency, row: 9)
            try database.execute(
                sql: """
                    INSERT INTO insurers VALUES ('PICC', '名', 5, NULL, 2, 1, x'00');
                    INSERT INTO credentials VALUES (x'0102', 'insurer', 'PICC', '名', 7, NULL);
                    INSERT INTO credentials VALUES (x'0103', 'official', 'JG01', '名', 7, 8);
                    INSERT INTO reports VALUES ('PICC', 1, 0, 55);
                    INSERT INTO report_digests VALUES (56, 'PICC', 1);
                    INSERT INTO quarantine VALUES ('PICC', 57, 2, 3, x'00', 0);
                    """)
            try database.execute(
                sql: "INSERT INTO idempotency VALUES (9, 10, 11, ?)", arguments: [Data(response)])
        }
        try migrator.migrate(queue)
        try queue.read { database in
            var insurers = 0
            try FeedTable.forEachRow(database) { row in
                insurers += 1
                #expect(row.rowCheck == sealer.checks.insurer(row.code, row.insurer) && row.insurer.accepted == 2)
            }
            try RowComparison.checkCredentials(database, sealer.checks)
            #expect(insurers == 1)
            func check(_ table: String) throws -> Int64? {
                try Int64.fetchOne(database, sql: "SELECT row_check FROM \(table)")
            }
            #expect(try check("reports") == sealer.checks.report(ReportMark(index: 0, digest: LookupKey(55))))
            #expect(try check("report_digests") == sealer.checks.reportDigest(LookupKey(56), index: 1))
            #expect(try check("quarantine") == sealer.checks.quarantine(2, LookupKey(57), keyNumber: 3))
            let answer = try Data.fetchOne(database, sql: "SELECT response FROM idempotency") ?? Data()
            #expect(try sealer.open(Array(answer), .idempotency, row: 9, columns: [10, 11]) == Array("answered".utf8))
        }
    }

    @Test func `persons' keys of an older key store are bound to their persons`() throws {
        let wrapping = KeyWrapping(master: master, random: SystemRandom())
        let queue = try DatabaseQueue()
        let migrator = Migrations.keys(wrapping)
        try migrator.migrate(queue, upTo: "2026-11-21 person keys")
        let key = [UInt8](repeating: 3, count: 32)
        let box = try AES.GCM.seal(
            key, using: master.derived("person keys"),
            authenticating: withUnsafeBytes(of: Int64(4).bigEndian) { Array($0) })
        try queue.write {
            try $0.execute(
                sql: "INSERT INTO person_keys VALUES (4, 44, ?)", arguments: [box.combined ?? Data()])
        }
        try migrator.migrate(queue)
        let wrapped = try queue.read { try Data.fetchOne($0, sql: "SELECT wrapped FROM person_keys") ?? Data() }
        #expect(try wrapping.unwrap(Array(wrapped), number: 4, person: LookupKey(44)) == key)
        #expect(throws: StorageFault.wrongKey) {
            try wrapping.unwrap(Array(wrapped), number: 4, person: LookupKey(45))
        }
    }
}
