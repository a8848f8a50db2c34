import FoundationEssentials
import GRDB
package import Registry
import Regulation

extension SQLiteReader {
    /// The holder of a key that is not revoked.
    package func credential(keyHash: [UInt8]) throws -> Credential? {
        try fetch("SELECT * FROM credentials WHERE key_hash = ? AND revoked_at IS NULL", [Data(keyHash)]).first
    }

    package func credentials() throws -> [Credential] {
        try fetch("SELECT * FROM credentials WHERE revoked_at IS NULL ORDER BY role, holder, created_at", [])
    }

    private func fetch(_ sql: String, _ arguments: StatementArguments) throws -> [Credential] {
        try rows(sql, arguments).compactMap { row in
            guard let role = Credential.Role(rawValue: row["role"]), let holder = InsurerCode(row["holder"] as String),
                let created = Instant(milliseconds: row["created_at"])
            else { return nil }
            return Credential(
                keyHash: Array(row["key_hash"] as Data), role: role, holder: holder, name: row["name"],
                createdAt: created)
        }
    }
}
