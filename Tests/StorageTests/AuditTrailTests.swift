import GRDB
import Registry
import Regulation
import Storage
import Testing

/// What is read back of the looks after a start.
@Suite struct AuditTrailTests {
    @Test func `only right answers to the public are proofs, each network and vehicle once with the last`() throws {
        let temporary = try TemporaryStore()
        let (trail, now) = (temporary.store.audit, temporary.clock.now)
        func look(
            _ seconds: Int, _ subject: Int64, _ outcome: CoverageAnswer.Outcome, _ role: Look.Role = .anyone
        ) throws {
            try trail.note(
                Look(
                    at: now.adding(seconds: seconds), role: role, holder: LookupKey(7), subject: LookupKey(subject),
                    form: .suffix, outcome: outcome, file: nil))
        }
        try look(-50, 1, .inForce)
        try look(-40, 2, .noMatch)
        try look(-30, 1, .lapsed)
        try look(-20, 3, .inForce, .operator)
        try look(-10, 1, .noMatch)
        try look(5, 4, .inForce)
        try trail.flush()
        var found: [Int64: Instant] = [:]
        try trail.proofs(from: now.adding(seconds: -60), to: now) { subject, holder, at in
            #expect(holder == LookupKey(7))
            found[subject.value] = at
        }
        #expect(found == [1: now.adding(seconds: -30)])
    }

    private static func look(_ number: Int, _ role: Look.Role = .anyone) throws -> Look {
        let at = try #require(Instant(milliseconds: 1_760_000_000_000)).adding(seconds: number)
        return Look(
            at: at, role: role, holder: LookupKey(7), subject: LookupKey(Int64(number)), form: .suffix,
            outcome: .inForce, file: nil)
    }

    private static func written(_ trail: AuditTrail) throws -> [Int64] {
        var found: [Int64] = []
        try trail.looks(since: try #require(Instant(milliseconds: 0))) { found.append($0.subject.value) }
        return found
    }

    /// From another connection, as if the disk were full: no row can be written while the table is away.
    private static func alter(_ path: String, _ sql: String) throws {
        try DatabaseQueue(path: path).write { try $0.execute(sql: sql) }
    }

    @Test func `looks that cannot be written are held to a bound, and none beyond it is promised`() throws {
        let temporary = try TemporaryStore()
        let path = temporary.path + "/bounded.sqlite"
        let trail = try AuditTrail(path: path, mostWaiting: 50)
        try Self.alter(path, "ALTER TABLE audit RENAME TO aside")
        for number in 0..<50 { try trail.note(Self.look(number)) }
        for number in 50..<60 {
            #expect(throws: RegistryFault.auditFull) { try trail.note(Self.look(number)) }
        }
        #expect(throws: (any Error).self) { try trail.record(Self.look(70, .official)) }
        try Self.alter(path, "ALTER TABLE aside RENAME TO audit")
        try trail.flush()
        #expect(try Self.written(trail) == Array(0..<50), "of what was not answered there is no trace")
        try trail.note(Self.look(80))
        try trail.record(Self.look(81, .official))
        #expect(try Self.written(trail) == Array(0..<50) + [80, 81])
    }

    @Test func `more looks than are held at once are written as they come`() throws {
        let temporary = try TemporaryStore()
        let trail = try AuditTrail(path: temporary.path + "/bounded.sqlite", mostWaiting: 50)
        for number in 0..<175 { try trail.note(Self.look(number)) }
        #expect(try Self.written(trail).count == 150)
        try trail.flush()
        #expect(try Self.written(trail) == Array(0..<175))
    }
}
