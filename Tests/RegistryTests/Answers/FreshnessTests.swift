import Registry
import Regulation
import Testing

/// How old what an answer rests on may be.
@Suite struct FreshnessTests {
    private let threeHours: Int64 = 10_800

    private func bench() throws -> Workbench {
        let workbench = Workbench(now: "2026-11-20 12:00")
        try workbench.accept(policyRecord("P1", from: "2026-03-01", to: "2027-02-28"), at: "2026-11-20 08:00")
        try workbench.accept(
            policyRecord("C1", plate: "沪A12345", vin: "LSVAM4187C2000001", from: "2026-03-01", to: "2027-02-28"),
            from: "CPIC",
            at: "2026-11-20 09:00")
        try workbench.store.state(reportedThrough: moment("2026-11-20 11:59:57"), by: insurer("PICC"))
        workbench.now = moment("2026-11-20 12:00")
        return workbench
    }

    @Test func `cover is as fresh as its insurer's watermark`() throws {
        #expect(try bench().ask("京A12345", "123456").feedAgeSeconds == 3)
    }

    @Test func `without a watermark the receipt of the last accepted record counts`() throws {
        #expect(try bench().ask("沪A12345", "000001").feedAgeSeconds == threeHours)
    }

    @Test func `what rests on the absence of a record is as old as the slowest feed`() throws {
        let workbench = try bench()
        for (on, outcome, renewal) in [
            ("2027-02-20", CoverageAnswer.Outcome.inForce, CoverageAnswer.Renewal.due),
            ("2027-03-01", .lapsed, .overdue),
        ] {
            let answer = try workbench.ask("京A12345", "123456", on: on)
            #expect(answer.outcome == outcome)
            #expect(answer.renewal == renewal)
            #expect(answer.feedAgeSeconds == threeHours)
        }
        try workbench.accept([
            .event: "layUp", .policyNumber: "P1", .effectiveAt: "2027-02-01 00:00", .layUpUntil: "2027-05-01 00:00",
        ])
        let resting = try workbench.ask("京A12345", "123456", on: "2027-02-20")
        #expect(resting.outcome == .laidUp)
        #expect(resting.renewal == .due)
        #expect(resting.feedAgeSeconds == threeHours)
        try workbench.accept([
            .event: "cancellation", .policyNumber: "P1", .effectiveAt: "2026-11-01 00:00", .ground: "stolen",
        ])
        #expect(try workbench.ask("京A12345", "123456").feedAgeSeconds == threeHours)
    }

    @Test func `an insurer that never reported makes nothing older`() throws {
        let workbench = try bench()
        #expect(workbench.store.feed.insurers[insurer("PAIC")] != nil)
        #expect(try workbench.ask("京A12345", "123456", on: "2027-03-01").feedAgeSeconds == threeHours)
    }

    @Test func `no feed is from the future`() throws {
        let workbench = try bench()
        workbench.now = moment("2026-11-20 07:00")
        #expect(try workbench.ask("京A12345", "123456").feedAgeSeconds == 0)
    }

    @Test func `an answer names the tree it speaks from`() throws {
        let workbench = try bench()
        #expect(try workbench.ask("京A12345", "123456").treeSize == 2)
        #expect(try workbench.ask("京A12345", "123456", knownAt: "2026-11-20 08:30").treeSize == 1)
        #expect(try workbench.ask("京A12345", "123456", knownAt: "2026-11-20 07:59").treeSize == 0)
    }
}
