import GRDB
package import Registry
package import Regulation
import Synchronization

/// Who asked about what, when, and what was answered: by keyed hashes only. Public look-ups are written in batches, at
/// most a second behind; an official's look-up is written before it is answered.
package final class AuditTrail: Sendable {
    private struct State {
        var waiting: [Look] = []
        /// Rows are keyed by time with a running number below it, so that a span of time is a range of keys.
        var lastKey: Int64 = 0
        /// Set when the disk failed: nothing is tried again.
        var stopped: (any Error)?
        /// The last batch could not be written; what waits stays until one can.
        var isFailing = false
    }

    /// Some seconds of the busiest server there is.
    package static let mostWaiting = 250_000
    /// Looks in one commit.
    private static let batch = 10_000

    private let state: Mutex<State>
    private let database: DatabaseQueue
    private let path: String
    private let log: WALKeeper
    private let mostWaiting: Int
    private let writing = Mutex(())

    /// `mostWaiting` looks are held at most while they cannot be written.
    package init(path: String, mostWaiting: Int = AuditTrail.mostWaiting) throws {
        self.path = path
        self.mostWaiting = mostWaiting
        database = try Connection.writer(path, cacheKiB: 4096)
        try Migrations.audit.migrate(database)
        log = WALKeeper(database)
        let last = try database.read { try Int64.fetchOne($0, sql: "SELECT MAX(at) FROM audit") ?? 0 }
        state = Mutex(State(lastKey: last))
    }

    /// Notes a look-up for the next batch. When as many wait as can be held they are written first; throws `auditFull`
    /// when that fails, and then the look-up may not be answered.
    package func note(_ look: Look) throws {
        if try !take(look) {
            try? flush()
            guard try take(look) else { throw RegistryFault.auditFull }
        }
    }

    /// Whether there was room for it. Throws at once while nothing can be written.
    private func take(_ look: Look) throws -> Bool {
        try state.withLock { state in
            guard state.waiting.count >= mostWaiting else {
                state.waiting.append(look)
                return true
            }
            if state.isFailing { throw RegistryFault.auditFull }
            return false
        }
    }

    /// Writes a look-up and returns when it is on the disk. When it throws, the look-up is not kept, for it is not
    /// answered.
    package func record(_ look: Look) throws {
        state.withLock { $0.waiting.append(look) }
        do { try flush() } catch {
            state.withLock { state in
                if let position = state.waiting.lastIndex(of: look) { state.waiting.remove(at: position) }
            }
            throw error
        }
    }

    /// Writes what waits. Called every second, and before the process ends.
    package func flush() throws {
        try writing.withLock { _ in
            if let stopped = state.withLock({ $0.stopped }) { throw stopped }
            var left = state.withLock { $0.waiting.count }
            while left > 0 {
                let (looks, keys) = nextBatch()
                do { try write(looks, keys) } catch {
                    state.withLock { state in
                        state.waiting.insert(contentsOf: looks, at: 0)
                        state.isFailing = true
                    }
                    throw fault(error)
                }
                state.withLock { $0.isFailing = false }
                left -= looks.count
            }
            do {
                try database.writeWithoutTransaction { try log.checkpointIfGrown($0) }
            } catch { throw fault(error) }
        }
    }

    private func nextBatch() -> (looks: [Look], keys: [Int64]) {
        state.withLock { state in
            let looks = Array(state.waiting.prefix(Self.batch))
            state.waiting.removeFirst(looks.count)
            let keys = looks.map { look in
                state.lastKey = max(state.lastKey + 1, look.at.milliseconds << 20)
                return state.lastKey
            }
            return (looks, keys)
        }
    }

    private func fault(_ error: any Error) -> any Error {
        let fault = StorageFault.from(error)
        if case RegistryFault.stopped = fault { state.withLock { $0.stopped = fault } }
        return fault
    }

    private func write(_ looks: [Look], _ keys: [Int64]) throws {
        try database.write { database in
            let insert = try SQLiteStatement(
                database,
                "INSERT INTO audit (at, role, holder, subject, form, outcome, file, purpose) "
                    + "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
            )
            for (look, key) in zip(looks, keys) {
                insert.bind(1, key)
                insert.bind(2, look.role.rawValue)
                insert.bind(3, look.holder.value)
                insert.bind(4, look.subject.value)
                insert.bind(5, look.form.rawValue)
                insert.bind(6, look.outcome.rawValue)
                insert.bind(7, look.file?.number)
                if let purpose = look.purpose { insert.bind(8, purpose) } else { insert.bind(8, nil as Int64?) }
                try insert.run()
            }
        }
    }

    func emptyLog() { WALKeeper.empty(database) }

    /// Which networks proved which vehicles in a stretch of time, each once with the last proof.
    package func proofs(
        from start: Instant, to end: Instant,
        _ body: (_ subject: LookupKey, _ holder: LookupKey, Instant) throws -> Void
    ) throws {
        let database = try Connection.reader(path)
        try database.read { database in
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT subject, holder, MAX(at) AS last FROM audit
                    WHERE at >= ? AND at < ? AND role = 'public' AND outcome <> 'noMatch' GROUP BY subject, holder
                    """, arguments: [start.milliseconds << 20, end.milliseconds << 20])
            while let row = try rows.next() {
                guard let at = Instant(milliseconds: (row["last"] as Int64) >> 20) else { continue }
                try body(LookupKey(row["subject"]), LookupKey(row["holder"]), at)
            }
        }
    }

    /// Every look-up since a moment, oldest first: what the guess limits are rebuilt from after a start.
    package func looks(since moment: Instant, _ body: (Look) throws -> Void) throws {
        let database = try Connection.reader(path)
        try database.read { database in
            let rows = try Row.fetchCursor(
                database, sql: "SELECT * FROM audit WHERE at >= ? ORDER BY at", arguments: [moment.milliseconds << 20])
            while let row = try rows.next() {
                let key: Int64 = row["at"]
                guard let at = Instant(milliseconds: key >> 20), let role = Look.Role(rawValue: row["role"]),
                    let form = Look.Form(rawValue: row["form"]),
                    let outcome = CoverageAnswer.Outcome(rawValue: row["outcome"])
                else { continue }
                try body(
                    Look(
                        at: at, role: role, holder: LookupKey(row["holder"]), subject: LookupKey(row["subject"]),
                        form: form,
                        outcome: outcome, file: (row["file"] as Int64?).map(FileID.init), purpose: row["purpose"]))
            }
        }
    }
}
