import FoundationEssentials
import GRDB
import Registry
import Synchronization

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
        var needsPurge = false
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
        state.nextNumber =
            try writer.read { try Int64.fetchOne($0, sql: "SELECT MAX(number) FROM person_keys") ?? 0 } + 1
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
                return persons
            }
        } catch { throw StorageFault.from(error) }
        state.withLock { state in
            for person in persons { state.known[person] = nil }
            state.needsPurge = state.needsPurge || !persons.isEmpty
        }
        try purge()
    }

    /// Overwrites what earlier states of the pages are still in the write-ahead log. Somebody who reads may keep it
    /// from that; then it is tried again later.
    func purge() throws {
        guard state.withLock({ $0.needsPurge }) else { return }
        if try writer.inDatabase({ try WALKeeper.truncate($0) }) { state.withLock { $0.needsPurge = false } }
    }

    func emptyLog() { WALKeeper.empty(writer) }
}
