import FoundationEssentials
import GRDB
import Registry

/// Gives rows that were written before there were checks theirs.
struct RowCheckMigration {
    let database: Database
    let sealer: RowSealer

    func run() throws {
        try insurers()
        try credentials()
        try fill("reports", "insurer, sequence", "position, digest") { row in
            sealer.checks.report(ReportMark(index: row["position"], digest: LookupKey(row["digest"])))
        }
        try fill("report_digests", "digest, insurer", "position") { row in
            sealer.checks.reportDigest(LookupKey(row["digest"]), index: row["position"])
        }
        try fill("quarantine", "insurer, digest", "position, key_number") { row in
            sealer.checks.quarantine(row["position"], LookupKey(row["digest"]), keyNumber: row["key_number"])
        }
        try idempotency()
    }

    private func fill(_ table: String, _ key: String, _ columns: String, _ check: (Row) -> Int64) throws {
        let names = key.split(separator: ", ").map { "\($0) = ?" }.joined(separator: " AND ")
        let update = try database.makeStatement(sql: "UPDATE \(table) SET row_check = ? WHERE \(names)")
        for row in try Row.fetchAll(database, sql: "SELECT \(key), \(columns) FROM \(table)") {
            try update.execute(
                arguments: StatementArguments([check(row).databaseValue, row[0], row[1]] as [DatabaseValue]))
        }
    }

    private func insurers() throws {
        for (code, insurer) in try FeedTable.read(database).insurers {
            try database.execute(
                sql: "UPDATE insurers SET row_check = ? WHERE insurer = ?",
                arguments: [sealer.checks.insurer(code.text, insurer), code.text])
        }
    }

    private func credentials() throws {
        let update = try SQLiteStatement(database, "UPDATE credentials SET row_check = ? WHERE key_hash = ?")
        let select = try SQLiteStatement(database, "SELECT \(CredentialTable.columns) FROM credentials")
        var found: [(Credential, revokedAt: Int64?)] = []
        try select.rows { row in
            if let credential = CredentialTable.credential(row) {
                found.append((credential, CredentialTable.revokedAt(row)))
            }
        }
        for (credential, revokedAt) in found {
            update.bind(1, sealer.checks.credential(credential, revokedAt: revokedAt))
            update.bind(2, credential.keyHash)
            try update.run()
        }
    }

    /// Answers were sealed to their request alone.
    private func idempotency() throws {
        for row in try Row.fetchAll(database, sql: "SELECT * FROM idempotency") {
            let request: Int64 = row["request"]
            let response = try sealer.open(Array(row["response"] as Data), .idempotency, row: request)
            let sealed = try sealer.seal(
                response, .idempotency, row: request, columns: [row["digest"], row["committed_at"]])
            try database.execute(
                sql: "UPDATE idempotency SET response = ? WHERE request = ?", arguments: [Data(sealed), request])
        }
    }
}
