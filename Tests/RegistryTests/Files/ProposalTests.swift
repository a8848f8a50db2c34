import Registry
import Regulation
import Testing

/// 投保: an application is open until the policy that came of it is reported, under whatever number.
@Suite struct ProposalTests {
    private static func proposal(_ more: [Field: String] = [:]) -> [Field: String] {
        let values: [Field: String] = [
            .event: "proposal", .policyNumber: "TB1", .plate: "京A12345", .vin: "LSVAM4187C2123456",
            .appliedAt: "2026-02-10 09:00", .start: "2026-03-01 00:00", .end: "2027-03-01 00:00",
        ]
        return values.merging(more) { $1 }
    }

    /// What is said while no period covers.
    private static func outcome(_ workbench: Workbench) throws -> CoverageAnswer.Outcome {
        try workbench.ask("京A12345", "123456", on: "2026-02-15").outcome
    }

    @Test(arguments: [
        ("the same period", "2026-03-01", "2027-02-28", CoverageAnswer.Outcome.notYetInForce),
        ("the same start, a short term", "2026-03-01", "2026-03-31", .notYetInForce),
        ("a few days later", "2026-03-05", "2027-03-04", .notYetInForce),
        ("earlier than asked for", "2026-02-20", "2027-02-19", .notYetInForce),
        ("the policy that runs out meanwhile", "2025-03-05", "2026-02-12", .pending),
        ("an older one that overlaps, cut short below", "2025-03-05", "2026-03-04", .inForce),
        ("the year after", "2027-03-01", "2028-02-28", .pending),
    ])
    func `the policy that followed closes it, whichever is reported first`(
        name: String, start: String, end: String, expected: CoverageAnswer.Outcome
    ) throws {
        let policy = policyRecord("P7", from: start, to: end)
        for records in [[Self.proposal(), policy], [policy, Self.proposal()]] {
            let workbench = Workbench(now: "2026-02-10 10:00")
            for record in records { try workbench.accept(record) }
            #expect(try Self.outcome(workbench) == expected, "\(name)")
        }
    }

    @Test(arguments: [
        ("2026-02-10 09:00", CoverageAnswer.Outcome.notYetInForce), ("2026-02-10 08:59", .pending),
    ])
    func `cover that begins the moment it was asked for came of it, cover that began before did not`(
        start: String, expected: CoverageAnswer.Outcome
    ) throws {
        let workbench = Workbench(now: "2026-02-10 10:00")
        try workbench.accept(Self.proposal())
        try workbench.accept(policyRecord("P7", from: start, to: "2026-12-31"))
        #expect(try workbench.ask("京A12345", "123456", on: "2026-02-09").outcome == expected)
    }

    @Test func `another insurer's policy, or another vehicle's, leaves it open`() throws {
        let workbench = Workbench(now: "2026-02-10 10:00")
        try workbench.accept(Self.proposal())
        try workbench.accept(policyRecord("C1", from: "2026-03-01", to: "2027-02-28"), from: "CPIC")
        try workbench.accept(
            policyRecord("P1", plate: "京A99999", vin: "LSVAM4187C2000009", from: "2026-03-01", to: "2027-02-28"))
        #expect(try Self.outcome(workbench) == .pending)
    }

    @Test func `a proposal that says no time is closed by its number alone`() throws {
        let workbench = Workbench(now: "2026-02-10 10:00")
        var proposal = Self.proposal()
        (proposal[.start], proposal[.end]) = (nil, nil)
        try workbench.accept(proposal)
        try workbench.accept(policyRecord("P1", from: "2026-03-01", to: "2027-02-28"))
        #expect(try Self.outcome(workbench) == .pending)
        try workbench.accept(policyRecord("TB1", from: "2026-03-01", to: "2027-02-28"))
        #expect(try Self.outcome(workbench) == .notYetInForce)
    }

    @Test func `it is open again when that policy is withdrawn`() throws {
        let workbench = Workbench(now: "2026-02-10 10:00")
        try workbench.accept(Self.proposal())
        let id = try workbench.accept(policyRecord("P7", from: "2026-03-01", to: "2027-02-28"))
        #expect(try Self.outcome(workbench) == .notYetInForce)
        try workbench.accept([.event: "retraction", .corrects: id])
        #expect(try Self.outcome(workbench) == .pending)
    }
}
