import Registry
import Regulation
import Testing

/// 停驶 and 复驶: cover rests; on resumption the end moves by the days rested.
@Suite struct LayUpTests {
    private func bench(_ events: [[Field: String]]) throws -> Workbench {
        let workbench = Workbench(now: "2026-02-20 12:00")
        try workbench.accept(policyRecord("P1", from: "2026-03-01", to: "2027-02-28"))
        for event in events { try workbench.accept([.policyNumber: "P1"].merging(event) { $1 }) }
        return workbench
    }

    private static func layUp(_ from: String, _ until: String) -> [Field: String] {
        [.event: "layUp", .effectiveAt: from, .layUpUntil: until]
    }

    private static func resumption(_ at: String) -> [Field: String] { [.event: "resumption", .effectiveAt: at] }

    private static let rest = layUp("2026-06-01 00:00", "2026-09-01 00:00")

    @Test func `cover rests from the lay-up to its agreed end and no longer`() throws {
        let workbench = try bench([Self.rest])
        func outcome(_ on: String) throws -> CoverageAnswer.Outcome {
            try workbench.ask("京A12345", "123456", on: on).outcome
        }
        #expect(try outcome("2026-05-31T23:59:59.999+08:00") == .inForce)
        #expect(try outcome("2026-06-01 00:00") == .laidUp)
        #expect(try outcome("2026-08-31T23:59:59.999+08:00") == .laidUp)
        #expect(try outcome("2026-09-01 00:00") == .inForce)
    }

    @Test func `without a report of its end a lay-up that is over is flagged and moves nothing`() throws {
        let answer = try bench([Self.rest]).ask("京A12345", "123456", on: "2026-10-01")
        #expect(answer.flags == [.resumptionNotReported])
        #expect(answer.period == period("2026-03-01", "2027-03-01"))
    }

    @Test func `on resumption the end moves by the days rested`() throws {
        let workbench = try bench([Self.rest, Self.resumption("2026-08-02 10:00")])
        let answer = try workbench.ask("京A12345", "123456", on: "2026-10-01")
        #expect(answer.period == period("2026-03-01", "2027-05-02"), "62 days from 1 June to 2 August")
        #expect(answer.flags == [])
        #expect(try workbench.ask("京A12345", "123456", on: "2026-08-02 09:59:59").outcome == .laidUp)
        #expect(try workbench.ask("京A12345", "123456", on: "2026-08-02 10:00").outcome == .inForce)
        #expect(try workbench.ask("京A12345", "123456", on: "2027-05-01 23:59:59").outcome == .inForce)
        #expect(try workbench.ask("京A12345", "123456", on: "2027-05-02 00:00").outcome == .lapsed)
    }

    @Test func `two lay-ups move the end twice`() throws {
        let answer = try bench([
            Self.rest, Self.resumption("2026-07-01 00:00"), Self.layUp("2026-10-01 00:00", "2026-12-01 00:00"),
            Self.resumption("2026-11-01 00:00"),
        ]).ask("京A12345", "123456", on: "2026-12-01")
        #expect(answer.period == period("2026-03-01", "2027-05-01"), "30 and 31 days")
    }

    @Test(arguments: [
        [LayUpTests.rest, LayUpTests.resumption("2026-07-01 00:00")],
        [LayUpTests.resumption("2026-07-01 00:00"), LayUpTests.rest],
        [LayUpTests.rest, LayUpTests.resumption("2026-07-01 00:00"), LayUpTests.rest.merging([.sequence: "9"]) { $1 }],
        [
            LayUpTests.rest, LayUpTests.layUp("2026-06-01 00:00", "2026-09-30 00:00"),
            LayUpTests.resumption("2026-07-01 00:00"),
        ],
    ])
    func `one rest is one rest, in whatever order and however often it is reported`(events: [[Field: String]]) throws {
        let workbench = try bench(events)
        #expect(try workbench.ask("京A12345", "123456", on: "2026-06-30").outcome == .laidUp)
        let after = try workbench.ask("京A12345", "123456", on: "2026-07-01")
        #expect(after.outcome == .inForce)
        #expect(after.period == period("2026-03-01", "2027-03-31"), "30 days")
        #expect(after.flags == [])
    }

    @Test func `a resumption after the agreed end counts to the agreed end`() throws {
        let answer = try bench([Self.rest, Self.resumption("2026-09-20 00:00")]).ask(
            "京A12345", "123456", on: "2026-10-01")
        #expect(answer.period == period("2026-03-01", "2027-06-01"), "92 days from 1 June to 1 September")
    }

    @Test func `a lay-up after the end revives nothing`() throws {
        let workbench = try bench([
            Self.layUp("2027-03-15 00:00", "2027-06-15 00:00"), Self.resumption("2027-06-15 00:00"),
        ])
        for on in ["2027-03-01", "2027-03-20", "2027-06-20"] {
            let answer = try workbench.ask("京A12345", "123456", on: on)
            #expect(answer.outcome == .lapsed)
            #expect(answer.period == period("2026-03-01", "2027-03-01"))
        }
    }

    @Test func `a cancellation while it rests ends the cover`() throws {
        let workbench = try bench([
            Self.rest, [.event: "cancellation", .effectiveAt: "2026-07-01 00:00", .ground: "laidUp"],
        ])
        #expect(try workbench.ask("京A12345", "123456", on: "2026-06-15").outcome == .laidUp)
        #expect(try workbench.ask("京A12345", "123456", on: "2026-07-01").outcome == .cancelled)
    }

    @Test func `events without effect are taken in and flagged`() throws {
        let workbench = try bench([])
        let base: [Field: String] = [.policyNumber: "P1"]
        let early = base.merging(Self.layUp("2026-02-01 00:00", "2026-02-10 00:00")) { $1 }
        #expect(try workbench.send(early).flags == [.eventWithoutEffect])
        let alone = base.merging(Self.resumption("2026-01-05 00:00")) { $1 }
        #expect(try workbench.send(alone).flags == [.eventWithoutEffect])
        #expect(try workbench.ask("京A12345", "123456", on: "2026-06-01").period == period("2026-03-01", "2027-03-01"))
    }
}
