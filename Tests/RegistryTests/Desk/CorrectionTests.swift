import Registry
import Regulation
import Testing

/// 更正: a report made in error is replaced; what was known before stays known.
@Suite struct CorrectionTests {
    private func bench(_ more: [Field: String] = [:]) throws -> (Workbench, String) {
        let workbench = Workbench()
        let record = policyRecord("P1", from: "2026-03-01", to: "2027-02-28", [.sequence: "1"]).merging(more) { $1 }
        return (workbench, try workbench.accept(record, at: "2026-11-01 10:00"))
    }

    private static func correct(_ target: String, _ right: [Field: String]) -> [Field: String] {
        [.event: "correction", .corrects: target].merging(right) { $1 }
    }

    private static func cancel(_ number: String, at: String, _ more: [Field: String] = [:]) -> [Field: String] {
        [.event: "cancellation", .policyNumber: number, .effectiveAt: at, .ground: "stolen"].merging(more) { $1 }
    }

    @Test(arguments: ["main-0", "P1#1", "P1@1"])
    func `a report is named by its entry or by policy number and sequence`(target: String) throws {
        let (workbench, _) = try bench()
        try workbench.accept(Self.correct(target, [.end: "2027-03-31"]), at: "2026-11-10 10:00")
        #expect(try workbench.ask("京A12345", "123456").period == period("2026-03-01", "2027-04-01"))
        #expect(
            try workbench.ask("京A12345", "123456", knownAt: "2026-11-09 10:00").period
                == period("2026-03-01", "2027-03-01"))
    }

    @Test func `only what a correction names is changed`() throws {
        let (workbench, id) = try bench([.plateCategory: "02", .issuedAt: "2026-02-20 10:00"])
        try workbench.accept(Self.correct(id, [.start: "2026-04-01 00:00"]))
        let answer = try workbench.ask("京A12345", "123456", category: "02", on: "2026-04-01")
        #expect(answer.period == period("2026-04-01", "2027-03-01"))
        #expect(answer.policyNumber == "****P1")
        #expect(try workbench.ask("京A12345", "123456", on: "2026-03-15").outcome == .notYetInForce)
    }

    @Test func `corrections of a correction add up, whichever is named`() throws {
        for second in ["main-0", "main-1", "P1#1", "P1#2"] {
            let (workbench, id) = try bench()
            try workbench.accept(Self.correct(id, [.end: "2027-03-31", .sequence: "2", .policyNumber: "P1"]))
            try workbench.accept(
                Self.correct(second, [.start: "2026-04-01 00:00", .sequence: "3", .policyNumber: "P1"]))
            #expect(
                try workbench.ask("京A12345", "123456", on: "2026-06-01").period == period("2026-04-01", "2027-04-01"))
        }
    }

    @Test func `right values that make the report impossible are refused`() throws {
        let (workbench, id) = try bench()
        #expect(try workbench.refuse(Self.correct(id, [.start: "2027-03-01 00:00"])) == ["periodImpossible"])
        #expect(try workbench.refuse(Self.correct(id, [.end: "2026-02-01"])) == ["periodImpossible"])
        #expect(try workbench.refuse(Self.correct(id, [.end: "2036-02-01"])) == ["periodTooLong"])
        let rest = try workbench.accept([
            .event: "layUp", .policyNumber: "P1", .effectiveAt: "2026-06-01 00:00", .layUpUntil: "2026-09-01 00:00",
        ])
        #expect(try workbench.refuse(Self.correct(rest, [.effectiveAt: "2026-09-01 00:00"])) == ["layUpImpossible"])
        let answer = try workbench.ask("京A12345", "123456", on: "2026-06-15")
        #expect(answer.outcome == .laidUp)
        #expect(answer.period == period("2026-03-01", "2027-03-01"))
    }

    @Test func `a cancellation is corrected in its time and ground`() throws {
        let (workbench, _) = try bench()
        let id = try workbench.accept(Self.cancel("P1", at: "2026-06-01 00:00"))
        try workbench.accept(Self.correct(id, [.effectiveAt: "2026-07-01 00:00", .ground: "nonDisclosure"]))
        let answer = try workbench.ask("京A12345", "123456", on: "2026-08-01")
        #expect(answer.reason == .cancelledForNonDisclosure)
        #expect(answer.period == period("2026-03-01", "2026-07-01"))
    }

    @Test func `a cancellation of the wrong contract is corrected to the right one`() throws {
        let (workbench, _) = try bench()
        try workbench.accept(
            policyRecord("P2", plate: "沪A12345", vin: "LSVAM4187C2000002", from: "2026-03-01", to: "2027-02-28"))
        let id = try workbench.accept(Self.cancel("P1", at: "2026-06-01 00:00"))
        #expect(try workbench.ask("京A12345", "123456", on: "2026-08-01").outcome == .cancelled)
        #expect(try workbench.refuse(Self.correct(id, [.policyNumber: "P9"])) == ["policyUnknown"])
        try workbench.accept(Self.correct(id, [.policyNumber: "P2"]), at: "2026-11-20 10:00")
        #expect(try workbench.ask("京A12345", "123456", on: "2026-08-01").outcome == .inForce)
        #expect(try workbench.ask("沪A12345", "000002", on: "2026-08-01").outcome == .cancelled)
        #expect(
            try workbench.ask("京A12345", "123456", on: "2026-08-01", knownAt: "2026-11-19 10:00").outcome == .cancelled)
    }

    @Test func `a plate change is corrected in its plate and time`() throws {
        let (workbench, _) = try bench()
        let id = try workbench.accept([
            .event: "plateChange", .policyNumber: "P1", .newPlate: "京A33333", .effectiveAt: "2026-06-01 00:00",
        ])
        try workbench.accept(
            Self.correct(id, [.newPlate: "京A44444", .effectiveAt: "2026-07-01 00:00"]), at: "2026-11-20 10:00")
        #expect(try workbench.ask("京A44444", "123456", on: "2026-08-01").flags == [])
        #expect(try workbench.ask("京A33333", "123456", on: "2026-08-01").outcome == .noMatch)
        #expect(try workbench.ask("京A12345", "123456", on: "2026-06-15").flags == [])
        #expect(
            try workbench.ask("京A33333", "123456", on: "2026-08-01", knownAt: "2026-11-19 10:00").outcome == .inForce)
    }

    @Test func `a lay-up and a resumption are corrected`() throws {
        let (workbench, _) = try bench()
        let rest = try workbench.accept([
            .event: "layUp", .policyNumber: "P1", .effectiveAt: "2026-06-01 00:00", .layUpUntil: "2026-09-01 00:00",
        ])
        let resumed = try workbench.accept([
            .event: "resumption", .policyNumber: "P1", .effectiveAt: "2026-08-01 00:00",
        ])
        try workbench.accept(Self.correct(rest, [.effectiveAt: "2026-07-01 00:00"]))
        #expect(try workbench.ask("京A12345", "123456", on: "2026-10-01").period == period("2026-03-01", "2027-04-01"))
        try workbench.accept(Self.correct(resumed, [.effectiveAt: "2026-07-11 00:00"]))
        #expect(try workbench.ask("京A12345", "123456", on: "2026-10-01").period == period("2026-03-01", "2027-03-11"))
    }

    @Test func `events that name the number a policy bore before it was corrected still count`() throws {
        let (workbench, id) = try bench()
        try workbench.accept(Self.cancel("P1", at: "2026-06-01 00:00"))
        try workbench.accept(Self.correct(id, [.policyNumber: "P1X"]))
        let answer = try workbench.ask("京A12345", "123456", on: "2026-08-01")
        #expect(answer.outcome == .cancelled)
        #expect(answer.policyNumber == "****P1X")
        try workbench.accept(Self.cancel("P1", at: "2026-05-01 00:00"))
        try workbench.accept(Self.cancel("P1X", at: "2026-04-01 00:00"))
        #expect(try workbench.ask("京A12345", "123456", on: "2026-08-01").period == period("2026-03-01", "2026-04-01"))
        try workbench.accept(Self.correct("P1X#1", [.end: "2027-03-31"]))
        try workbench.accept(Self.correct("P1#1", [.end: "2027-04-30"]))
    }

    @Test func `a correction of what is not there, is another's or was withdrawn is refused`() throws {
        let (workbench, id) = try bench()
        for target in ["main-99", "other-0", "P1#99", "P9#1"] {
            #expect(try workbench.refuse(Self.correct(target, [.end: "2027-03-31"])) == ["targetUnknown"])
        }
        #expect(try workbench.refuse(Self.correct(id, [.end: "2027-03-31"]), from: "CPIC") == ["targetUnknown"])
        let retraction = try workbench.accept([.event: "retraction", .corrects: id])
        #expect(try workbench.refuse(Self.correct(id, [.end: "2027-04-01"])) == ["targetWithdrawn"])
        #expect(try workbench.refuse(Self.correct(retraction, [.end: "2027-04-01"])) == ["targetUnknown"])
    }

    @Test func `a correction sent again has no second effect`() throws {
        let (workbench, id) = try bench()
        let correction = Self.correct(id, [.end: "2027-03-31", .sequence: "2"])
        try workbench.accept(correction)
        #expect(try workbench.send(correction).isRepeated)
        #expect(workbench.store.rows.count == 2)
    }

    @Test func `a corrected report keeps its place among reports`() throws {
        let (workbench, id) = try bench([.issuedAt: "2026-02-01 10:00"])
        try workbench.accept(
            policyRecord("C1", from: "2026-03-01", to: "2027-02-28", [.issuedAt: "2026-02-01 10:00"]), from: "CPIC")
        try workbench.accept(Self.correct(id, [.premium: "665.00"]))
        #expect(try workbench.ask("京A12345", "123456").insurer?.code == insurer("PICC"), "lower in the log")
    }
}
