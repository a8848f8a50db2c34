import Registry
import Regulation
import Testing

/// Records that could not be taken in: their vehicle reads `pending` until their corrected form arrives.
@Suite struct QuarantineTests {
    private static let picc = insurer("PICC")

    private static func wrong(_ more: [Field: String] = [:]) -> [Field: String] {
        policyRecord("P1", from: "2026-03-01", to: "2025-02-28", [.sequence: "1"]).merging(more) { $1 }
    }

    private static func right(_ more: [Field: String] = [:]) -> [Field: String] {
        wrong([.end: "2027-02-28"]).merging(more) { $1 }
    }

    @Test func `the corrected record sent again settles it, and the time between stays known`() throws {
        let workbench = Workbench()
        #expect(try workbench.refuse(Self.wrong(), at: "2026-11-10 10:00") == ["periodImpossible"])
        #expect(try workbench.ask("京A12345", "123456").outcome == .pending)
        #expect(workbench.store.openQuarantine(of: Self.picc) == 1)
        try workbench.accept(Self.right(), at: "2026-11-12 10:00")
        #expect(workbench.store.openQuarantine(of: Self.picc) == 0)
        #expect(try workbench.ask("京A12345", "123456", on: "2027-06-01").outcome == .lapsed)
        #expect(
            try workbench.ask("京A12345", "123456", on: "2027-06-01", knownAt: "2026-11-11 10:00").outcome == .pending)
        #expect(
            try workbench.ask("京A12345", "123456", on: "2027-06-01", knownAt: "2026-11-12 10:00").outcome == .lapsed)
    }

    /// By what the corrected record is recognised.
    @Test(
        arguments: [
            ([.sequence: "1"], [.sequence: "1"], 0), ([.sequence: "1"], [.sequence: "1", .policyNumber: "P1X"], 0),
            ([:], [:], 0), ([:], [.sequence: "5"], 0), ([.sequence: "1"], [.sequence: "5"], 0),
            ([.sequence: "1"], [:], 0),
            ([.sequence: "1"], [.sequence: "5", .policyNumber: "P1X"], 1), ([:], [.policyNumber: "P1X"], 1),
        ] as [([Field: String], [Field: String], Int64)])
    func `it is recognised by its sequence or its policy number`(
        sent: [Field: String], again: [Field: String], open: Int64
    ) throws {
        let workbench = Workbench()
        let wrong = policyRecord("P1", from: "2026-03-01", to: "2025-02-28").merging(sent) { $1 }
        let right = policyRecord("P1", from: "2026-03-01", to: "2027-02-28").merging(again) { $1 }
        try workbench.refuse(wrong)
        try workbench.accept(right)
        #expect(workbench.store.openQuarantine(of: Self.picc) == open)
    }

    /// What names no vehicle that can be told is settled all the same.
    @Test(
        arguments: [
            [.policyNumber: "P1", .sequence: "1", .start: "2026-03-01", .end: "2027-02-28"],
            [.policyNumber: "P1", .start: "2026-03-01", .end: "2027-02-28"],
            [.sequence: "1", .plate: "京A12345", .start: "2026-03-01", .end: "2027-02-28"],
            [.policyNumber: "P1", .sequence: "1", .plate: "京A12345", .start: "once", .end: "2027-02-28"],
            [.event: "保", .policyNumber: "P1", .sequence: "1"],
        ] as [[Field: String]])
    func `a record that names no known vehicle is settled too`(wrong: [Field: String]) throws {
        let workbench = Workbench()
        #expect(try !workbench.refuse(wrong).isEmpty)
        #expect(workbench.store.openQuarantine(of: Self.picc) == 1)
        try workbench.accept(policyRecord("P1", from: "2026-03-01", to: "2027-02-28", [.sequence: "1"]))
        #expect(workbench.store.openQuarantine(of: Self.picc) == 0)
        let answer = try workbench.ask("京A12345", "123456", on: "2028-01-01")
        #expect(answer.outcome == .lapsed)
    }

    @Test func `several wrong tries are all settled by the right one`() throws {
        let workbench = Workbench()
        try workbench.refuse(Self.wrong())
        try workbench.refuse(Self.wrong([.end: "2024-01-01"]))
        try workbench.refuse(Self.wrong([.start: "soon"]))
        #expect(workbench.store.openQuarantine(of: Self.picc) == 3)
        try workbench.accept(Self.right())
        #expect(workbench.store.openQuarantine(of: Self.picc) == 0)
        #expect(try workbench.ask("京A12345", "123456", on: "2028-01-01").outcome == .lapsed)
    }

    @Test func `a wrong VIN in the wrong record leaves no other vehicle pending`() throws {
        let workbench = Workbench()
        try workbench.refuse(Self.wrong([.vin: "LSVAM4187C2999999"]))
        #expect(try workbench.ask("京A12345", "999999").outcome == .pending)
        try workbench.accept(Self.right())
        #expect(try workbench.ask("京A12345", "999999").outcome == .noMatch)
        #expect(try workbench.ask("京A12345", "123456").outcome == .inForce)
    }

    @Test func `an event before its contract waits for it and is then sent again`() throws {
        let workbench = Workbench()
        let cancellation: [Field: String] = [
            .event: "cancellation", .policyNumber: "P1", .effectiveAt: "2026-06-01 00:00", .ground: "stolen",
        ]
        #expect(try workbench.refuse(cancellation) == ["policyUnknown"])
        try workbench.accept(Self.right())
        #expect(workbench.store.openQuarantine(of: Self.picc) == 1, "the contract is not the cancellation")
        try workbench.accept(cancellation)
        #expect(workbench.store.openQuarantine(of: Self.picc) == 0)
        #expect(try workbench.ask("京A12345", "123456").outcome == .cancelled)
    }

    @Test func `a used sequence number is settled by the correction that was meant`() throws {
        let workbench = Workbench()
        try workbench.accept(Self.right())
        #expect(try workbench.refuse(Self.right([.end: "2027-03-31"])) == ["sequenceReused"])
        #expect(try workbench.ask("京A12345", "123456", on: "2028-01-01").outcome == .pending)
        try workbench.accept([
            .event: "correction", .policyNumber: "P1", .corrects: "P1#1", .end: "2027-03-31", .sequence: "2",
        ])
        #expect(workbench.store.openQuarantine(of: Self.picc) == 0)
        #expect(try workbench.ask("京A12345", "123456", on: "2028-01-01").outcome == .lapsed)
    }

    @Test func `an event under a used sequence number is settled when it is sent again under one of its own`() throws {
        let workbench = Workbench()
        try workbench.accept(Self.right())
        let cancellation: [Field: String] = [
            .event: "cancellation", .policyNumber: "P1", .effectiveAt: "2026-06-01 00:00", .ground: "deregistered",
        ]
        #expect(try workbench.refuse(cancellation.merging([.sequence: "1"]) { $1 }) == ["sequenceReused"])
        try workbench.accept(cancellation.merging([.sequence: "2"]) { $1 })
        #expect(workbench.store.openQuarantine(of: Self.picc) == 0)
        #expect(try workbench.ask("京A12345", "123456").outcome == .cancelled)
    }

    @Test func `a refused correction is settled when it is sent again in its right form`() throws {
        let workbench = Workbench()
        try workbench.accept(Self.right())
        let correction: [Field: String] = [
            .event: "correction", .policyNumber: "P1", .sequence: "2", .end: "2027-03-31",
        ]
        #expect(try workbench.refuse(correction.merging([.corrects: "P1#77"]) { $1 }) == ["targetUnknown"])
        try workbench.accept(correction.merging([.corrects: "P1#1"]) { $1 })
        #expect(workbench.store.openQuarantine(of: Self.picc) == 0)
    }

    @Test func `a record in quarantine can be withdrawn by its sequence number`() throws {
        let workbench = Workbench()
        try workbench.refuse(Self.wrong(), at: "2026-11-10 10:00")
        try workbench.accept([.event: "retraction", .corrects: "P1#1", .sequence: "2"], at: "2026-11-12 10:00")
        #expect(workbench.store.openQuarantine(of: Self.picc) == 0)
        #expect(try workbench.ask("京A12345", "123456").outcome == .noMatch)
        #expect(try workbench.ask("京A12345", "123456", knownAt: "2026-11-11 10:00").outcome == .pending)
        #expect(try workbench.send([.event: "retraction", .corrects: "main-0"]).flags == [.eventWithoutEffect])
        #expect(workbench.store.openQuarantine(of: Self.picc) == 0)
        #expect(
            try workbench.refuse([.event: "correction", .corrects: "main-0", .end: "2027-03-31"]) == ["targetUnknown"])
    }

    @Test func `another insurer's record settles nothing`() throws {
        let workbench = Workbench()
        try workbench.refuse(Self.wrong())
        try workbench.accept(Self.right(), from: "CPIC")
        #expect(workbench.store.openQuarantine(of: Self.picc) == 1)
        #expect(try workbench.ask("京A12345", "123456", on: "2028-01-01").outcome == .pending)
    }

    @Test func `a record in quarantine moves no plate of a known vehicle`() throws {
        let workbench = Workbench()
        try workbench.accept(Self.right())
        try workbench.refuse(
            policyRecord("P2", plate: "京A99999", from: "2027-03-01", to: "2026-02-28", [.sequence: "2"]))
        #expect(try workbench.ask("京A12345", "123456").flags == [])
        #expect(try workbench.ask("京A99999", "123456").outcome == .noMatch)
        try workbench.accept(
            policyRecord(
                "P2", plate: "京A99999", from: "2027-03-01", to: "2028-02-29", [.sequence: "2", .issuedAt: "2027-02-01"])
        )
        #expect(try workbench.ask("京A99999", "123456", on: "2027-06-01").outcome == .inForce)
    }

    @Test func `a plate alone makes no vehicle, but marks the one that bears it`() throws {
        let workbench = Workbench()
        try workbench.refuse(policyRecord("P9", vin: nil, from: "2026-03-01", to: "2025-02-28"))
        #expect(try workbench.askOfficially("京A12345").outcome == .noMatch)
        try workbench.accept(Self.right())
        try workbench.refuse(policyRecord("P8", vin: nil, from: "2026-03-01", to: "2025-02-28"))
        #expect(try workbench.ask("京A12345", "123456", on: "2028-01-01").outcome == .pending)
    }

    @Test func `a row nothing can be read of is counted and noted`() throws {
        let workbench = Workbench()
        try workbench.refuse([.brandModel: "大众"])
        #expect(workbench.store.openQuarantine(of: Self.picc) == 1)
        let entry = try #require(try workbench.store.entry(0))
        #expect(entry.content.event == .quarantine)
        #expect(entry.content[.sentEvent] == "policy")
        #expect(entry.content[.faults]?.contains("missing") == true)
    }
}
