import FoundationEssentials
import GRDB
import Registry

/// The schema, as named steps that are only ever added to.
///
/// Shard key first in every key of business tables; look-up tables are sharded by their own key; no triggers; ids and
/// times come from the application, so that the same statements run on PostgreSQL. `WITHOUT ROWID`, and keys without a
/// shard where SQLite keeps a table by a number, are SQLite's alone and concern only how a table is laid out.
enum Migrations {
    static func registry(_ sealer: RowSealer) -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("2026-11-21 entries, files, look-ups") { database in
            try database.execute(sql: entriesAndFiles)
        }
        migrator.registerMigration("2026-11-21 insurers, credentials, idempotency") { database in
            try database.execute(sql: insurersAndCredentials)
        }
        migrator.registerMigration("2026-11-21 merges") { database in try database.execute(sql: merges) }
        migrator.registerMigration("2026-11-21 entries and files by their numbers") { database in
            try database.execute(sql: byNumber)
        }
        migrator.registerMigration("2026-11-21 row checks") { database in
            try database.execute(sql: rowChecks)
            try RowCheckMigration(database: database, sealer: sealer).run()
        }
        migrator.registerMigration("2026-11-22 erasures") { database in try database.execute(sql: erasures) }
        return migrator
    }

    /// Persons' keys that were given up, each with the first entry that says so; without one where a registry was
    /// restored to a moment before it, until the entry is made again. `was` tells the key's row from others of its
    /// number, so that it is known again in a backup.
    private static let erasures = """
        CREATE TABLE erasures (
            key_number INTEGER NOT NULL, erased_by INTEGER, was BLOB NOT NULL, row_check INTEGER NOT NULL,
            PRIMARY KEY (key_number)) WITHOUT ROWID;
        """

    /// What the folds say of merges, for when one of them does not open.
    private static let merges = """
        CREATE TABLE merges (
            shard INTEGER NOT NULL, absorbed INTEGER NOT NULL, file INTEGER NOT NULL, merged_at INTEGER NOT NULL,
            PRIMARY KEY (shard, absorbed)) WITHOUT ROWID;
        CREATE INDEX merges_by_file ON merges (shard, file);
        """

    /// SQLite holds one shard, so that a number alone is a key, and a table kept by its number has one tree instead of
    /// two (entries) and a shallow one instead of one that carries folds in its inner nodes (files).
    private static let byNumber = """
        CREATE TABLE entries_by_number (
            shard INTEGER NOT NULL, position INTEGER NOT NULL PRIMARY KEY, file INTEGER, committed_at INTEGER NOT NULL,
            leaf BLOB NOT NULL, content BLOB NOT NULL, personal BLOB);
        INSERT INTO entries_by_number SELECT shard, position, file, committed_at, leaf, content, personal
            FROM entries ORDER BY position;
        DROP TABLE entries;
        ALTER TABLE entries_by_number RENAME TO entries;
        CREATE TABLE files_by_number (
            shard INTEGER NOT NULL, file INTEGER NOT NULL PRIMARY KEY, fold BLOB NOT NULL);
        INSERT INTO files_by_number SELECT shard, file, fold FROM files ORDER BY file;
        DROP TABLE files;
        ALTER TABLE files_by_number RENAME TO files;
        """

    /// What no entry tells is checked by a keyed sum; an idempotency record's answer is sealed together with its row
    /// instead.
    private static let rowChecks = ["insurers", "credentials", "quarantine", "reports", "report_digests"]
        .map { "ALTER TABLE \($0) ADD COLUMN row_check INTEGER NOT NULL DEFAULT 0;" }.joined(separator: "\n")

    private static let entriesAndFiles = """
        CREATE TABLE entries (
            shard INTEGER NOT NULL, position INTEGER NOT NULL, file INTEGER, committed_at INTEGER NOT NULL,
            leaf BLOB NOT NULL, content BLOB NOT NULL, personal BLOB,
            PRIMARY KEY (shard, position));
        CREATE TABLE files (
            shard INTEGER NOT NULL, file INTEGER NOT NULL, fold BLOB NOT NULL,
            PRIMARY KEY (shard, file)) WITHOUT ROWID;
        CREATE TABLE lookups (
            lookup INTEGER NOT NULL, shard INTEGER NOT NULL, file INTEGER NOT NULL,
            PRIMARY KEY (lookup, shard, file)) WITHOUT ROWID;
        CREATE TABLE reports (
            insurer TEXT NOT NULL, sequence INTEGER NOT NULL, position INTEGER NOT NULL, digest INTEGER NOT NULL,
            PRIMARY KEY (insurer, sequence)) WITHOUT ROWID;
        CREATE TABLE report_digests (
            digest INTEGER NOT NULL, insurer TEXT NOT NULL, position INTEGER NOT NULL,
            PRIMARY KEY (digest, insurer)) WITHOUT ROWID;
        CREATE TABLE quarantine (
            insurer TEXT NOT NULL, digest INTEGER NOT NULL, position INTEGER NOT NULL, key_number INTEGER,
            record BLOB, settled INTEGER NOT NULL,
            PRIMARY KEY (insurer, digest));
        CREATE TABLE quarantine_positions (
            position INTEGER NOT NULL, insurer TEXT NOT NULL, digest INTEGER NOT NULL, PRIMARY KEY (position));
        """

    private static let insurersAndCredentials = """
        CREATE TABLE insurers (
            insurer TEXT NOT NULL, name TEXT NOT NULL, reported_through INTEGER, last_accepted_at INTEGER,
            accepted INTEGER NOT NULL, open_quarantine INTEGER NOT NULL, sequences BLOB NOT NULL,
            PRIMARY KEY (insurer));
        CREATE TABLE credentials (
            key_hash BLOB NOT NULL, role TEXT NOT NULL, holder TEXT NOT NULL, name TEXT NOT NULL,
            created_at INTEGER NOT NULL, revoked_at INTEGER,
            PRIMARY KEY (key_hash));
        CREATE TABLE idempotency (
            request INTEGER NOT NULL, digest INTEGER NOT NULL, committed_at INTEGER NOT NULL, response BLOB NOT NULL,
            PRIMARY KEY (request)) WITHOUT ROWID;
        """

    static func keys(_ wrapping: KeyWrapping) -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("2026-11-21 person keys") { database in
            try database.execute(
                sql: """
                    CREATE TABLE person_keys (
                        number INTEGER NOT NULL PRIMARY KEY, person INTEGER NOT NULL, wrapped BLOB NOT NULL);
                    CREATE INDEX person_keys_by_person ON person_keys (person);
                    """)
        }
        migrator.registerMigration("2026-11-21 keys bound to persons") { database in
            let update = try SQLiteStatement(database, "UPDATE person_keys SET wrapped = ? WHERE number = ?")
            for row in try Row.fetchAll(database, sql: "SELECT number, person, wrapped FROM person_keys") {
                let wrapped = Array(row["wrapped"] as Data)
                let person = LookupKey(row["person"])
                update.bind(1, try wrapping.rewrap(wrapped, number: row["number"], person: person))
                update.bind(2, row["number"] as Int64)
                try update.run()
            }
        }
        return migrator
    }

    static let audit: DatabaseMigrator = {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("2026-11-21 look-ups") { database in
            try database.execute(
                sql: """
                    CREATE TABLE audit (
                        at INTEGER NOT NULL PRIMARY KEY, role TEXT NOT NULL, holder INTEGER NOT NULL,
                        subject INTEGER NOT NULL, form INTEGER NOT NULL, outcome TEXT NOT NULL, file INTEGER,
                        purpose TEXT);
                    """)
        }
        return migrator
    }()
}
