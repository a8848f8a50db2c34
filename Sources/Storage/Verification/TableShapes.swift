import GRDB
import Registry

/// Whether a database is sound as SQLite sees it, and has the tables that this program makes.
struct TableShapes {
    let sealer: RowSealer
    let wrapping: KeyWrapping

    /// Tables whose indexes are compared with them row by row; they are small.
    private static let indexed = ["insurers", "credentials", "quarantine", "quarantine_positions", "merges"]

    func check(_ registry: Database, _ keys: Database) throws {
        try compare(registry, "registry.sqlite", Migrations.registry(sealer))
        try compare(keys, "keys.sqlite", Migrations.keys(wrapping))
        try ask(registry, "registry.sqlite", "PRAGMA quick_check(1)")
        for table in Self.indexed { try ask(registry, "registry.sqlite", "PRAGMA integrity_check(\(table))") }
        try ask(keys, "keys.sqlite", "PRAGMA integrity_check(1)")
    }

    private func compare(_ database: Database, _ name: String, _ migrator: DatabaseMigrator) throws {
        let fresh = try DatabaseQueue()
        try migrator.migrate(fresh)
        let shape = """
            SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%' UNION ALL
            SELECT 'migration', identifier, '', '' FROM grdb_migrations ORDER BY 1, 2
            """
        guard try Row.fetchAll(database, sql: shape) == fresh.read({ try Row.fetchAll($0, sql: shape) }) else {
            throw Divergence.schemaDiffers(file: name)
        }
    }

    private func ask(_ database: Database, _ name: String, _ question: String) throws {
        let answer = try String.fetchOne(database, sql: question) ?? ""
        guard answer == "ok" else { throw Divergence.databaseDamaged(file: name, says: answer) }
    }
}
