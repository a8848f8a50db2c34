import GRDB
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

    /// Shows one state of both databases for the length of the body.
    func look<Value>(_ body: (_ registry: Database, _ keys: Database) throws -> Value) throws -> Value {
        try registry.unsafeRead { registry in
            try keys.unsafeRead { keys in
                // The registry first: a key is on the disk before the entry that needs it.
                for connection in [registry, keys] { try connection.execute(sql: "BEGIN") }
                defer { for connection in [registry, keys] { try? connection.execute(sql: "COMMIT") } }
                return try body(registry, keys)
            }
        }
    }
}
