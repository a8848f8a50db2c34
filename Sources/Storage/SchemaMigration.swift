import GRDB

/// Brings the databases of a directory to this program's schema, step by step. Each step is one transaction: killed at
/// any point, the next run goes on from the last step that was whole.
package enum SchemaMigration {
    /// The steps still to be taken, in their order; reads only.
    package static func pending(path: String, masterKeyPath: String?) throws -> [String] {
        let master = try MasterKey(path: masterKeyPath ?? path + "/master.key", mayCreate: false)
        return try databases(path, master).flatMap { file, migrator in
            let done = try Connection.reader(file).unsafeRead { try Set(migrator.appliedIdentifiers($0)) }
            return migrator.migrations.filter { !done.contains($0) }
        }
    }

    /// Takes them, in a directory that this process holds; which were taken. `begins` is told of each before it.
    package static func run(
        in directory: DataDirectory, masterKeyPath: String?, begins: (_ step: String) -> Void
    ) throws -> [String] {
        let master = try MasterKey(path: masterKeyPath ?? directory.masterKeyPath, mayCreate: false)
        var taken: [String] = []
        for (file, migrator) in databases(directory.path, master) {
            let queue = try Connection.writer(file, cacheKiB: 81_920)
            let done = try queue.read { try Set(migrator.appliedIdentifiers($0)) }
            for step in migrator.migrations where !done.contains(step) {
                begins(step)
                do { try migrator.migrate(queue, upTo: step) } catch { throw StorageFault.from(error) }
                taken.append(step)
            }
            WALKeeper.empty(queue)
        }
        return taken
    }

    private static func databases(_ path: String, _ master: MasterKey) -> [(file: String, DatabaseMigrator)] {
        let random = SystemRandom()
        return [
            (path + "/registry.sqlite", Migrations.registry(RowSealer(master: master, random: random))),
            (path + "/keys.sqlite", Migrations.keys(KeyWrapping(master: master, random: random))),
            (path + "/audit.sqlite", Migrations.audit),
        ]
    }
}
