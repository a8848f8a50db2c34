package import Registry

extension SQLiteReader {
    /// The holder of a key that is not revoked.
    package func credential(keyHash: [UInt8]) throws -> Credential? {
        try credentials("WHERE key_hash = ? AND revoked_at IS NULL", keyHash).first
    }

    package func credentials() throws -> [Credential] {
        try credentials("WHERE revoked_at IS NULL ORDER BY role, holder, created_at")
    }

    private func credentials(_ condition: String, _ keyHash: [UInt8]? = nil) throws -> [Credential] {
        var found: [Credential] = []
        try statement("SELECT \(CredentialTable.columns) FROM credentials \(condition)") { select in
            if let keyHash { select.bind(1, keyHash) }
            try select.rows { row in
                if let credential = CredentialTable.credential(row) { found.append(credential) }
            }
        }
        return found
    }
}
