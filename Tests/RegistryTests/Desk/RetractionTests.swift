import Registry
import Regulation
import Testing

/// 撤回: what was reported in error is as if it had never been; an earlier knowledge still answers.
@Suite struct RetractionTests {
    private func bench() throws -> (Workbench, String) {
        let workbench = Workbench()
        try workbench.accept(
            policyRecord("P0", from: "2025-03-01", to: "2026-02-28", [.sequence: "1"]), at: "2026-10-01 10:00")
        let id = try workbench.accept(policyRecord("P1", from: "2026-03-01", to: "2027-02-28", [.sequence: "2"]))
        return (workbench, id)
    }

    private static func retract(_ target: String, _ more: [Field: String] = [:]) -> [Field: String] {
        [.event: "retraction", .corrects: target].merging(more) { $1 }
    }

    @Test(arguments: ["main-1", "P1#2"])
    func `a report withdrawn is gone, and known before`(target: String) throws {
        let (workbench, _) = try bench()
        try workbench.accept(Self.retract(target), at: "2026-11-10 10:00")
        #expect(try workbench.ask("京A12345", "123456").outcome == .lapsed)
        #expect(try workbench.ask("京A12345", "123456", knownAt: "2026-11-10 09:59:59").outcome == .inForce)
    }

    @Test func `a correction withdrawn leaves the report as it was, later corrections included`() throws {
        let (workbench, id) = try bench()
        let first = try workbench.accept([.event: "correction", .corrects: id, .end: "2027-03-31"])
        try workbench.accept([.event: "correction", .corrects: id, .start: "2026-03-05 00:00"])
        #expect(try workbench.ask("京A12345", "123456").period == period("2026-03-05", "2027-04-01"))
        try workbench.accept(Self.retract(first))
        #expect(try workbench.ask("京A12345", "123456").period == period("2026-03-05", "2027-03-01"))
    }

    @Test func `withdrawing the report takes its corrections along, whichever came last`() throws {
        let (workbench, id) = try bench()
        try workbench.accept([.event: "correction", .corrects: id, .end: "2027-03-31"])
        try workbench.accept(Self.retract(id))
        #expect(try workbench.ask("京A12345", "123456").outcome == .lapsed)
    }

    @Test func `a retraction withdrawn puts the report back`() throws {
        let (workbench, id) = try bench()
        let retraction = try workbench.accept(
            Self.retract(id, [.sequence: "3", .policyNumber: "P1"]), at: "2026-11-10 10:00")
        #expect(try workbench.ask("京A12345", "123456").outcome == .lapsed)
        try workbench.accept(Self.retract(retraction), at: "2026-11-11 10:00")
        #expect(try workbench.ask("京A12345", "123456").outcome == .inForce)
        #expect(try workbench.ask("京A12345", "123456", knownAt: "2026-11-10 12:00").outcome == .lapsed)
    }

    @Test func `withdrawing what is withdrawn has no effect and says so`() throws {
        let (workbench, id) = try bench()
        try workbench.accept(Self.retract(id))
        #expect(try workbench.send(Self.retract(id, [.sequence: "9"])).flags == [.eventWithoutEffect])
        #expect(try workbench.ask("京A12345", "123456").outcome == .lapsed)
    }

    @Test func `a correction whose withdrawal would leave an impossible period stays`() throws {
        let (workbench, id) = try bench()
        let first = try workbench.accept([
            .event: "correction", .corrects: id, .start: "2027-03-01 00:00", .end: "2028-02-29",
        ])
        try workbench.accept([.event: "correction", .corrects: id, .start: "2027-03-05 00:00"])
        #expect(try workbench.refuse(Self.retract(first)) == ["periodImpossible"])
        #expect(try workbench.ask("京A12345", "123456", on: "2027-06-01").period == period("2027-03-05", "2028-03-01"))
    }

    @Test func `events are withdrawn one by one`() throws {
        let (workbench, _) = try bench()
        let cancelled = try workbench.accept([
            .event: "cancellation", .policyNumber: "P1", .effectiveAt: "2026-06-01 00:00", .ground: "stolen",
        ])
        let changed = try workbench.accept([
            .event: "plateChange", .policyNumber: "P1", .newPlate: "京A33333", .effectiveAt: "2026-04-01 00:00",
        ])
        #expect(try workbench.ask("京A33333", "123456").outcome == .cancelled)
        try workbench.accept(Self.retract(cancelled))
        #expect(try workbench.ask("京A33333", "123456").outcome == .inForce)
        try workbench.accept(Self.retract(changed))
        #expect(try workbench.ask("京A33333", "123456").outcome == .noMatch)
        #expect(try workbench.ask("京A12345", "123456").outcome == .inForce)
    }

    @Test func `a proposal that became a policy is open again when the policy is withdrawn`() throws {
        let workbench = Workbench()
        try workbench.accept([
            .event: "proposal", .policyNumber: "P1", .plate: "京A12345", .vin: "LSVAM4187C2123456",
            .end: "2027-03-01 00:00",
        ])
        let id = try workbench.accept(policyRecord("P1", from: "2026-03-01", to: "2027-02-28"))
        #expect(try workbench.ask("京A12345", "123456").outcome == .inForce)
        try workbench.accept(Self.retract(id))
        #expect(try workbench.ask("京A12345", "123456").outcome == .pending)
    }

    @Test func `another's report, or none, cannot be withdrawn`() throws {
        let (workbench, id) = try bench()
        #expect(try workbench.refuse(Self.retract(id), from: "CPIC") == ["targetUnknown"])
        #expect(try workbench.refuse(Self.retract("main-77")) == ["targetUnknown"])
        #expect(try workbench.refuse(Self.retract("P2#2")) == ["targetUnknown"])
    }

    @Test func `a report put back joins the file its vehicle has got meanwhile`() throws {
        let workbench = Workbench()
        let id = try workbench.accept(policyRecord("P1", from: "2026-03-01", to: "2027-02-28", [.sequence: "1"]))
        let retraction = try workbench.accept(Self.retract(id))
        try workbench.accept(policyRecord("P2", from: "2027-03-01", to: "2028-02-29", [.sequence: "2"]))
        try workbench.accept(Self.retract(retraction))
        #expect(try workbench.store.livingFiles.filter { $0.file.vin != nil }.count == 1)
        let answer = try workbench.ask("京A12345", "123456")
        #expect(answer.renewal == .renewed)
        #expect(answer.nextPeriod == period("2027-03-01", "2028-03-01"))
    }
}
