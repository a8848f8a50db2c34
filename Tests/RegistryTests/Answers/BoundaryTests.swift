import Registry
import Regulation
import Testing

/// Cover to the millisecond: `start ≤ t < end`, in Shanghai's days.
@Suite struct BoundaryTests {
    private func bench(from start: String, to end: String, _ more: [Field: String] = [:]) throws -> Workbench {
        let workbench = Workbench(now: "2026-01-10 12:00")
        try workbench.accept(policyRecord("P1", from: start, to: end, more))
        return workbench
    }

    @Test(arguments: [
        ("2026-02-28T23:59:59.999+08:00", "notYetInForce"), ("2026-03-01T00:00:00+08:00", "inForce"),
        ("2026-03-01T00:00:00.001+08:00", "inForce"), ("2027-02-28T23:59:59.999+08:00", "inForce"),
        ("2027-03-01T00:00:00+08:00", "lapsed"), ("2027-02-28T15:59:59.999Z", "inForce"),
        ("2027-02-28T16:00:00Z", "lapsed"),
    ])
    func `start is covered, end is not`(on: String, outcome: String) throws {
        #expect(
            try bench(from: "2026-03-01", to: "2027-02-28").ask("京A12345", "123456", on: on).outcome.rawValue == outcome
        )
    }

    /// An end written as 24:00, 23:59, 23:59:59 or a bare date is the following midnight.
    @Test(arguments: [
        "2027-02-28", "2027-02-28 24:00", "2027-02-28 23:59", "2027-02-28 23:59:59", "2027-03-01 00:00",
        "2027年2月28日24时",
    ])
    func `an end is the following midnight, however it is written`(end: String) throws {
        let workbench = try bench(from: "2026-03-01 00:00", to: end)
        #expect(try workbench.ask("京A12345", "123456", on: "2026-06-01").period == period("2026-03-01", "2027-03-01"))
        #expect(try workbench.ask("京A12345", "123456", on: "2027-02-28T23:59:59.999+08:00").outcome == .inForce)
    }

    @Test func `a period that begins at an hour ends at that hour`() throws {
        let workbench = try bench(from: "2026-03-01 14:30", to: "2027-03-01 14:30")
        #expect(try workbench.ask("京A12345", "123456", on: "2026-03-01 14:29:59").outcome == .notYetInForce)
        #expect(try workbench.ask("京A12345", "123456", on: "2026-03-01 14:30").outcome == .inForce)
        let last = try workbench.ask("京A12345", "123456", on: "2027-03-01 14:29:59")
        #expect(last.outcome == .inForce)
        #expect(last.daysLeft == 0)
        #expect(try workbench.ask("京A12345", "123456", on: "2027-03-01 14:30").outcome == .lapsed)
        #expect(try workbench.ask("京A12345", "123456", on: "2027-03-01 14:30").gapDays == 0)
        #expect(try workbench.ask("京A12345", "123456", on: "2027-03-02 00:00").gapDays == 1)
    }

    @Test(arguments: [
        ("2028-02-28 12:00", 2), ("2028-02-29 00:00", 1), ("2028-02-29 23:59:59", 1), ("2028-01-30 00:00", 31),
        ("2028-01-31 00:00", 30), ("2027-03-01 00:00", 366),
    ])
    func `the leap day counts as a day`(on: String, left: Int) throws {
        let answer = try bench(from: "2027-03-01", to: "2028-02-29").ask("京A12345", "123456", on: on)
        #expect(answer.daysLeft == left)
        #expect(answer.renewal == (left <= 30 ? .due : .notDue))
    }

    @Test func `cover that begins on a leap day ends before 1 March`() throws {
        let workbench = try bench(from: "2028-02-29", to: "2029-02-28")
        #expect(try workbench.ask("京A12345", "123456", on: "2028-02-29 00:00").outcome == .inForce)
        #expect(try workbench.ask("京A12345", "123456", on: "2029-02-28 23:59:59").daysLeft == 1)
        #expect(try workbench.ask("京A12345", "123456", on: "2029-03-01 00:00").outcome == .lapsed)
        #expect(try workbench.ask("京A12345", "123456", on: "2028-02-28 23:59:59").outcome == .notYetInForce)
    }

    @Test func `a gap over the leap day is counted in calendar days`() throws {
        let workbench = try bench(from: "2027-02-28", to: "2028-02-27")
        try workbench.accept(policyRecord("P2", from: "2028-03-02", to: "2029-03-01"))
        #expect(try workbench.ask("京A12345", "123456", on: "2028-02-20").gapDays == 3)
        #expect(try workbench.ask("京A12345", "123456", on: "2028-02-29 12:00").gapDays == 3)
        #expect(try workbench.ask("京A12345", "123456", on: "2028-02-29 12:00").outcome == .notYetInForce)
    }

    @Test func `the day of the question is Shanghai's`() throws {
        let workbench = try bench(from: "2026-03-01", to: "2027-02-28")
        // 23:30 on 29 January in London is 07:30 on the 30th in Shanghai.
        #expect(try workbench.ask("京A12345", "123456", on: "2027-01-29T23:30:00Z").daysLeft == 30)
        #expect(try workbench.ask("京A12345", "123456", on: "2027-01-29T15:59:59Z").daysLeft == 31)
    }

    @Test func `a cancellation ends the cover at its moment`() throws {
        let workbench = try bench(from: "2026-03-01", to: "2027-02-28")
        try workbench.accept([
            .event: "cancellation", .policyNumber: "P1", .effectiveAt: "2026-06-01 09:15", .ground: "movedAway",
        ])
        let last = try workbench.ask("京A12345", "123456", on: "2026-06-01 09:14:59")
        #expect(last.outcome == .inForce)
        #expect(last.daysLeft == 0)
        #expect(last.renewal == .due)
        #expect(try workbench.ask("京A12345", "123456", on: "2026-06-01 09:15").outcome == .cancelled)
        #expect(try workbench.ask("京A12345", "123456", on: "2026-06-01 09:15").gapDays == 0)
    }

    @Test(arguments: [("2026-03-01T00:00:00.001+08:00", 1), ("2026-03-01T00:00:00+08:00", 0), ("2026-02-01 00:00", 0)])
    func `cancelled at or before its start it is no period`(at: String, periods: Int) throws {
        let workbench = try bench(from: "2026-03-01", to: "2027-02-28")
        try workbench.accept([.event: "cancellation", .policyNumber: "P1", .effectiveAt: at, .ground: "duplicate"])
        let answer = try workbench.ask("京A12345", "123456", on: "2026-06-01")
        #expect(answer.outcome == .cancelled)
        #expect((answer.period == nil ? 0 : 1) == periods)
        #expect(
            try workbench.ask("京A12345", "123456", on: "2026-03-01").outcome == (periods == 1 ? .inForce : .cancelled))
    }

    @Test func `of covers that start together the earlier issued answers, then the lower in the log`() throws {
        let workbench = Workbench(now: "2026-01-10 12:00")
        try workbench.accept(policyRecord("A", from: "2026-03-01", to: "2027-02-28", [.issuedAt: "2026-02-02 10:00"]))
        try workbench.accept(
            policyRecord("B", from: "2026-03-01", to: "2027-02-28", [.issuedAt: "2026-02-01 10:00"]), from: "CPIC")
        try workbench.accept(
            policyRecord("C", from: "2026-03-01", to: "2027-02-28", [.issuedAt: "2026-02-01 10:00"]), from: "PAIC")
        try workbench.accept(policyRecord("D", from: "2026-03-01", to: "2027-02-28"), from: "PAIC")
        let answer = try workbench.ask("京A12345", "123456", on: "2026-06-01")
        #expect(answer.insurer?.code == insurer("CPIC"))
        #expect(answer.flags == [.duplicateCover])
        #expect(answer.renewal == .notDue)
    }

    @Test func `a policy number shows its last four characters only`() throws {
        let workbench = Workbench(now: "2026-01-10 12:00")
        try workbench.accept(policyRecord("PDZA202611010000012345", from: "2026-03-01", to: "2027-02-28"))
        #expect(try workbench.ask("京A12345", "123456", on: "2026-06-01").policyNumber == "****2345")
    }
}
