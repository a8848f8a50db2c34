import GRDB
import Registry
import Regulation

/// Credentials, as stored.
enum CredentialTable {
    static let columns = "key_hash, role, holder, name, created_at, revoked_at, row_check"

    /// `nil` for a row that is none.
    static func credential(_ row: borrowing SQLiteStatement.Row) -> Credential? {
        guard let role = Credential.Role(rawValue: row.text(1)), let holder = InsurerCode(row.text(2)),
            let created = Instant(milliseconds: row.int(4))
        else { return nil }
        return Credential(keyHash: row.bytes(0), role: role, holder: holder, name: row.text(3), createdAt: created)
    }

    static func revokedAt(_ row: borrowing SQLiteStatement.Row) -> Int64? { row.optionalInt(5) }
    static func rowCheck(_ row: borrowing SQLiteStatement.Row) -> Int64 { row.int(6) }
}
