import Registry
import Regulation
import Storage
import Testing

/// What is read back of the looks after a start.
@Suite struct AuditTrailTests {
    @Test func `only right answers to the public are proofs, each network and vehicle once with the last`() throws {
        let temporary = try TemporaryStore()
        let (trail, now) = (temporary.store.audit, temporary.clock.now)
        func look(_ seconds: Int, _ subject: Int64, _ outcome: CoverageAnswer.Outcome, _ role: Look.Role = .anyone) {
            trail.note(
                Look(
                    at: now.adding(seconds: seconds), role: role, holder: LookupKey(7), subject: LookupKey(subject),
                    form: .suffix, outcome: outcome, file: nil))
        }
        look(-50, 1, .inForce)
        look(-40, 2, .noMatch)
        look(-30, 1, .lapsed)
        look(-20, 3, .inForce, .operator)
        look(-10, 1, .noMatch)
        look(5, 4, .inForce)
        try trail.flush()
        var found: [Int64: Instant] = [:]
        try trail.proofs(from: now.adding(seconds: -60), to: now) { subject, holder, at in
            #expect(holder == LookupKey(7))
            found[subject.value] = at
        }
        #expect(found == [1: now.adding(seconds: -30)])
    }
}
