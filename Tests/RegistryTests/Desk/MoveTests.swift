import Registry
import Regulation
import Testing

/// Corrections that show a report to be about another vehicle: it is entered there and withdrawn here, under one id.
@Suite struct MoveTests {
    private static let red = "LSVAM4187C2000001"
    private static let blue = "LSVAM4187C2000002"

    /// The red car's year, reported twice; the second report is really the blue car's.
    private func bench() throws -> (Workbench, String) {
        let workbench = Workbench()
        try workbench.accept(
            policyRecord("P1", plate: "京A11111", vin: Self.red, from: "2025-03-01", to: "2026-02-28", [.sequence: "1"]),
            at: "2026-10-01 10:00")
        let id = try workbench.accept(
            policyRecord("P2", plate: "京A11111", vin: Self.red, from: "2026-03-01", to: "2027-02-28", [.sequence: "2"]))
        return (workbench, id)
    }

    private static func correct(_ target: String, _ right: [Field: String]) -> [Field: String] {
        [.event: "correction", .corrects: target].merging(right) { $1 }
    }

    private static let toBlue: [Field: String] = [.vin: blue, .plate: "京A22222"]

    private func outcomes(_ workbench: Workbench, on: String = "2026-11-20", knownAt: String? = nil) throws -> [String]
    {
        [
            try workbench.ask("京A11111", "000001", on: on, knownAt: knownAt),
            try workbench.ask("京A22222", "000002", on: on, knownAt: knownAt),
        ].map(\.outcome.rawValue)
    }

    @Test func `the report goes to its vehicle, and the earlier knowledge has it where it was`() throws {
        let (workbench, id) = try bench()
        #expect(try outcomes(workbench) == ["inForce", "noMatch"])
        try workbench.accept(Self.correct(id, Self.toBlue), at: "2026-11-10 10:00")
        #expect(try outcomes(workbench) == ["lapsed", "inForce"])
        #expect(try outcomes(workbench, knownAt: "2026-11-10 09:59:59") == ["inForce", "noMatch"])
        #expect(try outcomes(workbench, knownAt: "2026-11-10 10:00") == ["lapsed", "inForce"])
    }

    @Test func `the two entries of a move share a correction id`() throws {
        let (workbench, id) = try bench()
        try workbench.accept(Self.correct(id, Self.toBlue))
        let entries = try workbench.store.entries([2, 3])
        let shared = try #require(entries[0].content[.correctionID])
        #expect(entries[1].content[.correctionID] == shared)
        #expect(entries[1].content[.movedTo] == "main-2")
        #expect(entries.map { $0.content[.target] } == ["main-1", "main-1"])
        #expect(entries[0].content.seed != entries[1].content.seed)
    }

    @Test func `it goes to a vehicle that is known already`() throws {
        let (workbench, id) = try bench()
        try workbench.accept(
            policyRecord("C1", plate: "京A22222", vin: Self.blue, from: "2025-03-01", to: "2026-02-28"), from: "CPIC")
        #expect(try outcomes(workbench) == ["inForce", "lapsed"])
        try workbench.accept(Self.correct(id, Self.toBlue))
        #expect(try outcomes(workbench) == ["lapsed", "inForce"])
        #expect(try workbench.store.livingFiles.count == 2)
    }

    @Test func `what happened to the contract goes with it`() throws {
        let (workbench, id) = try bench()
        try workbench.accept([
            .event: "cancellation", .policyNumber: "P2", .effectiveAt: "2026-10-01 00:00", .ground: "stolen",
            .sequence: "3",
        ])
        #expect(try outcomes(workbench) == ["cancelled", "noMatch"])
        try workbench.accept(Self.correct(id, Self.toBlue), at: "2026-11-10 10:00")
        #expect(try outcomes(workbench) == ["lapsed", "cancelled"])
        #expect(try outcomes(workbench, knownAt: "2026-11-09 10:00") == ["cancelled", "noMatch"])
        // The event is still named by what it was sent as.
        try workbench.accept([.event: "retraction", .corrects: "P2#3"], at: "2026-11-11 10:00")
        #expect(try outcomes(workbench) == ["lapsed", "inForce"])
    }

    @Test func `it can be corrected again, withdrawn, and moved on, by any of its names`() throws {
        for name in ["main-1", "main-2", "P2#2"] {
            let (workbench, id) = try bench()
            try workbench.accept(Self.correct(id, Self.toBlue))
            try workbench.accept(Self.correct(name, [.end: "2027-03-31"]))
            #expect(try workbench.ask("京A22222", "000002").period == period("2026-03-01", "2027-04-01"))
            try workbench.accept(Self.correct(name, [.vin: "LSVAM4187C2000003"]))
            #expect(try workbench.ask("京A22222", "000003").period == period("2026-03-01", "2027-04-01"))
            #expect(try outcomes(workbench) == ["lapsed", "noMatch"])
        }
        let (workbench, id) = try bench()
        try workbench.accept(Self.correct(id, Self.toBlue))
        try workbench.accept([.event: "retraction", .corrects: id])
        #expect(try outcomes(workbench) == ["lapsed", "noMatch"])
    }

    @Test func `withdrawing the correction that moved it puts it back with its events`() throws {
        let (workbench, id) = try bench()
        try workbench.accept([
            .event: "plateChange", .policyNumber: "P2", .newPlate: "京A33333", .effectiveAt: "2026-06-01 00:00",
        ])
        let move = try workbench.accept(Self.correct(id, Self.toBlue), at: "2026-11-10 10:00")
        #expect(try workbench.ask("京A33333", "000002").outcome == .inForce)
        // This one is reported while the contract stands with the blue car.
        try workbench.accept([
            .event: "cancellation", .policyNumber: "P2", .effectiveAt: "2026-10-01 00:00", .ground: "stolen",
        ])
        try workbench.accept([.event: "retraction", .corrects: move], at: "2026-11-12 10:00")
        #expect(try workbench.ask("京A33333", "000001").outcome == .cancelled)
        #expect(try outcomes(workbench) == ["cancelled", "noMatch"])
        #expect(try outcomes(workbench, knownAt: "2026-11-11 10:00") == ["lapsed", "cancelled"])
        // And once more to the blue car.
        try workbench.accept(Self.correct(id, Self.toBlue.merging([.premium: "1.00"]) { $1 }))
        #expect(try outcomes(workbench) == ["lapsed", "cancelled"])
    }

    @Test func `back with its vehicle, it is found by the plate that was changed meanwhile`() throws {
        let (workbench, id) = try bench()
        let move = try workbench.accept(Self.correct(id, Self.toBlue))
        try workbench.accept(
            [.event: "plateChange", .policyNumber: "P2", .effectiveAt: "2026-06-01", .newPlate: "京A33333"])
        #expect(try workbench.ask("京A33333", "000002").outcome == .inForce)
        try workbench.accept([.event: "retraction", .corrects: move])
        #expect(try workbench.ask("京A33333", "000001").outcome == .inForce)
        #expect(try workbench.ask("京A33333", "000002").outcome == .noMatch)
    }

    @Test func `a correction that later ones rest on cannot be withdrawn alone`() throws {
        let (workbench, id) = try bench()
        let first = try workbench.accept(Self.correct(id, [.end: "2027-03-31"]))
        let move = try workbench.accept(Self.correct(id, Self.toBlue))
        #expect(try workbench.refuse([.event: "retraction", .corrects: first]) == ["correctionSuperseded"])
        try workbench.accept(Self.correct(id, [.end: "2027-04-30"]))
        #expect(try workbench.refuse([.event: "retraction", .corrects: move]) == ["correctionSuperseded"])
        #expect(
            try workbench.refuse([.event: "retraction", .corrects: "main-4"]) == ["targetUnknown"], "our own withdrawal"
        )
    }

    @Test func `a correction of the period alone never moves a report`() throws {
        let workbench = Workbench()
        let id = try workbench.accept(
            policyRecord("P1", plate: "京A11111", vin: nil, from: "2026-03-01", to: "2027-02-28"))
        try workbench.accept(
            policyRecord(
                "B1", plate: "京A11111", vin: Self.blue, from: "2024-01-01", to: "2024-12-31", [.issuedAt: "2023-12-20"])
        )
        let files = try workbench.store.livingFiles.count
        try workbench.accept(Self.correct(id, [.start: "2024-03-01 00:00", .end: "2025-02-28"]))
        #expect(try workbench.store.livingFiles.count == files)
    }

    @Test func `a wrong VIN nobody else reported is put right in place`() throws {
        let workbench = Workbench()
        let id = try workbench.accept(
            policyRecord("P1", plate: "京A11111", vin: Self.red, from: "2026-03-01", to: "2027-02-28"))
        try workbench.accept([
            .event: "cancellation", .policyNumber: "P1", .effectiveAt: "2026-10-01 00:00", .ground: "stolen",
        ])
        try workbench.accept(Self.correct(id, [.vin: Self.blue]))
        #expect(try workbench.store.livingFiles.count == 1)
        #expect(try workbench.ask("京A11111", "000002").outcome == .cancelled)
        #expect(try workbench.ask("京A11111", "000001").outcome == .noMatch)
    }

    @Test func `every report of a wrong VIN is put right one after the other`() throws {
        let (workbench, id) = try bench()
        try workbench.accept(Self.correct(id, [.vin: Self.blue]))
        try workbench.accept(Self.correct("P1#1", [.vin: Self.blue]))
        #expect(try workbench.ask("京A11111", "000001").outcome == .noMatch)
        let answer = try workbench.ask("京A11111", "000002", on: "2025-06-01")
        #expect(answer.renewal == .renewed)
        #expect(answer.period == period("2025-03-01", "2026-03-01"))
    }

    @Test func `an event that names the number a contract bore before it was moved still counts`() throws {
        let (workbench, id) = try bench()
        try workbench.accept(Self.correct(id, [.policyNumber: "P2X"]))
        try workbench.accept(Self.correct(id, Self.toBlue.merging([.policyNumber: "P2Y"]) { $1 }))
        for (number, at) in [("P2", "2026-10-01"), ("P2X", "2026-09-01"), ("P2Y", "2026-08-01")] {
            try workbench.accept([
                .event: "cancellation", .policyNumber: number, .effectiveAt: "\(at) 00:00", .ground: "stolen",
            ])
            #expect(try workbench.ask("京A22222", "000002").period?.end == moment(at))
        }
    }

    @Test func `a report that was moved was seen when it first came`() throws {
        let (workbench, _) = try bench()
        let values = policyRecord("P9", plate: "京A22222", vin: Self.red, from: "2027-03-01", to: "2028-02-29")
        let id = try workbench.accept(values, at: "2026-11-01 10:00")
        try workbench.accept(Self.correct(id, [.vin: Self.blue]), at: "2026-11-10 10:00")
        let file = try #require(try workbench.store.livingFiles.last).file
        #expect(file.bindings.map(\.from) == [moment("2026-11-01 10:00")])
    }

    @Test func `files that are merged after a move keep the report once`() throws {
        let workbench = Workbench()
        let id = try workbench.accept(
            policyRecord("P1", plate: "京A11111", vin: nil, from: "2025-03-01", to: "2026-02-28"))
        try workbench.accept(policyRecord("P3", plate: "京A11111", vin: nil, from: "2024-03-01", to: "2025-02-28"))
        try workbench.accept(Self.correct(id, [.plate: "京A22222"]))
        #expect(try workbench.store.livingFiles.count == 2)
        try workbench.accept(policyRecord("P4", plate: "京A11111", vin: Self.red, from: "2026-03-01", to: "2027-02-28"))
        try workbench.accept(policyRecord("P5", plate: "京A22222", vin: Self.red, from: "2027-03-01", to: "2028-02-29"))
        let file = try #require(try workbench.store.livingFiles.first { $0.file.vin != nil }).file
        #expect(Set(file.policies.map(\.number)) == ["P1", "P3", "P4", "P5"])
        #expect(file.policies.count == 4)
    }
}
