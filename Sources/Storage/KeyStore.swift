import Crypto
import FoundationEssentials
import GRDB
import Registry
import Synchronization
import TransparencyLog

/// The data keys of persons, in a database of their own, each wrapped by a key derived from the master key.
///
/// A new key lives in memory until `flush`, which the registry's writer calls before it commits an entry sealed with
/// it. A crash between the two leaves a key that nothing uses; never an entry whose key is gone.
final class KeyStore: PersonKeys, Sendable {
    private struct State {
        var known: [LookupKey: PersonKey] = [:]
        /// Whose keys are known and on the disk, in the order in which they came: the oldest are forgotten first.
        var order: [LookupKey] = []
        /// Keys not on the disk yet. None is forgotten: it could not be found again.
        var fresh: [(person: LookupKey, key: PersonKey)] = []
        var nextNumber: Int64 = 1
        /// Whether pages that held a key since given up may still lie in the write-ahead log.
        var needsPurge = true
    }

    private static let mostKnown = 20_000

    private let log: WALKeeper
    private let state: Mutex<State>
    private let writer: DatabaseQueue
    private let reader: DatabaseQueue
    private let find: Mutex<SQLiteStatement>
    private let wrapping: KeyWrapping
    private let random: any RandomSource

    init(path: String, master: MasterKey, random: any RandomSource) throws {
        wrapping = KeyWrapping(master: master, random: random)
        writer = try Connection.writer(path, cacheKiB: 16_384)
        try Migrations.keys(wrapping).migrate(writer)
        // What is taken away is overwritten, not only let go.
        try writer.inDatabase { try $0.execute(sql: "PRAGMA secure_delete = ON") }
        log = WALKeeper(writer)
        reader = try Connection.reader(path)
        find = Mutex(
            try reader.unsafeRead {
                try SQLiteStatement(
                    $0, "SELECT number, wrapped FROM person_keys WHERE person = ? ORDER BY number LIMIT 1")
            })
        self.random = random
        var state = State()
        state.nextNumber = try writer.read { database in
            let last = try Int64.fetchOne(database, sql: "SELECT MAX(number) FROM person_keys") ?? 0
            // A restored store may lack its last keys; their numbers are not given out again.
            return max(last + 1, try Int64.fetchOne(database, sql: "PRAGMA user_version") ?? 0)
        }
        self.state = Mutex(state)
        try checkMasterKey()
    }

    /// Opens one wrapped key, so that a wrong master key is found out at once and not in the middle of a day.
    private func checkMasterKey() throws {
        guard
            let row = try reader.read({
                try Row.fetchOne(
                    $0,
                    sql: "SELECT number, person, wrapped FROM person_keys WHERE wrapped <> x'' ORDER BY number LIMIT 1")
            })
        else { return }
        let wrapped: [UInt8] = Array(row["wrapped"] as Data)
        _ = try wrapping.unwrap(wrapped, number: row["number"], person: LookupKey(row["person"]))
    }

    func key(of person: LookupKey) throws -> PersonKey {
        try state.withLock { state in
            if let key = state.known[person] { return key }
            guard let key = try stored(person) else { return make(&state, person) }
            state.known[person] = key
            remember([person], in: &state)
            return key
        }
    }

    private func stored(_ person: LookupKey) throws -> PersonKey? {
        try reader.unsafeRead { _ in
            try find.withLock { statement in
                var found: PersonKey?
                statement.bind(1, person.value)
                try statement.rows { row in
                    let number = row.int(0)
                    let bytes = try wrapping.unwrap(row.bytes(1), number: number, person: person)
                    found = PersonKey(number: number, bytes: bytes)
                }
                return found
            }
        }
    }

    private func make(_ state: inout State, _ person: LookupKey) -> PersonKey {
        let key = PersonKey(number: state.nextNumber, bytes: random.bytes(count: 32))
        state.nextNumber += 1
        state.known[person] = key
        state.fresh.append((person, key))
        return key
    }

    private func remember(_ persons: [LookupKey], in state: inout State) {
        state.order.append(contentsOf: persons)
        guard state.order.count >= 2 * Self.mostKnown else { return }
        let surplus = state.order.count - Self.mostKnown
        for old in state.order.prefix(surplus) { state.known[old] = nil }
        state.order.removeFirst(surplus)
    }

    /// Puts every new key on the disk. Called by the registry's writer alone.
    func flush() throws {
        let fresh = state.withLock { $0.fresh }
        guard !fresh.isEmpty else { return }
        do {
            try writer.write { database in
                let insert = try SQLiteStatement(
                    database, "INSERT INTO person_keys (number, person, wrapped) VALUES (?, ?, ?)")
                for (person, key) in fresh {
                    insert.bind(1, key.number)
                    insert.bind(2, person.value)
                    insert.bind(3, try wrapping.wrap(key.bytes, number: key.number, person: person))
                    try insert.run()
                }
            }
        } catch { throw StorageFault.from(error) }
        state.withLock { state in
            state.fresh.removeFirst(fresh.count)
            remember(fresh.map(\.person), in: &state)
        }
        try writer.writeWithoutTransaction { try log.checkpointIfGrown($0) }
    }

    /// Gives up keys, for ever. What is left of each is its number, so that a key that went is told from one that is
    /// missing. Those that are given up already stay so.
    func erase(_ numbers: [Int64]) throws {
        guard !numbers.isEmpty else { return }
        let persons: [LookupKey]
        do {
            persons = try writer.write { database in
                var persons: [LookupKey] = []
                let find = try SQLiteStatement(
                    database, "SELECT person FROM person_keys WHERE number = ? AND wrapped <> x''")
                let erase = try SQLiteStatement(
                    database, "UPDATE person_keys SET person = 0, wrapped = x'' WHERE number = ? AND wrapped <> x''")
                for number in numbers {
                    find.bind(1, number)
                    try find.rows { persons.append(LookupKey($0.int(0))) }
                    erase.bind(1, number)
                    try erase.run()
                }
                if !persons.isEmpty { try Self.noteErased(persons.count, database) }
                return persons
            }
        } catch { throw StorageFault.from(error) }
        guard !persons.isEmpty else { return }
        state.withLock { state in
            for person in persons { state.known[person] = nil }
            state.order.removeAll { persons.contains($0) }
            state.needsPurge = true
        }
    }

    /// How many keys were given up stands in the file's head, so that whoever reads this database and the registry can
    /// tell whether both speak of the same moment (`RegistryView`).
    static func noteErased(_ count: Int, _ database: Database) throws {
        let known = try Int64.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        try database.execute(sql: "PRAGMA application_id = \(Int32(clamping: known + Int64(count)))")
    }

    /// What tells a key's row from others of its number; `nil` for one that was given up.
    func identity(of number: Int64) throws -> [UInt8]? {
        try writer.read { database in
            let row = try Row.fetchOne(
                database, sql: "SELECT person, wrapped FROM person_keys WHERE number = ? AND wrapped <> x''",
                arguments: [number])
            return row.map { Self.identity(person: $0["person"], wrapped: Array($0["wrapped"] as Data)) }
        }
    }

    static func identity(person: Int64, wrapped: [UInt8]) -> [UInt8] {
        Hash(SHA256.hash(data: withUnsafeBytes(of: person.bigEndian) { Array($0) } + wrapped)).bytes
    }

    /// Overwrites what earlier states of the pages are still in the write-ahead log. Somebody who reads may keep it
    /// from that; then it is tried again later. Throws when the disk fails, and then nothing may be tried again.
    func purge() throws {
        let needsPurge = state.withLock { state in
            defer { state.needsPurge = false }
            return state.needsPurge
        }
        guard needsPurge else { return }
        let isDone = try writer.inDatabase { try WALKeeper.truncate($0) }
        if !isDone { state.withLock { $0.needsPurge = true } }
    }

    func emptyLog() { WALKeeper.empty(writer) }
}
