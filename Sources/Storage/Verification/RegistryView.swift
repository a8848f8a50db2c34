import GRDB
import Glibc
import Registry
import TransparencyLog

/// A data directory opened to be looked through: its databases read-only, beside whoever writes, and the keys it takes
/// to check them.
final class RegistryView: Sendable {
    let path: String
    let check: FileCheck
    let identity: LogIdentity
    private let registry: DatabaseQueue
    private let keys: DatabaseQueue

    var sealer: RowSealer { check.sealer }

    /// Takes no lock.
    init(path: String, masterKeyPath: String?) throws {
        self.path = path
        let master = try MasterKey(path: masterKeyPath ?? path + "/master.key", mayCreate: false)
        check = FileCheck(master: master)
        let signer = try master.signer(name: LogName.main.origin)
        identity = LogIdentity(origin: LogName.main.origin, verifiers: [signer.verifier])
        registry = try Connection.reader(path + "/registry.sqlite")
        keys = try Connection.reader(path + "/keys.sqlite")
    }

    /// How often it is looked again when a key is being given up at this moment.
    private static let tries = 100

    /// Shows one state of both databases for the length of the body.
    func look<Value>(_ body: (_ registry: Database, _ keys: Database) throws -> Value) throws -> Value {
        try registry.unsafeRead { registry in
            try keys.unsafeRead { keys in
                defer { for connection in [registry, keys] { try? connection.execute(sql: "COMMIT") } }
                for attempt in 1...Self.tries {
                    // The registry first: a key is on the disk before the entry that needs it.
                    for connection in [registry, keys] { try connection.execute(sql: "BEGIN") }
                    if try isOneMoment(registry, keys) || attempt == Self.tries { break }
                    for connection in [registry, keys] { try connection.execute(sql: "COMMIT") }
                    usleep(10_000)
                }
                return try body(registry, keys)
            }
        }
    }

    /// An erasure is durable in one database just before the key is gone from the other.
    private func isOneMoment(_ registry: Database, _ keys: Database) throws -> Bool {
        // An earlier version's registry has no such table.
        let noted = (try? Int64.fetchOne(registry, sql: "SELECT COUNT(*) FROM erasures")) ?? nil
        let gone = try Int64.fetchOne(keys, sql: "PRAGMA application_id")
        _ = try Int64.fetchOne(keys, sql: "SELECT 1 FROM person_keys LIMIT 1")
        return noted == nil || noted == gone
    }
}
